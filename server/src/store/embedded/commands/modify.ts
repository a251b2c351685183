import { decode, encode } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import type { Table } from '../engine/table.ts';
import { CommandError } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import type { Source } from '../query/find.ts';
import type { Match } from '../query/run.ts';
import { upsertDoc } from '../update/upsert.ts';
import type { Update } from '../update/update.ts';

export const mostDocumentBytes = 16 * 1024 * 1024;

/** Applies the update to one document. What counts as a change are its bytes: nothing that differs is ever dropped. */
export function modify(
  table: Table,
  match: Match,
  filter: Filter,
  update: Update,
): { changed: boolean; bytes: Buffer } {
  const after = update.apply(decode(match.bytes), filter, false);
  const bytes = sized(encode(after));
  if (bytes.equals(match.bytes)) return { changed: false, bytes };
  table.replace(match, bytes, after);
  return { changed: true, bytes };
}

export function upsert(table: Table, filter: Filter, update: Update): { id: unknown; bytes: Buffer } {
  const doc = idFirst(upsertDoc(filter, update));
  const bytes = sized(encode(doc));
  table.insert(bytes, doc);
  return { id: doc._id, bytes };
}

export function removeMatching(table: Table | undefined, found: Source): number {
  const matches: Match[] = [];
  for (let match = found.next(); match; match = found.next()) matches.push(match);
  for (const match of matches) table?.remove(match);
  return matches.length;
}

function idFirst(doc: Doc): Doc {
  const { _id, ...rest } = doc;
  return { _id, ...rest };
}

function sized(bytes: Buffer): Buffer {
  if (bytes.length > mostDocumentBytes) throw tooLarge(bytes.length);
  return bytes;
}

export function tooLarge(bytes: number): CommandError {
  return new CommandError(
    10334,
    'BSONObjectTooLarge',
    `BSONObj size: ${bytes} is invalid. Size must be between 0 and ${mostDocumentBytes}`,
  );
}
