import { registerMessages } from '../i18n.ts';

export const bellMessages = registerMessages('bell', {
  ja: {
    open: 'お知らせ（未読{{count}}件）',
    title: '自分宛のコメント',
    readAll: 'すべて既読にする',
    none: '自分宛のコメントはまだありません。',
    noneHint: 'メンションや、自分のコメントへの返信がここに届きます。',
    more: 'さらに表示',
    unread: '未読',
    untitled: '（無題）',
    kinds: {
      mention: '{{name}}さんがあなたを呼び出しました',
      reply: '{{name}}さんが返信しました',
      accepted: '{{name}}さんが提案を採用しました',
      rejected: '{{name}}さんが提案を却下しました',
    },
  },
  en: {
    open: 'Notifications ({{count}} unread)',
    title: 'Comments for you',
    readAll: 'Mark all as read',
    none: 'No comments for you yet.',
    noneHint: 'Mentions of you and replies to your comments arrive here.',
    more: 'Show more',
    unread: 'unread',
    untitled: '(untitled)',
    kinds: {
      mention: '{{name}} mentioned you',
      reply: '{{name}} replied',
      accepted: '{{name}} accepted your suggestion',
      rejected: '{{name}} rejected your suggestion',
    },
  },
});
