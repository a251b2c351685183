import { fieldTypeNames, kindNames, placeholderTypeNames } from '../script/names.ts';
import type { FieldType, PlaceholderType, Script, StepKind } from '../script/schema.ts';

export type Language = Script['language'];

/** The words that files are written with. Reading takes those of both languages, whatever the file's own. */
export interface FileWords {
  kind: Record<StepKind, string>;
  fieldType: Record<FieldType, string>;
  placeholderType: Record<PlaceholderType, string>;
  mark: Record<MarkName, string>;
  column: Record<ColumnName, string>;
}

export const markNames = [
  'script',
  'noGroup',
  'placeholders',
  'placeholder',
  'interrupts',
  'interrupt',
  'start',
  'mustRead',
  'hold',
  'say',
  'do',
  'caution',
  'when',
  'blank',
  'lineBreak',
  'field',
  'gate',
  'outcome',
  'call',
  'page',
  'required',
  'personal',
  'masked',
  'last4',
  'min',
  'max',
  'options',
  'example',
  'fallback',
  'input',
  'output',
  'give',
  'take',
  'colour',
  'ja',
  'en',
  'noExamples',
] as const;
export type MarkName = (typeof markNames)[number];

/** The columns of the table, in the order in which they are written. */
export const columnNames = [
  'number',
  'group',
  'kind',
  'title',
  'say',
  'do',
  'caution',
  'fields',
  'gates',
  'choice',
  'to',
  'when',
  'outcome',
  'call',
  'page',
  'marks',
  'id',
  'choiceId',
] as const;
export type ColumnName = (typeof columnNames)[number];

export const fileWords: Record<Language, FileWords> = {
  ja: {
    kind: kindNames.ja,
    fieldType: fieldTypeNames.ja,
    placeholderType: placeholderTypeNames.ja,
    mark: {
      script: 'スクリプト',
      noGroup: 'グループなし',
      placeholders: '差込項目',
      placeholder: '差込項目',
      interrupts: '割り込み',
      interrupt: '割り込み',
      start: '開始',
      mustRead: '必読',
      hold: '作業中',
      say: '読む',
      do: 'する',
      caution: '注意',
      when: 'もし',
      blank: '空行',
      lineBreak: '改行',
      field: '入力項目',
      gate: '確認事項',
      outcome: '結果コード',
      call: '部品',
      page: 'ページ',
      required: '必須',
      personal: '個人情報',
      masked: '伏せ字',
      last4: '末尾4文字以外は伏せ字',
      min: '最小',
      max: '最大',
      options: '選択肢',
      example: '例',
      fallback: '未入力時',
      input: '受け取る',
      output: '返す',
      give: '渡す',
      take: '受け取る',
      colour: '色',
      ja: '日本語',
      en: '英語',
      noExamples: '例は省略',
    },
    column: {
      number: '番号',
      group: 'グループ',
      kind: '種類',
      title: 'タイトル',
      say: '読む',
      do: 'する',
      caution: '注意',
      fields: '入力項目',
      gates: '確認事項',
      choice: '分岐',
      to: '移動先',
      when: '条件',
      outcome: '結果コード',
      call: '部品',
      page: 'ページ',
      marks: '印',
      id: 'ステップID',
      choiceId: '分岐ID',
    },
  },
  en: {
    kind: kindNames.en,
    fieldType: fieldTypeNames.en,
    placeholderType: placeholderTypeNames.en,
    mark: {
      script: 'Script',
      noGroup: 'No group',
      placeholders: 'Placeholders',
      placeholder: 'Placeholder',
      interrupts: 'Interrupts',
      interrupt: 'Interrupt',
      start: 'Start',
      mustRead: 'Must read',
      hold: 'On hold',
      say: 'Say',
      do: 'Do',
      caution: 'Caution',
      when: 'If',
      blank: 'Blank line',
      lineBreak: 'Line break',
      field: 'Field',
      gate: 'Check',
      outcome: 'Outcome',
      call: 'Part',
      page: 'Page',
      required: 'Required',
      personal: 'Personal data',
      masked: 'Masked',
      last4: 'Masked but the last 4',
      min: 'Min',
      max: 'Max',
      options: 'Options',
      example: 'Example',
      fallback: 'If unknown',
      input: 'Handed in',
      output: 'Handed back',
      give: 'Hand in',
      take: 'Take back',
      colour: 'Colour',
      ja: 'Japanese',
      en: 'English',
      noExamples: 'Examples left out',
    },
    column: {
      number: 'No.',
      group: 'Group',
      kind: 'Kind',
      title: 'Title',
      say: 'Say',
      do: 'Do',
      caution: 'Caution',
      fields: 'Fields',
      gates: 'Checks',
      choice: 'Choice',
      to: 'Next',
      when: 'Condition',
      outcome: 'Outcome',
      call: 'Part',
      page: 'Page',
      marks: 'Marks',
      id: 'Step ID',
      choiceId: 'Choice ID',
    },
  },
};

/** Widths, cases and surrounding space do not matter in a word that names something. */
export function foldWord(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** Which of `words` (of either language, or the name in the code) a text is; null when it is none. */
export function nameOf<N extends string>(
  text: string,
  names: readonly N[],
  words: (language: Language) => Record<N, string>,
): N | null {
  const folded = foldWord(text);
  const isIt = (name: N): boolean =>
    folded === name.toLowerCase() ||
    folded === foldWord(words('ja')[name]) ||
    folded === foldWord(words('en')[name]);
  return names.find(isIt) ?? null;
}

export function markOf(text: string, among: readonly MarkName[] = markNames): MarkName | null {
  return nameOf(text, among, (language) => fileWords[language].mark);
}

/** The rest of a mark that has a value, as `最小 3`: null when it does not begin with one of these marks. */
export function valueOfMark(
  text: string,
  among: readonly MarkName[],
): { mark: MarkName; value: string } | null {
  for (const mark of among) {
    for (const language of ['ja', 'en'] as const) {
      const word = fileWords[language].mark[mark];
      if (!text.normalize('NFKC').toLowerCase().startsWith(word.normalize('NFKC').toLowerCase())) continue;
      const rest = text.slice(word.length);
      if (/^[\s:：]/u.test(rest)) return { mark, value: rest.replace(/^\s*[:：]?\s?/u, '') };
    }
  }
  return null;
}
