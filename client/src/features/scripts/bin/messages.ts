import { registerMessages } from '../../../app/i18n.ts';

export const binMessages = registerMessages('bin', {
  ja: {
    title: 'ごみ箱',
    back: 'スクリプト',
    lead: 'ごみ箱のスクリプトは、30日間は元のフォルダに、下書き・公開の履歴・ラベルごと戻せます。',
    column: { title: 'タイトル', binned: 'ごみ箱に移動', until: '戻せる期限', menu: '操作' },
    restore: '戻す',
    restoreOf: '『{{title}}』を戻す',
    restored: '『{{title}}』を戻しました',
    open: '開く',
    daysLeft_one: 'あと{{count}}日',
    daysLeft_other: 'あと{{count}}日',
    empty: 'ごみ箱は空です',
    emptyBody: 'ごみ箱に移動したスクリプトが、ここに表示されます。',
  },
  en: {
    title: 'Bin',
    back: 'Scripts',
    lead: 'For 30 days a script in the bin can be brought back to its folder, with its draft, history and labels.',
    column: { title: 'Title', binned: 'Moved to bin', until: 'Can be restored until', menu: 'Actions' },
    restore: 'Restore',
    restoreOf: 'Restore “{{title}}”',
    restored: '“{{title}}” was restored',
    open: 'Open',
    daysLeft_one: '{{count}} day left',
    daysLeft_other: '{{count}} days left',
    empty: 'The bin is empty',
    emptyBody: 'Scripts that were moved to the bin appear here.',
  },
});
