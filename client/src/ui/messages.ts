import { registerMessages } from '../app/i18n.ts';

export const uiMessages = registerMessages('ui', {
  ja: {
    close: '閉じる',
    cancel: 'キャンセル',
    retry: '再読み込み',
    loading: '読み込んでいます…',
    more: 'さらに表示',
    clear: '入力を消す',
    news: 'お知らせ',
    problem: {
      network: 'サーバーに接続できません。ネットワークをご確認ください。',
      forbidden: 'この操作を行う権限がありません。',
      not_found: '見つかりませんでした。削除されたか、移動された可能性があります。',
      conflict: '他の人が先に変更しました。最新の内容を確認してから、もう一度お試しください。',
      throttled: '操作が続いたため、一時的に制限されています。少し待ってからお試しください。',
      bad_input: '入力内容を確認してください。',
      unavailable: 'ただいま利用できません。少し待ってからお試しください。',
      internal: '問題が発生しました。もう一度お試しください。',
    },
  },
  en: {
    close: 'Close',
    cancel: 'Cancel',
    retry: 'Try again',
    loading: 'Loading…',
    more: 'Show more',
    clear: 'Clear',
    news: 'Notifications',
    problem: {
      network: 'The server cannot be reached. Please check your network.',
      forbidden: 'You do not have permission to do this.',
      not_found: 'Not found. It may have been deleted or moved.',
      conflict: 'Someone else changed this first. Look at the newest state and try again.',
      throttled: 'Too many requests in a row. Please wait a moment and try again.',
      bad_input: 'Please check what you entered.',
      unavailable: 'Not available at the moment. Please try again shortly.',
      internal: 'Something went wrong. Please try again.',
    },
  },
});
