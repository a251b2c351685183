import { registerMessages } from '../../../app/i18n.ts';

export const outcomesMessages = registerMessages('settingsOutcomes', {
  ja: {
    title: '結果コード',
    lead: '終話のステップで選べる結果コードです。応対とメモ、CSV に残ります。',
    code: 'コード',
    label: '名称',
    codeOf: '{{n}} 行目のコード',
    labelOf: '{{n}} 行目の名称',
    add: '結果コードを追加',
    remove: '{{code}} を削除',
    empty: '結果コードはまだありません。',
    twice: '同じコードがあります',
  },
  en: {
    title: 'Outcome codes',
    lead: 'Codes to choose from at an end step. They are kept with the call, its memo and the CSV.',
    code: 'Code',
    label: 'Name',
    codeOf: 'Code in row {{n}}',
    labelOf: 'Name in row {{n}}',
    add: 'Add outcome code',
    remove: 'Remove {{code}}',
    empty: 'There are no outcome codes yet.',
    twice: 'This code is there already',
  },
});
