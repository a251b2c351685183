import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { draftStorage } from '../../server/src/edge/collab/room/storage.ts';
import { masterKeyProvider } from '../../server/src/platform/keys.ts';
import { flushAudit, record } from '../../server/src/store/auditLog.ts';
import { findRows } from '../../server/src/store/auditRows.ts';
import type { StoreConnection } from '../../server/src/store/connect.ts';
import { connectStore } from '../../server/src/store/connect.ts';
import { makeTenantKeys, useKeyProvider } from '../../server/src/store/sealed.ts';
import { insertTenant } from '../../server/src/store/tenants.ts';
import { activityOf, openEditor, SCRIPT, startRooms, TENANT } from '../support/rooms.ts';
import { until } from '../support/until.ts';

let dataDir: string;
let store: StoreConnection;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'daihon-rooms-'));
  useKeyProvider(masterKeyProvider(Buffer.alloc(32, 7)));
  store = await connectStore({ uri: null, dataDir });
  await insertTenant({ id: TENANT, slug: 'rooms', name: 'Rooms' }, await makeTenantKeys());
});

afterAll(async () => {
  await flushAudit();
  await store.close();
  await rm(dataDir, { recursive: true, force: true });
});

const onTheStore = { storage: draftStorage, edge: { record } };
/** Stores edits and nothing that follows from them, as a process that is killed right after the log. */
const crashing = {
  ...draftStorage,
  claimClients: () => Promise.resolve(),
  insertSnapshot: () => Promise.reject(new Error('killed')),
};
const eager = { edits: 5, restMs: 60_000, leastMs: 0 };

describe('a draft in the store', () => {
  it('comes back whole from a snapshot and the edits after it, whatever was trimmed', async () => {
    const server = await startRooms({ ...onTheStore, edge: { record, pace: eager } });
    const anna = openEditor(server.url, 'anna');
    await anna.synced;
    const steps = anna.doc.getMap('steps');
    for (let index = 0; index < 23; index += 1) {
      steps.set(`s${index}`, new Y.Map([['title', `手順${index}`]]));
      await until('it is saved', () => {
        const { doc, saved } = anna;
        return (saved.vector.get(doc.clientID) ?? 0) >= Y.getState(doc.store, doc.clientID);
      });
    }
    const heads = () => draftStorage.listSnapshots(TENANT, SCRIPT);
    const head = await until('it is merged', async () => {
      const found = await heads();
      return found.length === 1 && (found[0]?.n ?? 0) >= 20 && found[0];
    });
    const left = await draftStorage.readUpdates(TENANT, SCRIPT, head.epoch, 0);
    expect(left.every(({ n }) => n > head.n)).toBe(true);
    anna.destroy();
    await server.edge.drain();
    await server.edge.close();
    const again = await startRooms(onTheStore);
    const bert = openEditor(again.url, 'bert');
    await bert.synced;
    expect(bert.doc.getMap('steps').size).toBe(23);
    expect((await activityOf(again.edge)).authors).toMatchObject([{ accountId: 'anna' }]);
    bert.destroy();
    await again.close();
    await server.close();
  });

  it.each([
    ['after a restart', draftStorage],
    ['when a crash came between the edit and the claim', crashing],
  ])('keeps who owns a client id: another account cannot go on with it %s', async (_when, storage) => {
    const first = await startRooms({ ...onTheStore, storage });
    const anna = openEditor(first.url, 'anna');
    await anna.synced;
    anna.doc.getMap('meta').set('title', 'アンナの題');
    await until('it is saved', () => anna.saved.vector.has(anna.doc.clientID));
    anna.destroy();
    await first.close();
    const again = await startRooms(onTheStore);
    const thief = openEditor(again.url, 'bert', { doc: anna.doc });
    await thief.synced;
    anna.doc.getMap('meta').set('title', '乗っ取り');
    await until('it is refused', () => thief.closeCode === 4422);
    expect((await again.edge.desk.read(TENANT, SCRIPT)).title).toBe('アンナの題');
    thief.destroy();
    await again.close();
  });

  it('is sealed: the files of the store hold names of accounts, but no text of a draft', async () => {
    const files = await readdir(dataDir, { recursive: true, withFileTypes: true });
    const contents = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(path.join(file.parentPath, file.name))),
    );
    expect(contents.some((bytes) => bytes.includes('anna'))).toBe(true);
    expect(contents.some((bytes) => bytes.includes('手順'))).toBe(false);
  });

  it('has every edit on record after a crash between an edit and its row, once, with the time it came in', async () => {
    const updatesOnRecord = async () => {
      const rows = await findRows('socket', TENANT, { scriptId: SCRIPT, actions: ['update'] }, 500);
      return rows.map(({ detail }) => detail).filter(({ n }) => typeof n === 'number');
    };
    const whole = await startRooms(onTheStore);
    await whole.edge.desk.read(TENANT, SCRIPT);
    await whole.close();
    const before = (await updatesOnRecord()).length;
    // Killed before the record has any of it.
    const first = await startRooms({
      storage: crashing,
      edge: {
        record: (rows) =>
          rows.some(({ action }) => action === 'update') ? Promise.reject(new Error('killed')) : record(rows),
      },
    });
    const anna = openEditor(first.url, 'anna');
    await anna.synced;
    for (const title of ['一', '二', '三']) {
      anna.doc.getMap('meta').set('title', title);
      await until('it is saved', () => {
        const { doc, saved } = anna;
        return (saved.vector.get(doc.clientID) ?? 0) >= Y.getState(doc.store, doc.clientID);
      });
    }
    anna.destroy();
    await first.close();
    expect((await updatesOnRecord()).length).toBe(before);

    for (const round of ['the next start', 'the one after']) {
      const next = await startRooms(onTheStore);
      await next.edge.desk.read(TENANT, SCRIPT);
      await next.close();
      const found = await updatesOnRecord();
      expect(found.length - before, round).toBe(3);
      expect(new Set(found.map(({ n }) => n)).size, round).toBe(found.length);
      expect(found.slice(0, 3).every(({ repaired }) => repaired === true)).toBe(true);
    }
  });
});
