import { registerMessages } from '../../app/i18n.ts';

export const undoMessages = registerMessages('importUndo', {
  ja: {
    undo: '元に戻す',
    undone: '読み込む前の内容に戻しました',
    undoneBut_one: '読み込む前の内容に戻しました。読み込みの後に変えられた{{count}}件は残しました{{names}}',
    undoneBut_other: '読み込む前の内容に戻しました。読み込みの後に変えられた{{count}}件は残しました{{names}}',
    already: 'この読み込みはすでに元に戻されています',
    imported: '{{name}}さんがファイルを読み込んで、この下書きを置き換えました',
    importUndone: '{{name}}さんが読み込みを元に戻しました',
    last: '直前の読み込みを元に戻す',
    lastOf: '{{name}}さん・{{time}}',
    lastOfFile: '{{file}}・{{name}}さん・{{time}}',
  },
  en: {
    undo: 'Undo',
    undone: 'The draft is as it was before the file',
    undoneBut_one: 'The draft is as it was before the file. {{count}} change made since stays {{names}}',
    undoneBut_other: 'The draft is as it was before the file. {{count}} changes made since stay {{names}}',
    already: 'This import was undone already',
    imported: '{{name}} replaced this draft by a file',
    importUndone: '{{name}} undid the import of a file',
    last: 'Undo the last import',
    lastOf: '{{name}}, {{time}}',
    lastOfFile: '{{file}}, {{name}}, {{time}}',
  },
});
