import { registerMessages } from '../../app/i18n.ts';

export const pageMessages = registerMessages('embeddedPage', {
  ja: {
    page: '埋め込みページ',
    open: '新しいタブで開く',
    waiting: 'ページを読み込んでいます…',
    late: 'ページの読み込みに時間がかかっています。',
    notAllowed: 'このページは表示できません。',
    unseen: '表示されないとき',
  },
  en: {
    page: 'Embedded page',
    open: 'Open in a new tab',
    waiting: 'Loading the page…',
    late: 'The page is taking long to load.',
    notAllowed: 'This page cannot be shown.',
    unseen: 'If nothing is shown',
  },
});
