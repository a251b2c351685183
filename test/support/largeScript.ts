import { contentOf } from '@daihon/shared/script/contentText';
import { bringDraftTo } from '@daihon/shared/script/draft/write';
import type { Group, Script, Step } from '@daihon/shared/script/schema';
import type { Client } from './client.ts';
import { openDraft } from './draft.ts';

const colours = ['#0f766e', '#1d4ed8', '#b45309', '#6d28d9', '#15803d', '#be123c', '#0369a1', '#475569'];
const topics = [
  '受付',
  'ご本人確認',
  '商品案内',
  'ご注文',
  'お支払い',
  '配送',
  '返品・交換',
  '定期便',
  '解約',
  'クレーム',
];
const lines = [
  'お電話ありがとうございます。さくら通販、{{agent.name}}でございます。本日はどのようなご用件でしょうか。',
  '恐れ入りますが、ご登録のお名前とお電話番号をお聞かせいただけますでしょうか。',
  'かしこまりました。お調べいたしますので、少々お待ちくださいませ。',
  'お届けまで三日から五日ほどお時間をいただいております。よろしいでしょうか。',
];

export interface LargeScriptOptions {
  steps: number;
  /** Steps to a group; 0: no groups. */
  groupSize: number;
}

/** A script of many steps in groups: each with three ways on, some back, some to other groups, laid out in rows. */
export function largeScript({ steps: count, groupSize }: LargeScriptOptions): Script {
  const groupCount = groupSize === 0 ? 0 : Math.ceil(count / groupSize);
  const groups = Array.from({ length: groupCount }, (_, index): Group => ({
    id: `g${index}`,
    title: `${topics[index % topics.length] ?? ''} ${index + 1}`,
    colour: colours[index % colours.length] ?? '#0f766e',
  }));
  const steps = Array.from({ length: count }, (_, index) => stepAt(index, count, groupSize));
  return {
    schema: 1,
    title: `${count}ステップの台本`,
    language: 'ja',
    start: 's0',
    placeholders: [{ key: 'agent.name', label: '担当者名', type: 'text', example: '田中', fallback: '担当' }],
    groups,
    interrupts: [],
    steps,
  };
}

function stepAt(index: number, count: number, groupSize: number): Step {
  const kinds = ['talk', 'question', 'form', 'condition', 'question', 'talk'] as const;
  const last = index === count - 1;
  const to = [index + 1, index + 2, (index * 7 + 3) % count].map((target) => `s${target % count}`);
  return {
    id: `s${index}`,
    kind: last ? 'end' : (kinds[index % kinds.length] ?? 'talk'),
    title: `手順${index + 1} ${topics[(index * 3) % topics.length] ?? ''}`,
    group: groupSize === 0 ? null : `g${Math.floor(index / groupSize)}`,
    mustRead: index % 11 === 0,
    hold: false,
    say: contentOf(lines[index % lines.length] ?? ''),
    do: contentOf(''),
    caution: contentOf(index % 9 === 0 ? 'お客様のお名前を呼び捨てにしないこと。' : ''),
    gates: [],
    fields: [],
    choices: last
      ? []
      : ['はい', 'いいえ', 'その他'].map((label, by) => ({
          id: `s${index}c${by}`,
          label,
          to: to[by] ?? null,
          when: null,
        })),
    jump: null,
    outcome: last ? '受注' : null,
    position: placeOf(index, groupSize === 0 ? 20 : groupSize),
  };
}

/** Groups five to a row, their steps four to a row. */
function placeOf(index: number, groupSize: number): Step['position'] {
  const group = Math.floor(index / groupSize);
  const inside = index % groupSize;
  return {
    x: (group % 5) * 1_600 + (inside % 4) * 360,
    y: Math.floor(group / 5) * 1_300 + Math.floor(inside / 4) * 220,
  };
}

const partSize = 60;

/** A new script whose draft is `script`; returns its id. */
export async function storeScript(client: Client, script: Script): Promise<string> {
  const made = await client.post<{ id: string }>('/api/scripts', { title: script.title });
  const draft = openDraft(client, made.body.id);
  await draft.synced;
  // In parts: one update may not be larger than a frame.
  for (let until = partSize; until < script.steps.length + partSize; until += partSize) {
    const part = { ...script, steps: script.steps.slice(0, until) };
    bringDraftTo(draft.doc, part, { stepId: null, by: '', at: '' }, null);
  }
  await draft.saved();
  draft.close();
  return made.body.id;
}
