import { inverted, longestKey } from '../bson/key.ts';
import { KeyWriter } from '../bson/keyWriter.ts';
import { isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { CommandError, notSupported } from '../errors.ts';
import { matches } from '../query/filter.ts';
import { fieldOf, leavesAt } from '../query/path.ts';
import type { Index } from './spec.ts';

export interface IndexKeys {
  readonly keys: readonly Buffer[];
  readonly multikey: boolean;
  readonly cut: boolean;
}

const none: IndexKeys = { keys: [], multikey: false, cut: false };
const mostKeysOfADocument = 10_000;
const writer = new KeyWriter();

/**
 * The keys under which an index holds a document, each after the given prefix: one, several when a field is an array,
 * none when the index leaves the document out.
 */
export function keysOf(index: Index, doc: Doc, prefix: Buffer): IndexKeys {
  if (index.partial && !matches(index.partial, doc)) return none;
  return plainKey(index, doc, prefix) ?? expandedKeys(index, doc, prefix);
}

/** The common case, in one go: no array on any of the ways. Undefined when there is one. */
function plainKey(index: Index, doc: Doc, prefix: Buffer): IndexKeys | undefined {
  writer.clear();
  writer.raw(prefix);
  let cut = false;
  let present = false;
  for (const { parts, direction } of index.fields) {
    const value = plainLeaf(doc, parts);
    if (Array.isArray(value)) return undefined;
    present ||= value !== undefined;
    const start = writer.length;
    writer.value(value);
    cut = writer.bound(start, longestKey) || cut;
    if (direction === -1) writer.invert(start);
  }
  return index.sparse && !present ? none : { keys: [writer.copy()], multikey: false, cut };
}

/** The value at the end of the path, or the array that lies on the way. */
function plainLeaf(doc: Doc, parts: readonly string[]): unknown {
  let node: unknown = doc;
  for (const part of parts) {
    if (Array.isArray(node)) return node;
    node = isDoc(node) ? fieldOf(node, part) : undefined;
  }
  return node;
}

function expandedKeys(index: Index, doc: Doc, prefix: Buffer): IndexKeys {
  const fields = index.fields.map(({ parts }) => leavesAt(doc, parts));
  if (index.sparse && fields.every(({ values }) => values.every((value) => value === undefined))) return none;
  const arrays = fields.filter(({ throughArray }) => throughArray).length;
  if (arrays > 1) checkArrays(index);
  let cut = false;
  let keys: Buffer[] = [prefix];
  for (const [i, { values }] of fields.entries()) {
    const encoded = values.map((value) => {
      writer.clear();
      writer.value(value);
      cut = writer.bound(0, longestKey) || cut;
      return index.fields[i]?.direction === -1 ? inverted(writer.copy()) : writer.copy();
    });
    keys = keys.flatMap((key) => encoded.map((part) => Buffer.concat([key, part])));
    if (keys.length > mostKeysOfADocument)
      throw notSupported(`more than ${mostKeysOfADocument} index keys of one document`);
  }
  return { keys: arrays > 0 ? distinct(keys) : keys, multikey: arrays > 0, cut };
}

/** Two arrays side by side have no pairs that would make sense; below one array a unique pair cannot be told. */
function checkArrays(index: Index): void {
  const roots = new Set(index.fields.map(({ parts }) => parts[0]));
  if (roots.size === index.fields.length) {
    throw new CommandError(171, 'CannotIndexParallelArrays', 'cannot index parallel arrays');
  }
  if (index.unique) throw notSupported('unique indexes on two fields below an array');
}

function distinct(keys: readonly Buffer[]): Buffer[] {
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
}
