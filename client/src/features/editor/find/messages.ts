import { registerMessages } from '../../../app/i18n.ts';

const ja = {
  title: 'このスクリプト内を検索',
  label: '検索する言葉',
  hint: '見出し・本文・分岐・入力項目を検索',
  next: '次へ（Enter）',
  previous: '前へ（Shift+Enter）',
  close: '検索を閉じる',
  position: '{{at}} / {{count}}',
  found: '{{count}}件見つかりました',
  none: '見つかりません',
  results: '検索結果',
  untitled: '（無題）',
  places: {
    title: 'ステップ名',
    say: '読む',
    do: 'する',
    caution: '注意',
    choice: '分岐',
    field: '入力項目',
    gate: '確認項目',
    outcome: '結果コード',
  },
} as const;

const en = {
  title: 'Find in this script',
  label: 'Words to find',
  hint: 'Names, texts, choices, fields',
  next: 'Next (Enter)',
  previous: 'Previous (Shift+Enter)',
  close: 'Close the search',
  position: '{{at}} / {{count}}',
  found: '{{count}} found',
  none: 'Nothing found',
  results: 'Found',
  untitled: '(untitled)',
  places: {
    title: 'Name',
    say: 'Say',
    do: 'Do',
    caution: 'Caution',
    choice: 'Choice',
    field: 'Field',
    gate: 'Check',
    outcome: 'Outcome',
  },
} as const;

export const findMessages = registerMessages('editorFind', { ja, en });
