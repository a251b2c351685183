import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { neutralise, withoutGuard } from '../platform/neutralise.ts';

const mostRows = 20_000;

/** The rows of a CSV, or of what a spreadsheet put on the clipboard (tabs). Null when its quotes do not pair up. */
export function readCsv(text: string): string[][] | null {
  try {
    const rows = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
      to: mostRows,
    });
    return rows.map((row) => row.map(withoutGuard));
  } catch {
    return null;
  }
}

/** The sign that the header uses most. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/u, 1);
  const count = (sign: string): number => line.split(sign).length;
  return ['\t', ';', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

/** UTF-8 with a byte order mark, so that spreadsheets recognise it, or Shift_JIS; no cell is run as a formula. */
export function writeCsv(rows: readonly (readonly string[])[], encoding: 'utf-8' | 'sjis'): Buffer {
  const cells = rows.map((row) => row.map(neutralise));
  const text = stringify(cells, { quoted: true, bom: encoding === 'utf-8', record_delimiter: 'windows' });
  return encoding === 'utf-8' ? Buffer.from(text, 'utf8') : iconv.encode(text, 'windows-31j');
}
