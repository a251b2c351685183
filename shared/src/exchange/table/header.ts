import { Problems, quoted } from '../problem.ts';
import { columnNames, fileWords, foldWord, nameOf } from '../words.ts';
import type { ColumnName } from '../words.ts';

export interface Header {
  /** The index of the header among the rows. */
  row: number;
  columns: ReadonlyMap<ColumnName, number>;
  /** As the file calls them. */
  names: ReadonlyMap<ColumnName, string>;
}

/** Other words that people head such columns with. */
const others: Partial<Record<ColumnName, readonly string[]>> = {
  number: ['no', '#', 'ステップ番号', 'step no.', 'step'],
  group: ['章', '分類', 'カテゴリ', 'section'],
  kind: ['ステップ種類', '種別', 'タイプ', 'type', 'step kind'],
  title: ['題名', 'ステップ', 'ステップ名', '見出し', 'step title', 'name'],
  say: ['話す内容', '台詞', 'トーク', 'セリフ', '本文', 'script', 'talk'],
  do: ['手順', '操作', 'instruction', 'action'],
  caution: ['注意・ng', '注意事項', 'ng', 'warning', 'note'],
  fields: ['入力', 'input', 'field'],
  gates: ['確認項目', '確認', 'gates', 'check'],
  choice: ['選択肢', '回答', '分岐名', 'answer', 'option'],
  to: ['行き先', '次', '次のステップ', '遷移先', 'next step', 'target', 'go to'],
  outcome: ['結果', 'result'],
};

/** Within the first rows: people put a title above a table. Null when no row names the title and something to go with it. */
export function readHeader(rows: readonly (readonly string[])[], problems: Problems): Header | null {
  for (const [row, cells] of rows.slice(0, 10).entries()) {
    const columns = new Map<ColumnName, number>();
    const names = new Map<ColumnName, string>();
    cells.forEach((cell, index) => {
      const name = columnOf(cell);
      if (name === null || columns.has(name)) return;
      columns.set(name, index);
      names.set(name, cell.trim());
    });
    if (!columns.has('title') || columns.size < 2) continue;
    cells.forEach((cell) => {
      if (cell.trim() !== '' && columnOf(cell) === null)
        problems.warn('unknown_column', { line: row + 1, values: { column: quoted(cell) } });
    });
    return { row, columns, names };
  }
  return null;
}

/** Whether the first rows hold a header. */
export function looksLikeTable(rows: readonly (readonly string[])[]): boolean {
  return readHeader(rows, new Problems()) !== null;
}

function columnOf(cell: string): ColumnName | null {
  const folded = foldWord(cell);
  return (
    nameOf(cell, columnNames, (language) => fileWords[language].column) ??
    columnNames.find((name) => others[name]?.includes(folded)) ??
    null
  );
}
