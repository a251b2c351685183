import { registerMessages } from '../../../app/i18n.ts';

export const pagesMessages = registerMessages('settingsPages', {
  ja: {
    title: '埋め込みページ',
    lead: 'ステップに埋め込めるページのホスト名です。*.example.jp は、その下のすべてを表します。ここにないページは表示されず、代わりの文が出ます。',
    host: '許可するホスト名',
    hint: '例：help.example.jp',
    add: '追加',
    remove: '{{host}} を削除',
    empty: '許可しているホストはありません。',
    bad: 'ホスト名だけを入力してください（例：help.example.jp、*.example.jp）',
    twice: 'すでにあります',
  },
  en: {
    title: 'Embedded pages',
    lead: 'Host names that steps may embed pages from. *.example.jp stands for all below it. Other pages are not shown; the text for that case is.',
    host: 'Host name to allow',
    hint: 'e.g. help.example.jp',
    add: 'Add',
    remove: 'Remove {{host}}',
    empty: 'No host is allowed.',
    bad: 'Enter a host name only (help.example.jp, *.example.jp)',
    twice: 'It is there already',
  },
});
