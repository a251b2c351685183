import { registerMessages } from '../../../../app/i18n.ts';

export const historyMessages = registerMessages('editorStepHistory', {
  ja: {
    title: '公開版 {{number}} からの変更',
    authors: 'このステップを編集した人',
    same: { title: '公開版から変わっていません', body: 'このステップの内容は公開版 {{number}} と同じです。' },
    unpublished: {
      title: 'まだ公開されていません',
      body: '公開すると、ここに公開版からの変更が表示されます。',
    },
    added: '公開版 {{number}} にはない、新しいステップです。',
    moved: '順序が変わりました。内容は同じです。',
    removed: 'このステップは下書きから削除されています。',
    none: { title: 'ステップが選ばれていません', body: 'ステップを選ぶと、公開版からの変更が表示されます。' },
    restore: '公開版に戻す',
    restored: '「{{step}}」を公開版 {{number}} に戻しました',
    undo: '元に戻す',
    compare: 'スクリプト全体の変更を見る',
    loading: '公開版を読み込んでいます…',
    untitled: '（無題）',
  },
  en: {
    title: 'Changes since version {{number}}',
    authors: 'Who edited this step',
    same: { title: 'Unchanged', body: 'This step is the same as in version {{number}}.' },
    unpublished: {
      title: 'Not published yet',
      body: 'Once it is, the changes since the published version are shown here.',
    },
    added: 'A new step; version {{number}} does not have it.',
    moved: 'The order changed; the content is the same.',
    removed: 'This step has been deleted from the draft.',
    none: { title: 'No step chosen', body: 'Choose a step to see what changed since it was published.' },
    restore: 'Back to the published step',
    restored: '“{{step}}” is back to version {{number}}',
    undo: 'Undo',
    compare: 'See the changes of the whole script',
    loading: 'Loading the published version…',
    untitled: '(untitled)',
  },
});
