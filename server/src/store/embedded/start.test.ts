import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import MongoStore from 'connect-mongo';
import { MongoClient } from 'mongodb';
import mongoose, { Schema } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbedded } from './start.ts';
import type { Embedded } from './start.ts';

type Done = (error: unknown, result?: unknown) => void;

describe('the embedded store', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'store-start-'));
  const logged: string[] = [];
  const log = (_: string, message: string): void => void logged.push(message);
  let store: Embedded;
  let connection: mongoose.Connection;

  beforeAll(async () => {
    store = await startEmbedded({ dataDir, log });
    connection = await mongoose.createConnection(store.uri, { serverSelectionTimeoutMS: 5000 }).asPromise();
  });
  afterAll(async () => {
    await connection.close();
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('listens on a socket that only its owner can open', () => {
    expect(store.uri).toMatch(/^mongodb:\/\/.*\.sock\/daihon\?directConnection=true/);
    const path = decodeURIComponent(/^mongodb:\/\/([^/]*)\//.exec(store.uri)?.[1] ?? '');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('refuses a second opener and names process and folder', async () => {
    await expect(startEmbedded({ dataDir, log })).rejects.toThrow(
      new RegExp(`${dataDir}.*process ${process.pid}`),
    );
  });

  it('serves mongoose models with indexes, defaults and versions', async () => {
    const schema = new Schema(
      { name: { type: String, required: true }, tags: [String], at: Date },
      { timestamps: true },
    );
    schema.index({ name: 1 }, { unique: true });
    const Model = connection.model('Thing', schema);
    await Model.init();
    const thing = await Model.create({ name: '台本', tags: ['a'] });
    thing.tags.push('b');
    await thing.save();
    const found = await Model.findOne({ tags: 'b' }).orFail().lean();
    expect(found).toMatchObject({ name: '台本', tags: ['a', 'b'], __v: 1 });
    await expect(Model.create({ name: '台本' })).rejects.toMatchObject({
      code: 11000,
      keyPattern: { name: 1 },
      keyValue: { name: '台本' },
    });
    expect(await Model.countDocuments({ name: /^台/ })).toBe(1);
    expect(await Model.exists({ name: 'x' })).toBeNull();
    await Model.bulkWrite([
      { insertOne: { document: { name: 'x' } } },
      { updateOne: { filter: { name: 'x' }, update: { $set: { at: new Date(0) } } } },
      { deleteOne: { filter: { name: '台本' } } },
    ]);
    expect(await Model.distinct('name')).toEqual(['x']);
  });

  it('keeps sessions for connect-mongo', async () => {
    const sessions = MongoStore.create({ mongoUrl: store.uri, autoRemove: 'native' });
    const set = promisify(sessions.set.bind(sessions) as (id: string, data: object, done: Done) => void);
    const get = promisify(sessions.get.bind(sessions) as (id: string, done: Done) => void);
    await set('s1', { cookie: { originalMaxAge: 1000 }, user: 'u1' });
    expect(await get('s1')).toMatchObject({ user: 'u1' });
    expect(await get('s2')).toBeFalsy();
    await sessions.close();
  });

  it('refuses what it does not know by name', async () => {
    const collection = connection.db?.collection('other');
    await expect(collection?.find({ $where: 'true' }).toArray()).rejects.toMatchObject({
      code: 238,
      message: expect.stringMatching(/\$where.*MONGODB_URI/) as string,
    });
  });
});

describe('the thread of the store', () => {
  it('tells its owner when it ends by itself, and why', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'store-crash-'));
    const logged: string[] = [];
    let failed: (error: Error) => void = () => undefined;
    const failure = new Promise<Error>((resolve) => (failed = resolve));
    const store = await startEmbedded({
      dataDir,
      testCommands: true,
      log: (_, message) => logged.push(message),
      onFailure: (error) => failed(error),
    });
    const client = await new MongoClient(store.uri, { serverSelectionTimeoutMS: 100 }).connect();
    // The thread may be gone before it has answered.
    const asked = client.db('admin').command({ configureFailPoint: 'crash' });
    asked.catch(() => undefined);
    expect((await failure).message).toBe('Crashing by a fail point');
    expect(logged).toContain('The embedded store has failed.');
    await expect(store.close()).rejects.toThrow('Crashing by a fail point');
    // A driver may wait for a server that is gone for as long as it likes.
    void client.close(true);
    rmSync(dataDir, { recursive: true, force: true });
  });
});
