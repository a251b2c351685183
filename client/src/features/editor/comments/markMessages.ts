import { registerMessages } from '../../../app/i18n.ts';

/** What is said of comments beside the texts; the words of the threads come with them. */
export const commentMarkMessages = registerMessages('commentMarks', {
  ja: {
    tab: 'コメント',
    editTab: '編集',
    changesTab: '変更',
    tabs: '編集・コメント・変更の切り替え',
    open: 'コメントを開く（未解決{{count}}件）',
    count: '未解決のコメント{{count}}件',
    selectionTools: '選んだ文への操作',
    add: 'コメント',
    suggest: '変更を提案',
    acceptedToast: '提案を採用しました。Ctrl+Z で元に戻せます。',
    acceptedOnly: '提案を採用しました。',
    decidedAlready: '他の人がすでに判断しました。',
    decidedFirst: {
      accepted: '{{name}}さんが先に採用しました。',
      rejected: '{{name}}さんが先に却下しました。',
    },
    problem: { conflict: 'ほかの操作と重なりました。最新の内容を確認してください。' },
    notFound: 'このコメントは削除されています。',
  },
  en: {
    tab: 'Comments',
    editTab: 'Edit',
    changesTab: 'Changes',
    tabs: 'Edit, comments or changes',
    open: 'Open comments ({{count}} open)',
    count: 'Open comments: {{count}}',
    selectionTools: 'Actions for the selection',
    add: 'Comment',
    suggest: 'Suggest a change',
    acceptedToast: 'Suggestion accepted. Ctrl+Z takes it back.',
    acceptedOnly: 'Suggestion accepted.',
    decidedAlready: 'Somebody else has decided this already.',
    decidedFirst: {
      accepted: '{{name}} was first and accepted it.',
      rejected: '{{name}} was first and rejected it.',
    },
    problem: { conflict: 'Something else happened at the same time. Please look at the latest state.' },
    notFound: 'This comment was deleted.',
  },
});
