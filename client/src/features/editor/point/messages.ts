import { registerMessages } from '../../../app/i18n.ts';

export const pointMessages = registerMessages('editorPoint', {
  ja: {
    open: '今の内容に名前を付ける',
    timeline: '編集の履歴',
    lead: '変更は自動で保存されています。名前を付けると、編集の履歴からいつでもこの内容に戻せます。',
    name: '名前',
    example: '例：7月改定の前',
    save: '名前を付ける',
    waiting: '保存中の変更が{{count}}件あります。保存が終わると名前を付けられます。',
    done: '「{{name}}」を編集の履歴に残しました',
    show: '編集の履歴を開く',
    full: '名前を付けられる数（200）に達しています。',
  },
  en: {
    open: 'Name this point',
    timeline: 'Timeline',
    lead: 'Changes are saved by themselves. A named point can be gone back to at any time from the timeline.',
    name: 'Name',
    example: 'e.g. Before the July revision',
    save: 'Name',
    waiting: '{{count}} changes are being saved. The point can be named when they are.',
    done: '“{{name}}” is kept in the timeline',
    show: 'Open timeline',
    full: 'There are 200 named points already.',
  },
});
