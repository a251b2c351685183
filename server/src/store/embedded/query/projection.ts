import type { FieldChoice } from '../bson/fields.ts';
import { numberOf } from '../bson/number.ts';
import { isDoc } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { badValue, notSupported } from '../errors.ts';
import { matches, parseFilter } from './filter.ts';
import { partsOf } from './path.ts';

export interface Projection {
  (doc: Doc): Doc;
  /** Set when whole fields at the top are taken or left out, and nothing else: then bytes can be picked without decoding them. */
  readonly whole: FieldChoice | undefined;
}

/** Computes a new field of `$project`; only the aggregation passes one. */
export type Compute = (expression: unknown) => (doc: Doc) => unknown;

type Leaf = 'include' | 'exclude' | ((value: unknown, doc: Doc) => unknown);
type Tree = Map<string, Leaf | Tree>;

/** Reads a projection; undefined when it keeps everything. */
export function parseProjection(projection: unknown, compute?: Compute): Projection | undefined {
  if (projection === undefined || projection === null) return undefined;
  if (!isDoc(projection)) throw badValue('projection must be an object');
  if (Object.keys(projection).length === 0) return undefined;
  const tree: Tree = new Map();
  let mode: 'include' | 'exclude' | undefined;
  let keepId: boolean | undefined;
  for (const [path, value] of flattened(projection, compute !== undefined)) {
    const leaf = leafOf(path, value, compute);
    if (path === '_id' && typeof leaf === 'string') keepId = leaf === 'include';
    else {
      const leafMode = typeof leaf === 'string' ? leaf : isSlice(value) ? mode : 'include';
      if (mode && leafMode && mode !== leafMode) {
        throw badValue(
          `Cannot do ${leafMode === 'include' ? 'inclusion' : 'exclusion'} on field ${path} in ${mode === 'include' ? 'inclusion' : 'exclusion'} projection`,
        );
      }
      mode ??= leafMode;
      insert(tree, partsOf(path), leaf, path);
    }
  }
  const include = mode ? mode === 'include' : keepId === true && tree.size === 0;
  if (include ? keepId !== false && !tree.has('_id') : keepId === false)
    tree.set('_id', include ? 'include' : 'exclude');
  return Object.assign((doc: Doc) => project(doc, tree, include, doc), { whole: wholeFields(tree, include) });
}

function wholeFields(tree: Tree, include: boolean): FieldChoice | undefined {
  const wanted = include ? 'include' : 'exclude';
  return [...tree.values()].every((leaf) => leaf === wanted)
    ? { names: new Set(tree.keys()), include }
    : undefined;
}

/** `{ a: { b: 1 } }` means `{ 'a.b': 1 }`. */
function flattened(projection: Doc, computed: boolean, prefix = ''): [string, unknown][] {
  return Object.entries(projection).flatMap(([name, value]): [string, unknown][] => {
    if (name.startsWith('$') && prefix === '')
      throw badValue(`FieldPath field names may not start with '$': ${name}`);
    if (name.endsWith('.$') || name === '$') throw notSupported('the positional projection');
    const operator = isDoc(value) && (Object.keys(value)[0]?.startsWith('$') ?? true);
    if (isDoc(value) && !operator) return flattened(value, computed, `${prefix}${name}.`);
    return [[`${prefix}${name}`, value]];
  });
}

function isSlice(value: unknown): boolean {
  return isDoc(value) && '$slice' in value;
}

function leafOf(path: string, value: unknown, compute: Compute | undefined): Leaf {
  const number = numberOf(value);
  if (number !== undefined || typeof value === 'boolean')
    return (number ?? Number(value)) !== 0 ? 'include' : 'exclude';
  if (compute) {
    const computed = compute(value);
    return (_, doc) => computed(doc);
  }
  if (isDoc(value) && '$slice' in value) return slice(value.$slice);
  if (isDoc(value) && '$elemMatch' in value) return elemMatch(value.$elemMatch);
  const operator = isDoc(value) ? Object.keys(value)[0] : undefined;
  throw notSupported(
    operator === undefined
      ? `computed fields in a projection (${path})`
      : `the projection operator ${operator}`,
  );
}

function slice(operand: unknown): (value: unknown) => unknown {
  const [first, second] = Array.isArray(operand) ? operand.map(numberOf) : [numberOf(operand)];
  if (first === undefined) throw badValue('$slice only supports numbers and [skip, limit] arrays');
  return (value) => {
    if (!isList(value)) return value;
    if (second === undefined) return first < 0 ? value.slice(first) : value.slice(0, first);
    const from = first < 0 ? Math.max(value.length + first, 0) : first;
    return value.slice(from, from + second);
  };
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

function elemMatch(operand: unknown): (value: unknown) => unknown {
  const filter = parseFilter({ value: { $elemMatch: operand } });
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const found: unknown = value.find((element: unknown) => matches(filter, { value: [element] }));
    return found === undefined ? undefined : [found];
  };
}

function insert(tree: Tree, parts: readonly string[], leaf: Leaf, path: string): void {
  const [part = '', ...rest] = parts;
  const existing = tree.get(part);
  if (rest.length === 0) {
    if (existing !== undefined) throw badValue(`Path collision at ${path}`);
    tree.set(part, leaf);
    return;
  }
  if (existing !== undefined && !(existing instanceof Map)) throw badValue(`Path collision at ${path}`);
  const child: Tree = existing ?? new Map<string, Leaf | Tree>();
  tree.set(part, child);
  insert(child, rest, leaf, path);
}

function project(node: Doc, tree: Tree, include: boolean, root: Doc): Doc {
  const result: Doc = {};
  for (const [name, value] of Object.entries(node)) {
    const leaf = tree.get(name);
    const projected =
      leaf === undefined ? (include ? undefined : value) : projectField(value, leaf, include, root);
    if (projected !== undefined) define(result, name, projected);
  }
  for (const [name, leaf] of tree) {
    if (Object.hasOwn(node, name)) continue;
    const value =
      leaf instanceof Map
        ? computedOnly(leaf, root)
        : typeof leaf === 'function'
          ? leaf(undefined, root)
          : undefined;
    if (value !== undefined) define(result, name, value);
  }
  return result;
}

function projectField(value: unknown, leaf: Leaf | Tree, include: boolean, root: Doc): unknown {
  if (leaf === 'include') return value;
  if (leaf === 'exclude') return undefined;
  if (typeof leaf === 'function') return leaf(value, root);
  if (isDoc(value)) return project(value, leaf, include, root);
  if (Array.isArray(value)) {
    return value.flatMap((element: unknown) => {
      const projected = projectField(element, leaf, include, root);
      return projected === undefined ? [] : [projected];
    });
  }
  return include ? undefined : value;
}

/** A computed field below a document that is not there. */
function computedOnly(tree: Tree, root: Doc): Doc | undefined {
  const result = project({}, tree, true, root);
  return Object.keys(result).length > 0 ? result : undefined;
}

function define(doc: Doc, name: string, value: unknown): void {
  Object.defineProperty(doc, name, { value, enumerable: true, configurable: true, writable: true });
}
