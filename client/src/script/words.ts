import { kindNames } from '@daihon/shared/script/names';
import { registerMessages } from '../app/i18n.ts';

/** What the kinds and the parts of a step are called, everywhere the same (SPEC 2, 3). */
export const scriptWords = registerMessages('script', {
  ja: {
    kind: kindNames.ja,
    /** What belongs to no step. */
    whole: 'スクリプト全体',
    scriptTitle: 'スクリプト名',
    part: {
      say: '読む',
      do: 'する',
      caution: '注意・NG',
      title: 'ステップ名',
      kind: '種類',
      choices: '分岐',
      fields: '入力項目',
      gates: '確認項目',
      outcome: '結果コード',
      jump: '呼出先',
      page: '埋め込みページ',
      group: 'グループ',
      mustRead: '必読',
      hold: '作業中',
      order: '順序',
      position: '位置',
      start: '開始ステップ',
      language: '言語',
      placeholders: '差込項目',
      groups: 'グループ',
      interrupts: '割り込み',
      format: '書式のみ',
      other: 'その他',
    },
  },
  en: {
    kind: kindNames.en,
    whole: 'Whole script',
    scriptTitle: 'Script title',
    part: {
      say: 'Say',
      do: 'Do',
      caution: 'Caution',
      title: 'Step name',
      kind: 'Kind',
      choices: 'Choices',
      fields: 'Fields',
      gates: 'Gates',
      outcome: 'Outcome code',
      jump: 'Called script',
      page: 'Embedded page',
      group: 'Group',
      mustRead: 'Must read',
      hold: 'On hold',
      order: 'Order',
      position: 'Position',
      start: 'Start step',
      language: 'Language',
      placeholders: 'Placeholders',
      groups: 'Groups',
      interrupts: 'Interrupts',
      format: 'Format only',
      other: 'Other',
    },
  },
});

/** The parts that have a name; others come from a schema newer than this page. */
export const namedParts = [
  'say',
  'do',
  'caution',
  'title',
  'kind',
  'choices',
  'fields',
  'gates',
  'outcome',
  'jump',
  'page',
  'group',
  'mustRead',
  'hold',
  'order',
  'position',
  'start',
  'language',
  'placeholders',
  'groups',
  'interrupts',
  'format',
] as const;

/** The key of a part's name in `scriptWords`; the script as a whole is the step with the id ''. */
export function partKey(
  part: string,
  stepId?: string,
): `part.${(typeof namedParts)[number] | 'other'}` | 'scriptTitle' {
  if (stepId === '' && part === 'title') return 'scriptTitle';
  return `part.${namedParts.find((name) => name === part) ?? 'other'}`;
}
