import { registerMessages } from '../../../app/i18n.ts';

const ja = {
  copied_one: '{{count}}件のステップをコピーしました',
  copied_other: '{{count}}件のステップをコピーしました',
  pasted_one: '{{count}}件のステップを貼り付けました',
  pasted_other: '{{count}}件のステップを貼り付けました',
  nothing: '貼り付けられる内容がありません',
  denied: 'ブラウザーがクリップボードの使用を許可していません。Ctrl+C・Ctrl+V をお使いください。',
  askTitle: '{{count}}件のステップを作りますか？',
  ask: '貼り付けた文章を段落ごとに1つのトークにします。',
  askFirst: '最初の段落：{{text}}',
  confirm: 'ステップを作る',
  cancel: 'キャンセル',
  close: '閉じる',
  untitled: '（無題）',
  say: '読む',
  do: 'する',
  caution: '注意',
  choice: '{{label}} → {{step}}',
  noLabel: '（ラベルなし）',
  noTarget: '行き先なし',
  undo: '元に戻す',
} as const;

const en = {
  copied_one: 'Copied {{count}} step',
  copied_other: 'Copied {{count}} steps',
  pasted_one: 'Pasted {{count}} step',
  pasted_other: 'Pasted {{count}} steps',
  nothing: 'There is nothing to paste',
  denied: 'The browser does not allow the clipboard here. Please use Ctrl+C and Ctrl+V.',
  askTitle: 'Make {{count}} steps?',
  ask: 'Each paragraph of the pasted text becomes a talk step.',
  askFirst: 'First paragraph: {{text}}',
  confirm: 'Make steps',
  cancel: 'Cancel',
  close: 'Close',
  untitled: '(untitled)',
  say: 'Say',
  do: 'Do',
  caution: 'Caution',
  choice: '{{label}} → {{step}}',
  noLabel: '(no label)',
  noTarget: 'no target',
  undo: 'Undo',
} as const;

export const clipMessages = registerMessages('editorClipboard', { ja, en });
