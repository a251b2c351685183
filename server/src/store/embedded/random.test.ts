import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Collection, Document, Sort } from 'mongodb';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startEmbedded } from './start.ts';
import type { Embedded } from './start.ts';

/** A repeatable source of chance (mulberry32). */
function chance(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const rounds = Number(process.env.RANDOM_ROUNDS ?? (process.env.NIGHTLY === '1' ? 1_000 : 60));
const below = chance(seed);
const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;

const dataDir = mkdtempSync(join(tmpdir(), 'store-random-'));
let store: Embedded;
let client: MongoClient;
let rows: Collection;

const indexes: Document[] = [
  { a: 1 },
  { a: 1, b: -1 },
  { b: -1, a: 1, _id: 1 },
  { 'c.d': 1, a: -1 },
  { tags: 1, b: 1 },
  { text: 1 },
];

beforeAll(async () => {
  store = await startEmbedded({ dataDir, log: () => undefined });
  client = await MongoClient.connect(store.uri);
  rows = client.db().collection('rows');
  await rows.createIndexes([
    ...indexes.map((key) => ({ key: key })),
    { key: { sparse: 1 }, sparse: true },
    { key: { b: 1 }, partialFilterExpression: { a: 2 }, name: 'partial' },
  ]);
});
afterAll(async () => {
  await client.close();
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function value(): unknown {
  return pick([
    () => below(6),
    () => below(6) + 0.5,
    () => pick(['', 'a', 'ab', 'b', '台', '😀', 'x'.repeat(500), 'x'.repeat(501)]),
    () => null,
    () => new Date(below(4)),
    () => below(2) === 1,
    () => [below(6), below(6), 'a'],
    () => ({ d: below(4) }),
    () => Buffer.from([0x80, below(3)]),
  ])();
}

function row(): Document {
  const doc: Document = {};
  if (below(5) > 0) doc.a = below(3) > 0 ? below(5) : value();
  if (below(5) > 0) doc.b = below(3) > 0 ? below(5) : value();
  if (below(3) > 0) doc.c = pick<unknown>([{ d: value() }, [{ d: below(4) }, { d: value() }, 3], value()]);
  if (below(3) > 0) doc.tags = Array.from({ length: below(4) }, () => below(6));
  if (below(3) > 0) doc.text = pick(['解約', '解約抑止', '受付', 'abc', 'abd', '']);
  if (below(3) === 0) doc.sparse = value();
  return doc;
}

function condition(): unknown {
  return pick<() => unknown>([
    value,
    () => ({ $in: [value(), value(), below(6)] }),
    () => ({ [pick(['$gt', '$gte', '$lt', '$lte', '$ne'])]: value() }),
    () => ({ $gte: below(4), $lt: 2 + below(4) }),
    () => ({ $exists: below(2) === 1 }),
    () => pick([/^解約/, /^ab/, /b/]),
    () => ({ $not: { $gt: below(5) } }),
    () => ({ $elemMatch: { $gt: below(3), $lt: 5 } }),
    () => ({ $all: [below(6), below(6)] }),
  ])();
}

const paths = ['a', 'b', 'c.d', 'c', 'tags', 'text', 'sparse', '_id'];

function filter(depth = 0): Document {
  if (depth < 2 && below(4) === 0)
    return { [pick(['$or', '$and', '$nor'])]: [filter(depth + 1), filter(depth + 1)] };
  return Object.fromEntries(Array.from({ length: 1 + below(3) }, () => [pick(paths), condition()]));
}

/** A row with arrays side by side in one index is refused, as it is by MongoDB. */
async function insertRow(): Promise<void> {
  await rows.insertOne(row()).catch((error: unknown) => {
    expect(error).toMatchObject({ code: 171 });
  });
}

async function change(): Promise<void> {
  const where = filter();
  const update = pick<Document>([
    { $set: { a: value() } },
    { $set: { b: below(5), 'x.y': value() } },
    { $unset: { a: '', sparse: '' } },
    { $set: { tags: [below(6), below(6)] } },
    { $addToSet: { tags: below(6) } },
  ]);
  // Values that do not fit the operator are refused; that is as good as any other outcome here.
  if (below(3) === 0) await rows.deleteOne(where);
  else
    await (below(2) ? rows.updateOne(where, update) : rows.updateMany(where, update)).catch(() => undefined);
  await insertRow();
}

it(
  `finds by index what a scan of the collection finds, SEED=${seed}`,
  async () => {
    for (let i = 0; i < 200; i++) await insertRow();
    for (let round = 0; round < rounds; round++) {
      await change();
      const where = filter();
      const sort = pick<Document>([
        {},
        { a: 1 },
        { a: 1, b: -1 },
        { b: -1, a: 1 },
        { b: 1, a: -1 },
        { a: -1, _id: 1 },
        { text: 1 },
      ]);
      const total = ('_id' in sort ? sort : { ...sort, _id: 1 }) as Sort;
      const ids = async (hint?: Document): Promise<string[]> => {
        const found = await rows.find(where, { sort: total, ...(hint && { hint }) }).toArray();
        return found.map(({ _id }) => String(_id));
      };
      const scanned = await ids({ $natural: 1 });
      expect(await ids(), `SEED=${seed} ${JSON.stringify(where)} ${JSON.stringify(sort)}`).toEqual(scanned);
      const hint = pick(indexes);
      expect(await ids(hint), `SEED=${seed} ${JSON.stringify(where)} hint ${JSON.stringify(hint)}`).toEqual(
        scanned,
      );
      expect(await rows.countDocuments(where)).toBe(scanned.length);
    }
  },
  60_000 + rounds * 500,
);
