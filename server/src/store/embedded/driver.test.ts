import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'bson';
import { Binary, Long, MongoClient } from 'mongodb';
import type { Db, Document } from 'mongodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startEmbedded } from './start.ts';
import type { Embedded } from './start.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'store-driver-'));
const logged: string[] = [];
let store: Embedded;
let client: MongoClient;
let db: Db;

async function open(): Promise<void> {
  store = await startEmbedded({ dataDir, log: (_, message) => logged.push(message) });
  client = await MongoClient.connect(store.uri);
  db = client.db();
}

async function close(): Promise<void> {
  await client.close();
  await store.close();
}

beforeAll(open);
beforeEach(() => db.dropDatabase());
afterAll(async () => {
  await close();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Plan {
  stage: string;
  inputStage?: Plan;
  indexName?: string;
  direction?: string;
}

async function plan(collection: string, filter: Document, sort: Document = {}): Promise<string> {
  const explained = await db.collection(collection).find(filter).sort(sort).limit(5).explain();
  const name = (each: Plan): string =>
    each.inputStage
      ? `${each.stage === 'FETCH' ? '' : `${each.stage} `}${name(each.inputStage)}`
      : `${each.indexName ?? each.stage} ${each.direction ?? ''}`.trim();
  return name((explained.queryPlanner as { winningPlan: Plan }).winningPlan);
}

async function sendRaw(uri: string, command: Document): Promise<Document> {
  const socket = connect(decodeURIComponent(/^mongodb:\/\/([^/]*)\//.exec(uri)?.[1] ?? ''));
  const body = serialize(command);
  const head = Buffer.alloc(21);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(1, 4);
  head.writeInt32LE(2013, 12);
  socket.write(Buffer.concat([head, body]));
  const [reply] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return deserialize(reply.subarray(21));
}

describe('retried writes', () => {
  const insertTwice = (number: number): Document => ({
    update: 'counters',
    updates: [{ q: { _id: 'c' }, u: { $inc: { n: 1 } }, upsert: true }],
    lsid: { id: new Binary(Buffer.alloc(16, 7), 4) },
    txnNumber: Long.fromNumber(number),
  });
  // Straight to the server: the driver would put a session and a number of its own in the place of these.
  const send = (command: Document): Promise<Document> => sendRaw(store.uri, { ...command, $db: 'daihon' });

  it('get the remembered answer and have no second effect, also after a restart', async () => {
    const first = await send(insertTwice(1));
    expect(await send(insertTwice(1))).toEqual(first);
    await close();
    await open();
    expect(await send(insertTwice(1))).toEqual(first);
    expect(await db.collection<{ _id: string; n: number }>('counters').findOne({ _id: 'c' })).toEqual({
      _id: 'c',
      n: 1,
    });
    await send(insertTwice(2));
    expect(await send(insertTwice(1))).toMatchObject({ ok: 0, code: 225 });
  });
});

describe('one document', () => {
  it('takes the changes of two sessions without losing any', async () => {
    const rows = db.collection<{ _id: number; n: number; log: string[] }>('rows');
    await rows.insertOne({ _id: 1, n: 0, log: [] });
    const session = async (name: string): Promise<void> => {
      await client.withSession(async (own) => {
        for (let i = 0; i < 100; i++) {
          await rows.updateOne(
            { _id: 1 },
            { $inc: { n: 1 }, $push: { log: `${name}${i}` } },
            { session: own },
          );
        }
      });
    };
    await Promise.all([session('a'), session('b')]);
    const found = await rows.findOne({ _id: 1 });
    expect(found?.n).toBe(200);
    expect(new Set(found?.log).size).toBe(200);
  });

  it('is given to one of many that claim it', async () => {
    const jobs = db.collection<{ _id: number; owner: string | null }>('jobs');
    await jobs.insertOne({ _id: 1, owner: null });
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        jobs.findOneAndUpdate({ owner: null }, { $set: { owner: `w${i}` } }, { returnDocument: 'after' }),
      ),
    );
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  it('keeps every byte of binary data, changed or not', async () => {
    const rows = db.collection('rows');
    await rows.insertOne({ _id: 1 as never, data: Buffer.from([0xff, 0x80]) });
    const result = await rows.updateOne(
      { data: Buffer.from([0xff, 0x80]) },
      { $set: { data: Buffer.from([0xff, 0x81]) } },
    );
    expect(result.modifiedCount).toBe(1);
    expect((await rows.findOne())?.data).toEqual(new Binary(Buffer.from([0xff, 0x81])));
  });

  it('is refused by a unique key in the words the driver and mongoose know', async () => {
    const rows = db.collection('rows');
    await rows.createIndexes([{ key: { tenantId: 1, number: -1 }, unique: true }]);
    await rows.insertOne({ tenantId: 't', number: 1 });
    await expect(rows.insertOne({ tenantId: 't', number: 1 })).rejects.toMatchObject({
      code: 11000,
      message:
        'E11000 duplicate key error collection: daihon.rows index: tenantId_1_number_-1 dup key: { tenantId: "t", number: 1 }',
      keyPattern: { tenantId: 1, number: -1 },
      keyValue: { tenantId: 't', number: 1 },
    });
    const bulk = rows.insertMany([{ number: 5 }, { tenantId: 't', number: 1 }, { number: 6 }], {
      ordered: false,
    });
    await expect(bulk).rejects.toMatchObject({ code: 11000, insertedCount: 2 });
    await expect(rows.createIndexes([{ key: { tenantId: 1 }, unique: true }])).rejects.toMatchObject({
      code: 11000,
    });
    expect((await rows.indexes()).map(({ name }) => name)).toEqual(['_id_', 'tenantId_1_number_-1']);
  });
});

describe('an index', () => {
  it('serves equality, range, order and keyset paging, and explain names it', async () => {
    const rows = db.collection('log');
    await rows.createIndexes([
      { key: { tenantId: 1, at: -1, _id: -1 }, name: 'newest' },
      { key: { actor: 1 } },
    ]);
    await rows.insertMany(
      Array.from({ length: 200 }, (_, i) => ({
        tenantId: `t${i % 2}`,
        at: new Date(1000 + (i >> 2)),
        actor: i % 7,
      })),
    );
    const order = { at: -1, _id: -1 };
    expect(await plan('log', { tenantId: 't0' }, order)).toBe('newest forward');
    expect(await plan('log', { tenantId: 't0', at: { $gt: new Date(0) } }, { at: 1, _id: 1 })).toBe(
      'newest backward',
    );
    expect(await plan('log', { actor: 3 })).toBe('actor_1 forward');
    expect(await plan('log', { actor: 3 }, { at: 1 })).toBe('SORT actor_1 forward');
    expect(await plan('log', { other: 3 })).toBe('COLLSCAN forward');
    const all = await rows.find({ tenantId: 't0' }).sort({ at: -1, _id: -1 }).toArray();
    const paged: Document[] = [];
    for (let page: Document[] = [{}]; page.length > 0; paged.push(...page)) {
      const last = paged.at(-1);
      const after = last
        ? {
            $or: [{ at: { $lt: last.at as Date } }, { at: last.at as Date, _id: { $lt: last._id as never } }],
          }
        : {};
      page = await rows
        .find({ tenantId: 't0', ...after })
        .sort({ at: -1, _id: -1 })
        .limit(7)
        .toArray();
      expect(await plan('log', { tenantId: 't0', ...after }, order)).toBe('newest forward');
    }
    expect(paged).toEqual(all);
  });

  it('that leaves documents out is only used where they do not count', async () => {
    const rows = db.collection('rows');
    await rows.createIndexes([{ key: { email: 1 }, unique: true, sparse: true, name: 'sparse' }]);
    await rows.createIndexes([
      { key: { number: 1 }, unique: true, partialFilterExpression: { open: true }, name: 'partial' },
    ]);
    await rows.insertMany([{ number: 1, open: true }, { number: 1, open: false }, { number: 1 }]);
    await expect(rows.insertOne({ number: 1, open: true })).rejects.toMatchObject({ code: 11000 });
    expect(await plan('rows', { email: 'x' })).toBe('sparse forward');
    expect(await plan('rows', { email: null })).toBe('COLLSCAN forward');
    expect(await plan('rows', { number: 1, open: true })).toBe('partial forward');
    expect(await plan('rows', { number: 1 })).toBe('COLLSCAN forward');
    expect(await rows.countDocuments({ email: null })).toBe(3);
  });

  it('that is missing is named in the log when the collection is large', async () => {
    const rows = db.collection('large');
    await rows.insertMany(Array.from({ length: 10_001 }, (_, i) => ({ i })));
    await rows.findOne({ i: 10_000 });
    await expect.poll(() => logged).toContain('No index serves this find: it reads all of daihon.large.');
  });
});

describe('a cursor', () => {
  it('goes on where it was, over batches and writes in between', async () => {
    const rows = db.collection<{ _id: number }>('rows');
    await rows.insertMany(Array.from({ length: 1000 }, (_, i) => ({ _id: i })));
    const seen: number[] = [];
    for await (const { _id } of rows.find({}, { batchSize: 37 }).sort({ _id: 1 })) {
      seen.push(_id);
      if (_id === 200) await rows.deleteOne({ _id: 900 });
    }
    expect(seen).toHaveLength(999);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});

describe('an aggregation', () => {
  it('groups, unwinds, counts and facets', async () => {
    const rows = db.collection('rows');
    await rows.insertMany([
      { team: 'a', score: 2, tags: ['x', 'y'] },
      { team: 'b', score: 4, tags: ['x'] },
      { team: 'a', score: 6, tags: [] },
    ]);
    const byTeam = {
      $group: {
        _id: '$team',
        sum: { $sum: '$score' },
        avg: { $avg: '$score' },
        n: { $count: {} },
        max: { $max: '$score' },
      },
    };
    expect(await rows.aggregate([byTeam, { $sort: { _id: 1 } }]).toArray()).toEqual([
      { _id: 'a', sum: 8, avg: 4, n: 2, max: 6 },
      { _id: 'b', sum: 4, avg: 4, n: 1, max: 4 },
    ]);
    expect(
      await rows
        .aggregate([{ $unwind: '$tags' }, { $group: { _id: '$tags', n: { $sum: 1 } } }, { $sort: { n: -1 } }])
        .toArray(),
    ).toEqual([
      { _id: 'x', n: 2 },
      { _id: 'y', n: 1 },
    ]);
    const facets = await rows
      .aggregate([
        { $match: { score: { $gt: 2 } } },
        {
          $facet: {
            total: [{ $count: 'n' }],
            top: [{ $sort: { score: -1 } }, { $limit: 1 }, { $project: { _id: 0, score: 1, of: '$team' } }],
          },
        },
      ])
      .toArray();
    expect(facets).toEqual([{ total: [{ n: 2 }], top: [{ score: 6, of: 'a' }] }]);
    await expect(rows.aggregate([{ $lookup: {} }]).toArray()).rejects.toMatchObject({ code: 238 });
  });
});
