import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { ScriptProvider } from '../../client/src/wire/draftProvider.ts';
import type { RoomServer } from '../support/rooms.ts';
import { openEditor, SCRIPT, startRooms } from '../support/rooms.ts';
import { until } from '../support/until.ts';

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function rooms(): Promise<RoomServer> {
  const server = await startRooms();
  cleanups.push(() => server.close());
  return server;
}

async function editor(server: Pick<RoomServer, 'url'>, as = 'anna'): Promise<ScriptProvider> {
  const doc = new Y.Doc();
  const provider = new ScriptProvider({
    serverUrl: `${server.url}/collab`,
    scriptId: SCRIPT,
    doc,
    whyRefused: () => Promise.resolve('scriptGone'),
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  provider.params = { as };
  cleanups.push(() => provider.destroy());
  provider.connect();
  await until('the first state', () => provider.connection.loaded);
  return provider;
}

const meta = (provider: { doc: Y.Doc }) => provider.doc.getMap('meta');

describe('the line to the draft room', () => {
  it('counts an edit as saved only when the server has stored it', async () => {
    const server = await rooms();
    let letGo: () => void = () => undefined;
    const provider = await editor(server);
    const stored = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    server.storage.beforeAppend = () => stored;
    meta(provider).set('title', '解約');
    expect(provider.saved.count).toBe(1);
    letGo();
    await until('it to be saved', () => provider.saved.count === 0);
  });

  it('counts a deletion as saved only when the server has stored it', async () => {
    const server = await rooms();
    const provider = await editor(server);
    meta(provider).set('start', 'x');
    await until('the value to be saved', () => provider.saved.count === 0);
    meta(provider).delete('start');
    expect(provider.saved.count).toBe(1);
    await until('the deletion to be saved', () => provider.saved.count === 0);
  });

  it('holds edits back both ways while the gate is open', async () => {
    const server = await rooms();
    const provider = await editor(server);
    const other = openEditor(server.url, 'bert');
    cleanups.push(() => other.destroy());
    await other.synced;
    provider.gate.start();
    meta(provider).set('title', 'mine');
    other.doc.getMap('meta').set('language', 'en');
    await until('the other to be stored', () => other.saved.frames > 0);
    expect(meta(provider).get('language')).not.toBe('en');
    expect(other.doc.getMap('meta').get('title')).not.toBe('mine');
    expect(provider.awareness.getLocalState()?.ime).toBe(true);
    provider.gate.flush();
    await until('both to have both', () => other.doc.getMap('meta').get('title') === 'mine');
    await until('mine to have theirs', () => meta(provider).get('language') === 'en');
    await until('mine to be saved', () => provider.saved.count === 0);
  });

  it('sends what was edited without a connection once it is back', async () => {
    const server = await rooms();
    const provider = await editor(server);
    provider.disconnect();
    expect(provider.connection.online).toBe(false);
    meta(provider).set('title', 'offline');
    meta(provider).delete('start');
    expect(provider.saved.work).not.toBeNull();
    provider.connect();
    await until('it to be saved', () => provider.saved.count === 0);
    const draft = await server.edge.desk.read('t1', SCRIPT);
    expect(draft.title).toBe('offline');
  });

  it('sends what is more than one frame may hold in several, made at once or without a connection', async () => {
    const server = await rooms();
    const provider = await editor(server);
    const steps = provider.doc.getMap('steps');
    const history = new Y.UndoManager(steps);
    const titles = async () => (await server.edge.desk.read('t1', SCRIPT)).steps.map(({ title }) => title);
    const say = 'お電話ありがとうございます。'.repeat(20);
    for (let part = 0; part < 8; part += 1) {
      provider.doc.transact(() => {
        for (let n = 0; n < 50; n += 1) {
          steps.set(`s${part}-${n}`, new Y.Map([['title', `${part}-${n} ${say}`]]));
        }
      });
    }
    await until('the steps to be saved', () => provider.saved.count === 0);
    history.undo();
    await until('the undo to be saved', () => provider.saved.count === 0);
    expect(await titles()).toEqual([]);
    history.redo();
    await until('the redo to be saved', () => provider.saved.count === 0);
    expect(await titles()).toHaveLength(400);

    history.undo();
    provider.disconnect();
    history.redo();
    provider.connect();
    await until('what was redone without a connection to be saved', () => provider.saved.count === 0);
    expect(await titles()).toHaveLength(400);
    expect(server.rows.filter(({ result }) => result !== 'ok')).toEqual([]);
  });

  it('ends for good with the reason of the close code, and keeps the unsent work', async () => {
    const server = await rooms();
    const provider = await editor(server);
    server.end('anna', 'role');
    meta(provider).set('title', 'late');
    await until('the end', () => provider.connection.ended !== null);
    expect(provider.connection).toMatchObject({ online: false, ended: 'rightWithdrawn' });
    expect(provider.saved.count).toBe(1);
    expect(provider.shouldConnect).toBe(false);
  });
});
