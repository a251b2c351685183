import * as encoding from 'lib0/encoding';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { addStep, binStep, purgeSteps, setStep } from '@daihon/shared/script/draft/edit';
import { ScriptProvider } from '../../client/src/wire/draftProvider.ts';
import type { RoomEditor, RoomServer, RoomServerOptions } from '../support/rooms.ts';
import { openEditor, SCRIPT, startRooms, TENANT } from '../support/rooms.ts';
import { until } from '../support/until.ts';

const cleanups: (() => void | Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function rooms(options: RoomServerOptions): Promise<RoomServer> {
  const server = await startRooms(options);
  cleanups.push(() => server.close());
  return server;
}

function editor(server: RoomServer, as: string): RoomEditor {
  const made = openEditor(server.url, as);
  cleanups.push(() => made.destroy());
  return made;
}

/** The page's own line to the room. */
async function line(server: Pick<RoomServer, 'url'>, as = 'anna'): Promise<ScriptProvider> {
  const provider = new ScriptProvider({
    serverUrl: `${server.url}/collab`,
    scriptId: SCRIPT,
    doc: new Y.Doc(),
    whyRefused: () => Promise.resolve(null),
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  provider.params = { ...provider.params, as };
  cleanups.push(() => provider.destroy());
  provider.connect();
  await until('the first state', () => provider.connection.loaded);
  return provider;
}

const meta = ({ doc }: { doc: Y.Doc }) => doc.getMap('meta');
const origin = 'test';

describe('a draft at its limit', () => {
  const limits = { draftStateBytes: 20_000 };

  /** A draft that is full of one step's title. */
  async function fullDraft(): Promise<{ server: RoomServer; anna: ScriptProvider }> {
    const server = await rooms({ limits });
    const anna = await line(server);
    const step = { kind: 'talk', group: null, afterId: null, position: { x: 0, y: 0 } } as const;
    addStep(anna.doc, { ...step, id: 's1', title: 'x' }, origin);
    const rest = 19_800 - Y.encodeStateAsUpdate(anna.doc).length;
    setStep(anna.doc, 's1', { title: 'x'.repeat(rest) }, origin);
    await until('it is full', () => anna.connection.space === 'full');
    return { server, anna };
  }

  it('refuses what adds to it with 4413, keeps everything, and tells whoever comes that it is full', async () => {
    const { server, anna } = await fullDraft();
    meta(anna).set('title', 'y'.repeat(2_000));
    await until('it is closed', () => anna.connection.ended === 'draftFull');
    const bert = await line(server, 'bert');
    expect([bert.connection.space, bert.readOnly, meta(bert).get('title')]).toEqual([
      'full',
      true,
      '解約抑止',
    ]);
  });

  it('is made smaller by putting steps into the bin and emptying it, and then takes edits again', async () => {
    const { server, anna } = await fullDraft();
    const bert = await line(server, 'bert');
    meta(anna).set('note', 'z'.repeat(100));
    await until('nothing is left of it', () => anna.saved.count === 0);
    binStep(anna.doc, 's1', { by: 'anna', name: 'anna', at: '2026-11-24T00:00:00.000Z' }, origin);
    purgeSteps(anna.doc, ['s1'], origin);
    await until('both know that there is room', () =>
      [anna, bert].every(({ connection }) => connection.space === 'free'),
    );
    meta(bert).set('title', '続き');
    await until('it is saved', () => bert.saved.count === 0);
    expect((await server.edge.desk.read(TENANT, SCRIPT)).title).toBe('続き');
    expect([anna.connection.ended, bert.connection.ended]).toEqual([null, null]);
  });

  it('takes deletions, also with those who come back, when not a byte is left', async () => {
    const { server, anna } = await fullDraft();
    const bert = editor(server, 'bert');
    await bert.synced;
    for (let n = 0; anna.connection.ended === null; n += 1) {
      meta(anna).set(`note${n}`, 'zzzzzzzzzz');
      await until('it is settled', () => anna.saved.count === 0 || anna.connection.ended !== null);
      expect(n).toBeLessThan(100);
    }
    bert.doc.getMap('positions').delete('s1');
    await until('it is stored', () => bert.saved.frames > 1);
    bert.provider.disconnect();
    bert.provider.connect();
    await until('bert is back', () => bert.provider.synced);
    bert.doc.getMap('steps').delete('s1');
    await until(
      'the step is gone',
      async () => (await server.edge.desk.read(TENANT, SCRIPT)).steps.length === 0,
    );
    expect(bert.closeCode).not.toBe(4413);
  });

  it('says from nine tenths on how full it is', async () => {
    const server = await rooms({ limits });
    const anna = await line(server);
    expect(anna.connection.space).toBe('free');
    meta(anna).set('note', 'x'.repeat(18_500));
    await until('it is nearly full', () => anna.connection.space === 'near');
    expect([anna.connection.used, anna.readOnly]).toEqual([93, false]);
  });
});

describe('a page that holds the draft of an old epoch', () => {
  it('is closed for good when it comes back to a new one, and merges nothing into it', async () => {
    const server = await startRooms();
    const anna = await line(server);
    expect(anna.epoch).toBe(1);
    anna.disconnect();
    meta(anna).set('title', '古い下書きの題');
    await server.close();
    for (const snapshot of server.storage.snapshots) snapshot.epoch = 2;
    const again = await rooms({ storage: server.storage, port: server.port });
    anna.connect();
    await until('it is closed', () => anna.connection.ended === 'epochChanged');
    expect(anna.saved.work).not.toBeNull();
    expect((await again.edge.desk.read(TENANT, SCRIPT)).title).toBe('解約抑止');
  });
});

describe('what one connection may send', () => {
  async function raw(server: RoomServer): Promise<{ socket: WebSocket; closed: Promise<number> }> {
    const socket = new WebSocket(`${server.url}/collab/${SCRIPT}?as=carl`);
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    await new Promise((resolve) => socket.once('open', resolve));
    cleanups.push(() => socket.terminate());
    return { socket, closed };
  }

  function stateFrame(client: number, clock: number, json: string): Uint8Array {
    const body = encoding.createEncoder();
    for (const part of [1, client, clock]) encoding.writeVarUint(body, part);
    encoding.writeVarString(body, json);
    const frame = encoding.createEncoder();
    encoding.writeVarUint(frame, 1);
    encoding.writeVarUint8Array(frame, encoding.toUint8Array(body));
    return encoding.toUint8Array(frame);
  }

  it('is five megabytes a minute, in however large frames: 1013', async () => {
    const server = await rooms({ limits: { collabBytesPerMinute: 100_000 } });
    const { socket, closed } = await raw(server);
    // Questions for what is missing: frames that change nothing.
    const vector = encoding.createEncoder();
    encoding.writeVarUint(vector, 0);
    encoding.writeVarUint(vector, 0);
    encoding.writeVarUint8Array(vector, new Uint8Array(30_000));
    for (let frame = 0; frame < 3; frame += 1) socket.send(encoding.toUint8Array(vector));
    socket.send(stateFrame(9, 1, '{"focus":null}'));
    for (let frame = 0; frame < 3; frame += 1) socket.send(encoding.toUint8Array(vector));
    expect(await closed).toBe(1013);
  });

  it('is two kilobytes of presence: 1008', async () => {
    const server = await rooms({});
    const { socket, closed } = await raw(server);
    socket.send(stateFrame(9, 1, JSON.stringify({ focus: 'x'.repeat(3_000) })));
    expect(await closed).toBe(1008);
  });

  it('of presence goes on at the set pace, with the latest state of many', async () => {
    const server = await rooms({ limits: { awarenessPerSecond: 5 } });
    const [anna, bert] = [editor(server, 'anna'), editor(server, 'bert')];
    await Promise.all([anna.synced, bert.synced]);
    const seen: unknown[] = [];
    bert.provider.awareness.on('change', () => {
      seen.push(bert.provider.awareness.getStates().get(anna.doc.clientID)?.focus);
    });
    const startMs = performance.now();
    for (let n = 1; n <= 40; n += 1) {
      anna.provider.awareness.setLocalStateField('focus', { stepId: `s${n}`, field: null });
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await until('the last is seen', () => JSON.stringify(seen.at(-1) ?? null).includes('"s40"'));
    const pauses = (performance.now() - startMs) / 200;
    expect(seen.length).toBeLessThanOrEqual(Math.ceil(pauses) + 2);
  });
});
