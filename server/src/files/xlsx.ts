import { unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import writeXlsxFile from 'write-excel-file/node';
import { columnNames } from '@daihon/shared/exchange/words';
import type { ColumnName } from '@daihon/shared/exchange/words';
import type { ProblemCode } from '@daihon/shared/exchange/problem';

/** What the parts of a workbook may be together once they are unpacked: a few bytes can stand for gigabytes. */
const mostUnpackedBytes = 24 * 1024 * 1024;
const mostCells = 400_000;

export type SheetReading = { rows: string[][] } | { problem: ProblemCode };

/** The first sheet of a workbook as texts. */
export async function readXlsx(bytes: Uint8Array): Promise<SheetReading> {
  const parts = unpack(bytes);
  if ('problem' in parts) return parts;
  try {
    // Packed anew: what is read is exactly what was measured, whatever the headers of the file said.
    const clean = zipSync(parts.files, { level: 0 });
    const buffer = new ArrayBuffer(clean.length);
    new Uint8Array(buffer).set(clean);
    const sheet = await readSheet(buffer, { trim: false });
    return { rows: sheet.map((row) => row.map(textOf)) };
  } catch {
    return { problem: 'bad_excel' };
  }
}

function unpack(bytes: Uint8Array): { files: Record<string, Uint8Array> } | { problem: ProblemCode } {
  let size = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/u.test(name)) return false;
        size += originalSize;
        return size <= mostUnpackedBytes;
      },
    });
  } catch {
    return { problem: 'bad_excel' };
  }
  if (size > mostUnpackedBytes) return { problem: 'excel_too_large' };
  // A name such as `__proto__` is nobody's part.
  const kept = Object.entries(files).filter(([name]) =>
    /^(?:_rels|docProps|xl|\[Content_Types\])/u.test(name),
  );
  const texts = kept.map(([name, data]) => [name, Buffer.from(data).toString('latin1')] as const);
  if (texts.some(([, text]) => text.includes('<!DOCTYPE') || text.includes('<!ENTITY')))
    return { problem: 'bad_excel' };
  const sheets = texts.filter(([name]) => name.startsWith('xl/worksheets/'));
  if (sheets.some(([, text]) => reachesTooFar(text))) return { problem: 'excel_too_large' };
  return { files: Object.fromEntries(kept) };
}

/** A single cell in the far corner would be a table of billions. */
function reachesTooFar(sheet: string): boolean {
  let [columns, rows] = [0, 0];
  for (const [, letters = '', number = ''] of sheet.matchAll(/\sr="([A-Z]{1,4})(\d{1,9})"/gu)) {
    columns = Math.max(columns, columnNumber(letters));
    rows = Math.max(rows, Number(number));
  }
  return columns * rows > mostCells || (sheet.match(/<(?:\w+:)?c[\s>/]/gu) ?? []).length > mostCells;
}

/** `A` is 1, `AA` is 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value instanceof Date ? value.toISOString().slice(0, 10) : '';
}

/** Characters of each column: the texts are what one reads. */
const widths: Partial<Record<ColumnName, number>> = {
  number: 6,
  group: 14,
  kind: 10,
  title: 24,
  say: 60,
  do: 40,
  caution: 40,
  fields: 40,
  gates: 24,
  choice: 24,
  to: 26,
  when: 30,
  outcome: 14,
  call: 24,
  page: 24,
  marks: 12,
};

/** A workbook with the table on one sheet: header in sight, long texts wrapped, every cell a text. */
export async function writeXlsx(rows: readonly (readonly string[])[], sheet: string): Promise<Uint8Array> {
  const [header = [], ...body] = rows;
  const data = [
    header.map((value) => ({
      value,
      type: String,
      fontWeight: 'bold' as const,
      backgroundColor: '#E6F2F0',
      bottomBorderStyle: 'thin' as const,
    })),
    ...body.map((row) =>
      row.map((value) =>
        value === '' ? null : { value, type: String, wrap: true, alignVertical: 'top' as const },
      ),
    ),
  ];
  const columns = columnNames.map((name) => ({ width: widths[name] ?? 20 }));
  return writeXlsxFile(data, { sheet, columns, stickyRowsCount: 1, stickyColumnsCount: 4 }).toBuffer();
}
