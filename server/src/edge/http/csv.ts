import type { Writable } from 'node:stream';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { stringify } from 'csv-stringify';
import iconv from 'iconv-lite';
import type { LogName, LogRow } from '@daihon/shared/log';
import { neutralise } from '../../platform/neutralise.ts';

export type CsvEncoding = 'utf-8' | 'sjis';
export type CsvLanguage = 'ja' | 'en';

interface Column {
  label: Record<CsvLanguage, string>;
  value: (row: LogRow, time: (iso: string) => string) => string;
}

const n: Column = { label: { ja: '番号', en: 'No.' }, value: (row) => String(row.n) };
const time: Column = { label: { ja: '日時', en: 'Time' }, value: (row, format) => format(row.at) };
const account: Column = { label: { ja: 'アカウント', en: 'Account' }, value: (row) => row.actor.loginId };

const auditColumns: readonly Column[] = [
  n,
  time,
  account,
  { label: { ja: '操作', en: 'Action' }, value: (row) => row.action },
  { label: { ja: '対象', en: 'Target' }, value: (row) => targetText(row) },
  { label: { ja: '結果', en: 'Result' }, value: (row) => row.result },
  { label: { ja: '接続元', en: 'Address' }, value: (row) => row.address },
  { label: { ja: '詳細', en: 'Detail' }, value: (row) => JSON.stringify(row.detail) },
];

const memoColumns: readonly Column[] = [
  n,
  time,
  account,
  { label: { ja: 'スクリプト', en: 'Script' }, value: (row) => detailText(row, 'script') },
  { label: { ja: '版', en: 'Version' }, value: (row) => detailText(row, 'version') },
  { label: { ja: '通話', en: 'Call' }, value: (row) => detailText(row, 'callId') },
  { label: { ja: '結果コード', en: 'Outcome' }, value: (row) => detailText(row, 'outcome') },
  { label: { ja: '応対メモ', en: 'Memo' }, value: (row) => detailText(row, 'memo') },
];

/**
 * Writes the log as CSV, row by row, as fast as `destination` takes it: constant memory at any size. UTF-8 begins with a BOM,
 * so that spreadsheets recognise it. Rejects when the rows or the destination fail.
 */
export async function writeLogCsv(
  destination: Writable,
  log: LogName,
  rows: AsyncIterable<LogRow>,
  options: { language: CsvLanguage; encoding: CsvEncoding; timeZone: string },
): Promise<void> {
  const columns = log === 'memo' ? memoColumns : auditColumns;
  const source = cells(columns, rows, options.language, zonedTime(options.timeZone));
  await writeTable(destination, source, options.encoding);
}

/** Any table as CSV, row by row: what a spreadsheet would take for a formula is neutralised. */
export async function writeTable(
  destination: Writable,
  rows: AsyncIterable<string[]> | Iterable<string[]>,
  encoding: CsvEncoding,
): Promise<void> {
  const source = Readable.from(neutralised(rows));
  const csv = stringify({ quoted: true, bom: encoding === 'utf-8', record_delimiter: 'windows' });
  if (encoding === 'utf-8') await pipeline(source, csv, destination);
  else await pipeline(source, csv, toShiftJis, destination);
}

async function* toShiftJis(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const decoder = new StringDecoder('utf8');
  for await (const chunk of chunks) yield iconv.encode(decoder.write(chunk), 'windows-31j');
}

async function* cells(
  columns: readonly Column[],
  rows: AsyncIterable<LogRow>,
  language: CsvLanguage,
  format: (iso: string) => string,
): AsyncIterable<string[]> {
  yield columns.map((column) => column.label[language]);
  for await (const row of rows) yield columns.map((column) => column.value(row, format));
}

async function* neutralised(rows: AsyncIterable<string[]> | Iterable<string[]>): AsyncIterable<string[]> {
  for await (const row of rows) yield row.map(neutralise);
}

function targetText({ target }: LogRow): string {
  if (target === null) return '';
  return target.label === '' || target.label === target.id
    ? `${target.type} ${target.id}`
    : `${target.type} ${target.label} (${target.id})`;
}

function detailText(row: LogRow, name: string): string {
  const value = row.detail[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** ISO 8601 with the zone's offset. */
export function zonedTime(timeZone: string): (iso: string) => string {
  const formatter = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    timeZoneName: 'longOffset',
  });
  return (iso) => {
    const parts = new Map(formatter.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
    const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
    const offset = get('timeZoneName').replace('GMT', '') || '+00:00';
    return (
      `${get('year')}-${get('month')}-${get('day')}T` +
      `${get('hour')}:${get('minute')}:${get('second')}.${get('fractionalSecond')}${offset}`
    );
  };
}
