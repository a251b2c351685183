import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Collection, Db } from 'mongodb';
import { Binary, MongoClient } from 'mongodb';
import { startEmbedded } from '../../server/src/store/embedded/start.ts';

export interface StoreFigure {
  name: string;
  value: number;
  unit: string;
}

interface Row {
  _id: number;
  tenantId: string;
  at: Date;
  actor: string;
  text: string;
}

/** The embedded store under the official driver, every write acknowledged from disk. `quick` is for a look in passing. */
export async function benchStore(quick: boolean): Promise<StoreFigure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'store-bench-'));
  const store = await startEmbedded({ dataDir, log: () => undefined });
  const client = new MongoClient(store.uri, { maxPoolSize: 60 });
  try {
    const rows = client.db().collection<Row>('rows');
    await rows.createIndexes([{ key: { tenantId: 1, at: -1, _id: -1 } }, { key: { actor: 1 } }]);
    return [
      ...(await benchPing(client.db(), quick ? 500 : 3_000)),
      ...(await benchInserts(rows, quick ? 500 : 3_000)),
      ...(await benchBatches(client.db(), quick ? 100 : 1_000)),
      ...(await benchUpdates(client.db(), quick ? 100 : 1_000)),
      ...(await benchFinds(rows, quick ? 1_000 : 5_000)),
      ...(await benchNewest(rows, quick ? 20_000 : 300_000)),
    ];
  } finally {
    await client.close();
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

let lastId = 0;

function nextRow(): Row {
  lastId += 1;
  return {
    _id: lastId,
    tenantId: `t${lastId % 3}`,
    at: new Date(1_700_000_000_000 + lastId * 1000),
    actor: `actor${lastId % 500}`,
    text: '解約のお申し出を承りました。'.repeat(5),
  };
}

async function benchPing(db: Db, count: number): Promise<StoreFigure[]> {
  const { p50Ms } = await timed(count, 1, () => db.command({ ping: 1 }));
  return [{ name: 'ping, p50', value: p50Ms, unit: 'ms' }];
}

interface Piece {
  draftId: string;
  seq: number;
  at: Date;
  actor: string;
  update: Binary;
}

/** Small binary rows under three indexes, as a room's common commit of draft updates writes them. */
async function benchBatches(db: Db, count: number): Promise<StoreFigure[]> {
  const pieces = db.collection<Piece>('pieces');
  await pieces.createIndexes([
    { key: { draftId: 1, seq: 1 }, unique: true },
    { key: { draftId: 1, at: -1 } },
    { key: { actor: 1 } },
  ]);
  let seq = 0;
  const piece = (): Piece => {
    seq += 1;
    const update = new Binary(Buffer.alloc(300, seq));
    return {
      draftId: `draft${seq % 7}`,
      seq,
      at: new Date(1_700_000_000_000 + seq),
      actor: `a${seq % 50}`,
      update,
    };
  };
  const figures: StoreFigure[] = [];
  for (const size of [1, 10, 40]) {
    const insert = () => pieces.insertMany(Array.from({ length: size }, piece));
    const { p50Ms } = await timed(count, 1, insert);
    figures.push({ name: `insertMany of ${size}, p50`, value: p50Ms, unit: 'ms' });
  }
  return figures;
}

async function benchUpdates(db: Db, count: number): Promise<StoreFigure[]> {
  const texts = db.collection<{ _id: number; body: string }>('texts');
  await texts.insertMany(Array.from({ length: 20 }, (_, i) => ({ _id: i, body: '' })));
  let n = 0;
  const update = () => {
    n += 1;
    return texts.updateOne({ _id: n % 20 }, { $set: { body: `${n}`.padEnd(50_000, 'x') } });
  };
  const { p50Ms } = await timed(count, 1, update);
  return [{ name: 'update of 50 KB, p50', value: p50Ms, unit: 'ms' }];
}

async function benchInserts(rows: Collection<Row>, count: number): Promise<StoreFigure[]> {
  await rows.insertMany(Array.from({ length: 200 }, nextRow));
  const alone = await timed(count, 1, () => rows.insertOne(nextRow()));
  const together = await timed(count * 4, 50, () => rows.insertOne(nextRow()));
  return [
    { name: 'insertOne, 1 client, p50', value: alone.p50Ms, unit: 'ms' },
    { name: 'insertOne, 50 clients', value: together.perSecond, unit: '/s' },
  ];
}

async function benchFinds(rows: Collection<Row>, count: number): Promise<StoreFigure[]> {
  const find = () => rows.findOne({ _id: 1 + Math.floor(Math.random() * lastId) });
  await timed(200, 1, find);
  const alone = await timed(count, 1, find);
  const together = await timed(count * 3, 50, find);
  return [
    { name: 'find by _id, p50', value: alone.p50Ms, unit: 'ms' },
    { name: 'find by _id, 50 clients', value: together.perSecond, unit: '/s' },
  ];
}

async function benchNewest(rows: Collection<Row>, total: number): Promise<StoreFigure[]> {
  while (lastId < total) await rows.insertMany(Array.from({ length: 2_000 }, nextRow));
  const newest = () => rows.find({ tenantId: 't1' }).sort({ at: -1, _id: -1 }).limit(50).toArray();
  await timed(50, 1, newest);
  const { p50Ms } = await timed(300, 1, newest);
  return [{ name: `newest 50 of ${lastId} by index, p50`, value: p50Ms, unit: 'ms' }];
}

async function timed(
  count: number,
  clients: number,
  call: () => Promise<unknown>,
): Promise<{ p50Ms: number; perSecond: number }> {
  const times: number[] = [];
  const start = performance.now();
  const client = async (): Promise<void> => {
    for (let i = 0; i < count / clients; i++) {
      const before = performance.now();
      await call();
      times.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const perSecond = Math.round((times.length / (performance.now() - start)) * 1000);
  times.sort((a, b) => a - b);
  return { p50Ms: Number((times[Math.floor(times.length / 2)] ?? 0).toFixed(3)), perSecond };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, value, unit } of await benchStore(process.argv.includes('--quick')))
    console.log(`${name}: ${value} ${unit}`);
}
