import { numberOf } from '../bson/number.ts';
import { isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { CommandError, badValue, notSupported } from '../errors.ts';
import { fieldsIn, parseFilter } from '../query/filter.ts';
import type { Filter } from '../query/filter.ts';
import { partsOf } from '../query/path.ts';

export interface IndexField {
  readonly path: string;
  readonly parts: readonly string[];
  readonly direction: 1 | -1;
}

/** An index as it is kept in the catalogue. `multikey` and `cut` only ever become true. */
export interface Index {
  readonly id: number;
  readonly name: string;
  readonly spec: Doc;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partial: Filter | undefined;
  readonly expireAfterSeconds: number | undefined;
  /** Some document has an array in it: bounds and order of the index are weaker. */
  multikey: boolean;
  /** Some value was too long for a key and is only good for equality. */
  cut: boolean;
}

/** The fields at the top of a document that decide under which keys the index holds it. */
export function fieldsOf(index: Index): string[] {
  const keyed = index.fields.map(({ parts }) => parts[0] ?? '');
  return index.partial ? [...keyed, ...fieldsIn(index.partial)] : keyed;
}

const ignoredOptions = new Set([
  'v',
  'key',
  'name',
  'background',
  'ns',
  'unique',
  'sparse',
  'hidden',
  'comment',
]);

/** Reads and checks the description of an index as `createIndexes` sends it. */
export function readIndex(id: number, described: Doc, state = { multikey: false, cut: false }): Index {
  const key = described.key;
  if (!isDoc(key) || Object.keys(key).length === 0)
    throw new CommandError(67, 'CannotCreateIndex', 'Index keys cannot be an empty object');
  const fields = Object.entries(key).map(([path, value]) => readField(path, value));
  for (const option of Object.keys(described)) {
    if (ignoredOptions.has(option) || option === 'expireAfterSeconds' || option === 'partialFilterExpression')
      continue;
    throw notSupported(`the index option ${option}`);
  }
  if (described.hidden === true) throw notSupported('hidden indexes');
  const name = described.name;
  if (typeof name !== 'string' || name === '')
    throw new CommandError(67, 'CannotCreateIndex', 'Index name must be a string');
  const expire = numberOf(described.expireAfterSeconds);
  if (expire !== undefined && fields.length > 1) {
    throw new CommandError(
      67,
      'CannotCreateIndex',
      'TTL indexes are single-field indexes, compound indexes do not support TTL',
    );
  }
  const sparse = described.sparse === true;
  const partial = readPartial(described.partialFilterExpression);
  if (sparse && partial)
    throw new CommandError(
      67,
      'CannotCreateIndex',
      'cannot mix "partialFilterExpression" and "sparse" options',
    );
  const unique = described.unique === true || name === '_id_';
  return {
    id,
    name,
    spec: specOf(described, key, name),
    fields,
    unique,
    sparse,
    partial,
    expireAfterSeconds: expire,
    ...state,
  };
}

function readField(path: string, value: unknown): IndexField {
  if (typeof value === 'string') throw notSupported(`${value} indexes`);
  const direction = numberOf(value);
  if (direction === undefined || direction === 0 || Number.isNaN(direction)) {
    throw new CommandError(
      67,
      'CannotCreateIndex',
      'Values in v:2 index key pattern must be of type number, and not 0',
    );
  }
  if (path.includes('$**')) throw notSupported('wildcard indexes');
  if (path === '' || path.startsWith('.') || path.endsWith('.') || path.startsWith('$')) {
    throw new CommandError(67, 'CannotCreateIndex', `Index key contains an illegal field name: ${path}`);
  }
  return { path, parts: partsOf(path), direction: direction > 0 ? 1 : -1 };
}

function specOf(described: Doc, key: Doc, name: string): Doc {
  const spec: Doc = { v: 2, key, name };
  for (const option of ['unique', 'sparse', 'expireAfterSeconds', 'partialFilterExpression', 'background']) {
    if (described[option] !== undefined) spec[option] = described[option];
  }
  return spec;
}

/** A partial index takes equalities and `$exists: true`, joined by "and". */
function readPartial(expression: unknown): Filter | undefined {
  if (expression === undefined) return undefined;
  if (!isDoc(expression)) throw badValue('partialFilterExpression must be an object');
  const filter = parseFilter(expression);
  const check = (each: Filter): boolean =>
    each.kind === 'condition'
      ? each.operator === '$eq' || each.operator === '$exists'
      : each.kind === 'and' && each.filters.every(check);
  if (!check(filter)) throw notSupported('partial indexes on anything but equality and $exists: true');
  return filter;
}
