import { boundedKeyOf, inverted } from '../bson/key.ts';
import type { Doc } from '../bson/value.ts';
import { CommandError, notSupported } from '../errors.ts';
import { matches } from '../query/filter.ts';
import { leavesAt } from '../query/path.ts';
import type { Index } from './spec.ts';

export interface IndexKeys {
  readonly keys: readonly Buffer[];
  readonly multikey: boolean;
  readonly cut: boolean;
}

const none: IndexKeys = { keys: [], multikey: false, cut: false };
const mostKeysOfADocument = 10_000;

/** The keys under which an index holds a document: one, several when a field is an array, none when it leaves it out. */
export function keysOf(index: Index, doc: Doc): IndexKeys {
  if (index.partial && !matches(index.partial, doc)) return none;
  const fields = index.fields.map(({ parts }) => leavesAt(doc, parts));
  if (index.sparse && fields.every(({ values }) => values.every((value) => value === undefined))) return none;
  const arrays = fields.filter(({ throughArray }) => throughArray).length;
  if (arrays > 1) checkArrays(index);
  let cut = false;
  let keys: Buffer[] = [Buffer.alloc(0)];
  for (const [i, { values }] of fields.entries()) {
    const encoded = values.map((value) => {
      const bounded = boundedKeyOf(value);
      cut ||= bounded.cut;
      return index.fields[i]?.direction === -1 ? inverted(bounded.key) : bounded.key;
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
