import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encode } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';
import { compactFolder } from '../compact.ts';
import { lockFolder } from '../lock.ts';
import { Engine } from './engine.ts';
import { expireDocuments } from './expiry.ts';

let dataDir: string;
let engine: Engine;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'store-engine-'));
  engine = new Engine({ dataDir, log: () => undefined });
});
afterEach(async () => {
  await engine.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function insert(doc: Doc): Promise<unknown> {
  return engine.storage.write(() => engine.catalog.ensure('db.rows').insert(encode(doc), doc));
}

describe('a commit', () => {
  it('keeps nothing of a write that throws, and all of the writes it was to share it with', async () => {
    const failing = engine.storage.write(() => {
      engine.catalog.ensure('db.rows').insert(encode({ _id: 1 }), { _id: 1 });
      throw new Error('in the middle');
    });
    const others = [insert({ _id: 2 }), insert({ _id: 3 })];
    await expect(failing).rejects.toThrow('in the middle');
    await Promise.all(others);
    const table = engine.catalog.find('db.rows');
    expect(table?.count).toBe(2);
    expect(
      engine.storage.count(table?.documentRange ?? { lower: Buffer.alloc(1), upper: Buffer.alloc(1) }),
    ).toBe(2);
  });
});

describe('a TTL index', () => {
  it('removes what is older than it says and leaves what has no date', async () => {
    await engine.storage.write(() => {
      const table = engine.catalog.ensure('db.rows');
      engine.catalog.addIndex(table, { key: { at: 1 }, name: 'at_1', expireAfterSeconds: 60 });
    });
    await Promise.all([
      insert({ _id: 1, at: new Date(0) }),
      insert({ _id: 2, at: new Date(100_000) }),
      insert({ _id: 3, at: 'never' }),
      insert({ _id: 4 }),
    ]);
    expect(await expireDocuments(engine.storage, engine.catalog, 120_000)).toBe(1);
    expect(engine.catalog.find('db.rows')?.count).toBe(3);
  });
});

describe('the lock of a folder', () => {
  const lock = (): string => join(dataDir, 'store.lock');

  it('is taken over from a process that is gone', () => {
    writeFileSync(lock(), JSON.stringify({ pid: 2 ** 22 + 1, start: 'x' }));
    const unlock = lockFolder(dataDir);
    expect(JSON.parse(readFileSync(lock(), 'utf8'))).toMatchObject({ pid: process.pid });
    unlock();
  });

  it('is taken over when the number now belongs to another process', () => {
    writeFileSync(lock(), JSON.stringify({ pid: process.pid, start: 'an earlier start' }));
    lockFolder(dataDir)();
  });

  it('is refused while its process runs', () => {
    writeFileSync(lock(), JSON.stringify({ pid: process.ppid, start: '' }));
    expect(() => lockFolder(dataDir)).toThrow(`${dataDir} is in use by process ${process.ppid}`);
  });
});

describe('compaction', () => {
  it('keeps all documents and gives back the space of the others', async () => {
    const file = join(dataDir, 'store', 'data.mdb');
    for (let i = 0; i < 400; i++) void insert({ _id: i, text: 'x'.repeat(10_000) });
    await insert({ _id: 'last' });
    await engine.storage.write(() => engine.catalog.drop('db.rows'));
    await insert({ _id: 'kept' });
    await engine.close();
    const before = statSync(file).size;
    await compactFolder(dataDir);
    expect(statSync(file).size).toBeLessThan(before / 10);
    engine = new Engine({ dataDir, log: () => undefined });
    expect(engine.catalog.find('db.rows')?.count).toBe(1);
  });
});
