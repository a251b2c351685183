import { Problems } from '@daihon/shared/exchange/problem';
import type { ProblemCode } from '@daihon/shared/exchange/problem';
import { readMarkdown } from '@daihon/shared/exchange/markdown/readMarkdown';
import { readScriptJson } from '@daihon/shared/exchange/readJson';
import { looksLikeTable } from '@daihon/shared/exchange/table/header';
import { readTable } from '@daihon/shared/exchange/table/readTable';
import { unreadable } from '@daihon/shared/exchange/assemble';
import type { ReadingOptions } from '@daihon/shared/exchange/assemble';
import type { FileEncoding, FileFormat } from '@daihon/shared/wire/exchange';
import { deeperThan } from '../platform/depth.ts';
import { randomId } from '../platform/clock.ts';
import { readCsv } from './csv.ts';
import { decodeText } from './decodeText.ts';
import type { ReadJob, ReadReply } from './protocol.ts';
import { readXlsx } from './xlsx.ts';

/** Nested objects of a script are fifteen deep. */
const deepest = 20;
/** Characters of an outline: a script of a thousand steps has some four hundred thousand. */
const longestOutline = 600_000;

/** Tells what a file is by what is in it, and reads it. Never throws for what is in the file. */
export async function readFile(job: ReadJob): Promise<ReadReply> {
  const { bytes, name } = job;
  if (bytes.length === 0) return failed('empty_file');
  if (startsWith(bytes, [0x50, 0x4b])) return readWorkbook(job);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return failed('old_excel', 'xlsx');
  const decoded = decodeText(bytes);
  if (decoded === null) return failed('bad_encoding');
  const { text, encoding } = decoded;
  if (text.trim() === '') return failed('empty_file');
  return readText(text, encoding, name, optionsOf(job));
}

async function readWorkbook(job: ReadJob): Promise<ReadReply> {
  const sheet = await readXlsx(job.bytes);
  if ('problem' in sheet) return failed(sheet.problem, 'xlsx');
  return { ...readTable(sheet.rows, optionsOf(job)), format: 'xlsx', encoding: null };
}

function readText(text: string, encoding: FileEncoding, name: string, options: ReadingOptions): ReadReply {
  const extension = /\.(\w+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  if (extension === 'json' || (extension === '' && /^\s*\{/u.test(text)))
    return { ...readJson(text, options), format: 'json', encoding };
  const outline = extension === 'md' || extension === 'markdown';
  const rows = outline ? null : readCsv(text);
  const isTable = extension === 'csv' || extension === 'tsv' || (rows !== null && looksLikeTable(rows));
  if (!isTable) {
    if (text.length > longestOutline) return failed('too_large', 'markdown');
    return { ...readMarkdown(text.replace(/^\uFEFF/u, ''), options), format: 'markdown', encoding };
  }
  return rows === null ? failed('bad_csv', 'csv') : { ...readTable(rows, options), format: 'csv', encoding };
}

function readJson(text: string, options: ReadingOptions) {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return failed('not_json', 'json');
  }
  return deeperThan(value, deepest) ? failed('nested_too_deep', 'json') : readScriptJson(value, options);
}

function optionsOf({ name, language, title, calls }: ReadJob): ReadingOptions {
  const ofFile = name
    .replace(/\.\w{1,8}$/u, '')
    .trim()
    .slice(0, 200);
  return { newId: randomId, calls, language, title: title ?? (ofFile === '' ? unnamed[language] : ofFile) };
}

const unnamed = { ja: '読み込んだスクリプト', en: 'Imported script' };

function failed(code: ProblemCode, format: FileFormat | null = null): ReadReply {
  const problems = new Problems();
  problems.error(code);
  return { ...unreadable(problems), format, encoding: null };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
