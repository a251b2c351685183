import { afterEach, describe, expect, it } from 'vitest';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { writeSyncStep1, writeSyncStep2, writeUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import type { RoomEditor, RoomServer, RoomServerOptions } from '../support/rooms.ts';
import { activityOf, openEditor, SCRIPT, startRooms, TENANT, upgradeStatus } from '../support/rooms.ts';
import { until } from '../support/until.ts';

const open: RoomServer[] = [];
const editors: RoomEditor[] = [];

async function rooms(options?: RoomServerOptions): Promise<RoomServer> {
  const server = await startRooms(options);
  open.push(server);
  return server;
}

function editor(...args: Parameters<typeof openEditor>): RoomEditor {
  const made = openEditor(...args);
  editors.push(made);
  return made;
}

async function pair(server: RoomServer): Promise<[RoomEditor, RoomEditor]> {
  const two: [RoomEditor, RoomEditor] = [editor(server.url, 'anna'), editor(server.url, 'bert')];
  await Promise.all(two.map(({ synced }) => synced));
  return two;
}

function setTitle({ doc }: RoomEditor, title: string): void {
  doc.getMap('meta').set('title', title);
}

function titleOf({ doc }: RoomEditor): unknown {
  return doc.getMap('meta').get('title');
}

function isSaved({ doc, saved }: RoomEditor): boolean {
  return (saved.vector.get(doc.clientID) ?? 0) >= Y.getState(doc.store, doc.clientID);
}

/** A gate that holds every append until it is opened. */
function holdAppends(server: RoomServer): () => void {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  server.storage.beforeAppend = () => gate;
  return letGo;
}

async function rawSocket(
  server: RoomServer,
  account: string,
): Promise<{ socket: WebSocket; closed: Promise<number> }> {
  const socket = new WebSocket(`${server.url}/collab/${SCRIPT}?as=${account}`);
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise((resolve) => socket.once('open', resolve));
  return { socket, closed };
}

function syncFrame(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame((encoder) => {
    writeUpdate(encoder, update);
  });
}

afterEach(async () => {
  for (const made of editors.splice(0)) made.destroy();
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe('two editors in a room', () => {
  it('converge, and the author is told what is saved', async () => {
    const server = await rooms();
    const [anna, bert] = await pair(server);
    setTitle(anna, '解約のご連絡');
    bert.doc.getMap('groups').set('g1', new Y.Map());
    await until(
      'both have both',
      () => titleOf(bert) === '解約のご連絡' && anna.doc.getMap('groups').has('g1'),
    );
    await until('both are saved', () => isSaved(anna) && isSaved(bert));
    expect(server.storage.updates).toHaveLength(2);
  });

  it('see an edit and `saved` only after it is stored', async () => {
    const server = await rooms();
    const [anna, bert] = await pair(server);
    const letGo = holdAppends(server);
    setTitle(anna, 'まだ');
    await until('it is on its way to the log', () => server.edge.stats().queued === 0 && !isSaved(anna));
    const late = editor(server.url, 'carl');
    await late.synced;
    expect([titleOf(bert), titleOf(late)]).toEqual(['解約抑止', '解約抑止']);
    expect(isSaved(anna)).toBe(false);
    letGo();
    await until(
      'everybody has it',
      () => titleOf(bert) === 'まだ' && titleOf(late) === 'まだ' && isSaved(anna),
    );
  });

  it('are told that an edit is stored which only deletes', async () => {
    const server = await rooms();
    const [anna] = await pair(server);
    setTitle(anna, 'x');
    await until('it is saved', () => isSaved(anna));
    const frames = anna.saved.frames;
    anna.doc.getMap('meta').delete('title');
    await until('the deletion is counted', () => anna.saved.frames > frames);
  });

  it('lose nothing when the store fails: what was not stored comes back from its author', async () => {
    const server = await rooms();
    const [anna, bert] = await pair(server);
    server.storage.beforeAppend = () => Promise.reject(new Error('the disk is full'));
    setTitle(anna, '失敗');
    await until('the room is closed', () => anna.closeCode === 1011);
    expect(titleOf(bert)).toBe('解約抑止');
    server.storage.beforeAppend = () => Promise.resolve();
    await until('it is stored after all', () => isSaved(anna) && titleOf(bert) === '失敗');
  });
});

describe('an editor that comes back', () => {
  it('may type before it has sent what it wrote while it was away', async () => {
    const server = await rooms();
    const doc = new Y.Doc();
    doc.getMap('groups').set('g1', '不在中');
    const away = Y.encodeStateVector(doc);
    doc.getMap('groups').set('g2', '戻った直後');
    const early = Y.encodeStateAsUpdate(doc, away);
    const { socket } = await rawSocket(server, 'anna');
    const confirmed: number[] = [];
    socket.on('message', (data: Buffer) => {
      if (data[0] === 4) confirmed.push(data.at(-1) ?? 0);
    });
    socket.send(updateFrame(early));
    socket.send(syncFrame((encoder) => writeSyncStep2(encoder, doc)));
    await until('both frames are confirmed', () => confirmed.at(-1) === 2);
    expect(server.storage.updates).toHaveLength(1);
    const bert = editor(server.url, 'bert');
    await bert.synced;
    expect(bert.doc.getMap('groups').toJSON()).toEqual({ g1: '不在中', g2: '戻った直後' });
    const closed = new Promise((resolve) => socket.on('close', resolve));
    doc.getMap('meta').set('title', 'nie gesendet');
    const gap = Y.encodeStateVector(doc);
    doc.getMap('meta').set('title', 'mit Lücke');
    socket.send(updateFrame(Y.encodeStateAsUpdate(doc, gap)));
    expect(await closed).toBe(4422);
  });
});

describe('a reader that never reads', () => {
  it('is closed before much is queued for it, and the others go on', async () => {
    const server = await rooms({
      limits: { queuedBytesPerSocket: 1_000_000, collabBytesPerMinute: 2 ** 30, collabFramesBurst: 10_000 },
    });
    const [anna, bert] = await pair(server);
    const { socket } = await rawSocket(server, 'carl');
    socket.send(syncFrame((encoder) => writeSyncStep1(encoder, new Y.Doc())));
    await new Promise((resolve) => socket.once('message', resolve));
    socket.pause();
    for (let round = 0; server.edge.stats().connections > 2; round += 1) {
      setTitle(anna, `${round}`.padEnd(150_000, 'x'));
      await until('it is saved', () => isSaved(anna));
      expect(round).toBeLessThan(400);
    }
    await until('bert has everything', () => titleOf(bert) === titleOf(anna));
    socket.terminate();
  });
});

describe('who may come in', () => {
  it('refuses before 101 a role that may not edit, a script that is not there, a full room', async () => {
    const server = await rooms({ limits: { socketsPerRoom: 1 } });
    expect(await upgradeStatus(`${server.url}/collab/${SCRIPT}?role=agent`)).toBe(403);
    expect(await upgradeStatus(`${server.url}/collab/other`)).toBe(404);
    await editor(server.url, 'anna').synced;
    expect(await upgradeStatus(`${server.url}/collab/${SCRIPT}`)).toBe(503);
  });

  it('refuses with 503 when the draft cannot be loaded, and never opens it empty', async () => {
    const server = await rooms();
    const snapshots = server.storage.snapshots.splice(0);
    expect(await upgradeStatus(`${server.url}/collab/${SCRIPT}`)).toBe(503);
    server.storage.snapshots.push(...snapshots);
    await editor(server.url, 'anna').synced;
  });

  it('closes a client of another epoch with 4409', async () => {
    const server = await rooms();
    const old = editor(server.url, 'anna', { params: { epoch: '7' } });
    await until('it is closed', () => old.closeCode === 4409);
    await editor(server.url, 'anna', { params: { epoch: '1' } }).synced;
  });

  it('takes no frame after the access has ended', async () => {
    const server = await rooms();
    const [anna, bert] = await pair(server);
    server.end('anna', 'signed-out');
    setTitle(anna, 'danach');
    await until('it is closed', () => anna.closeCode === 4401);
    expect(titleOf(bert)).toBe('解約抑止');
  });
});

describe('a bad frame', () => {
  it("with another account's client id closes its sender with 4422 and changes nothing", async () => {
    const server = await rooms();
    const [anna] = await pair(server);
    setTitle(anna, 'a');
    await until('it is saved', () => isSaved(anna));
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(anna.doc));
    forged.clientID = anna.doc.clientID;
    const before = Y.encodeStateVector(forged);
    forged.getMap('meta').set('title', 'gefälscht');
    const { socket, closed } = await rawSocket(server, 'carl');
    socket.send(updateFrame(Y.encodeStateAsUpdate(forged, before)));
    expect(await closed).toBe(4422);
    await until('it is on record', () =>
      server.rows.some(({ action, result }) => action === 'refused' && result === 'refused'),
    );
    expect(titleOf(anna)).toBe('a');
    expect(server.storage.updates).toHaveLength(1);
  });

  it.each([
    ['a text frame', 'hello', 1002],
    ['an unknown message', new Uint8Array([9, 1]), 1002],
    ['a frame that is cut short', new Uint8Array([0, 2, 50, 1]), 1002],
    ['an update that does not decode', updateFrame(new Uint8Array([7, 7, 7])), 4422],
    ['a state that is not JSON', new Uint8Array([1, 5, 1, 9, 1, 1, 123]), 1008],
    ['a frame that is too large', new Uint8Array(300 * 1024), 1009],
  ])('%s closes with the right code', async (_what, frame, code) => {
    const server = await rooms();
    const { socket, closed } = await rawSocket(server, 'anna');
    socket.send(frame);
    expect(await closed).toBe(code);
  });

  it('is one too many in a second: 1013', async () => {
    const server = await rooms();
    const { socket, closed } = await rawSocket(server, 'anna');
    for (let index = 0; index < 400; index += 1) socket.send(new Uint8Array([3]));
    expect(await closed).toBe(1013);
  });

  it('is one that fills the draft: 4413, and the draft stays', async () => {
    const server = await rooms({ limits: { draftStateBytes: 10_000 } });
    const [anna, bert] = await pair(server);
    setTitle(anna, 'x'.repeat(20_000));
    await until('it is closed', () => anna.closeCode === 4413);
    expect(titleOf(bert)).toBe('解約抑止');
  });
});

describe('presence', () => {
  it('carries the user that the server knows, whatever the client says', async () => {
    const server = await rooms();
    const [anna, bert] = await pair(server);
    anna.provider.awareness.setLocalState({ user: { id: 'boss', name: 'Boss' }, ime: false });
    await until('bert sees anna', () => {
      const state = bert.provider.awareness.getStates().get(anna.doc.clientID) as
        { user?: unknown } | undefined;
      return state?.user !== undefined && (state.user as { id: string }).id === 'anna';
    });
  });

  it('goes with the connection, is there for a newcomer, and comes back after a lost connection', async () => {
    const server = await rooms();
    const [anna, bert] = await pair(server);
    anna.provider.awareness.setLocalStateField('focus', { stepId: 's1', field: null });
    const seen = () => bert.provider.awareness.getStates().has(anna.doc.clientID);
    await until('bert sees anna', seen);
    const carl = editor(server.url, 'carl');
    await until('carl sees both', () => carl.provider.awareness.getStates().size === 3);
    anna.provider.disconnect();
    await until('she is gone', () => !seen());
    anna.provider.connect();
    await until('she is back', seen);
  });

  it("cannot speak for another's client id", async () => {
    const server = await rooms();
    const [anna, bert] = await pair(server);
    await until('bert sees anna', () => bert.provider.awareness.getStates().has(anna.doc.clientID));
    const { socket } = await rawSocket(server, 'carl');
    const body = encoding.createEncoder();
    encoding.writeVarUint(body, 1);
    encoding.writeVarUint(body, anna.doc.clientID);
    encoding.writeVarUint(body, 1_000);
    encoding.writeVarString(body, 'null');
    const frame = encoding.createEncoder();
    encoding.writeVarUint(frame, 1);
    encoding.writeVarUint8Array(frame, encoding.toUint8Array(body));
    socket.send(encoding.toUint8Array(frame));
    bert.provider.awareness.setLocalStateField('focus', { stepId: 's2', field: null });
    await until('later news is through', () => {
      const state = anna.provider.awareness.getStates().get(bert.doc.clientID) as
        { focus?: unknown } | undefined;
      return state?.focus !== undefined;
    });
    expect(bert.provider.awareness.getStates().has(anna.doc.clientID)).toBe(true);
    socket.terminate();
  });
});

describe('a room over time', () => {
  it('keeps everything over a restart, and editors take up again where they were', async () => {
    const first = await rooms();
    const [anna, bert] = await pair(first);
    for (let index = 0; index < 20; index += 1) setTitle(anna, `第${index}稿`);
    await until('it is saved', () => isSaved(anna));
    open.splice(open.indexOf(first), 1);
    await first.close();
    expect([anna.closeCode, bert.closeCode]).toEqual([1012, 1012]);
    setTitle(anna, '停止中の編集');
    await rooms({ storage: first.storage, port: first.port });
    await until(
      'what was written meanwhile is saved',
      () => isSaved(anna) && titleOf(bert) === '停止中の編集',
    );
  });

  it('stores what was accepted before it closes for a restart', async () => {
    const server = await rooms();
    const [anna] = await pair(server);
    const letGo = holdAppends(server);
    const held = server.storage.beforeAppend;
    let underWay = false;
    server.storage.beforeAppend = () => {
      underWay = true;
      return held();
    };
    setTitle(anna, '最後');
    await until('it is under way', () => underWay && !isSaved(anna));
    open.splice(open.indexOf(server), 1);
    const closing = server.close();
    letGo();
    await closing;
    expect(anna.closeCode).toBe(1012);
    expect(isSaved(anna)).toBe(true);
    const again = await rooms({ storage: server.storage });
    const late = editor(again.url, 'carl');
    await late.synced;
    expect(titleOf(late)).toBe('最後');
  });

  it('is merged into a verified snapshot, after which the log is trimmed', async () => {
    const server = await rooms({ edge: { pace: { edits: 5, restMs: 60_000, leastMs: 0 } } });
    const [anna] = await pair(server);
    for (let index = 0; index < 12; index += 1) {
      setTitle(anna, `第${index}稿`);
      await until('it is saved', () => isSaved(anna));
    }
    await until('the log is short', () => server.storage.updates.length < 5);
    expect(server.storage.snapshots).toHaveLength(1);
    await server.edge.drain();
    await server.edge.close();
    const again = await rooms({ storage: server.storage });
    const late = editor(again.url, 'carl');
    await late.synced;
    expect(titleOf(late)).toBe('第11稿');
  });

  it('is the same room for whoever comes while it is put away', async () => {
    const server = await rooms({ edge: { warmMs: 5 } });
    for (let round = 0; round < 30; round += 1) {
      const anna = editor(server.url, 'anna');
      await anna.synced;
      setTitle(anna, `第${round}回`);
      await until('it is saved', () => isSaved(anna));
      anna.destroy();
      const bert = editor(server.url, 'bert');
      await bert.synced;
      expect(titleOf(bert)).toBe(`第${round}回`);
      bert.destroy();
    }
    await until('it is put away', () => server.edge.stats().rooms === 0);
  });
});

describe('the desk', () => {
  it('freezes a draft: what is stored is read, what comes meanwhile waits and is not lost', async () => {
    const server = await rooms();
    const [anna, bert] = await pair(server);
    setTitle(anna, '公開する題');
    await until('it is saved', () => isSaved(anna));
    const title = await server.edge.desk.freeze(TENANT, SCRIPT, async (draft) => {
      setTitle(bert, '公開後の題');
      await until('it has come in', () => server.rows.length > 0);
      expect(isSaved(bert)).toBe(false);
      return draft.title;
    });
    expect(title).toBe('公開する題');
    await until('it came through', () => titleOf(anna) === '公開後の題' && isSaved(bert));
  });

  it('says who changed which steps, over a restart too, and starts afresh when published', async () => {
    const server = await rooms();
    const [anna] = await pair(server);
    anna.doc.getMap('steps').set('s1', new Y.Map());
    await until('it is saved', () => isSaved(anna));
    const again = await rooms({ storage: server.storage });
    const activity = await activityOf(again.edge);
    expect(activity.authors).toMatchObject([{ accountId: 'anna', stepIds: ['s1'] }]);
    await server.edge.desk.freeze(TENANT, SCRIPT, () => Promise.resolve());
    expect((await activityOf(server.edge)).authors).toEqual([]);
  });

  it('restores a version as one edit by the account, after a named point', async () => {
    const server = await rooms();
    const [anna, bert] = await pair(server);
    const old = await server.edge.desk.read(TENANT, SCRIPT);
    setTitle(anna, '新しい題');
    await until('bert has it', () => titleOf(bert) === '新しい題');
    const actor = {
      tenantId: TENANT,
      accountId: 'bert',
      loginId: 'bert@example',
      name: 'bert',
      role: 'supervisor',
    } as const;
    const origin = { address: '127.0.0.1', agent: 'test', sessionId: 's', requestId: 'r' };
    await server.edge.desk.restore({ actor, origin }, SCRIPT, old, {
      stepId: null,
      label: { kind: 'restore', values: { version: '3' } },
      demand: () => undefined,
    });
    await until('both have the old one', () => titleOf(anna) === old.title && titleOf(bert) === old.title);
    expect(server.storage.points).toMatchObject([
      { label: { kind: 'restore', values: { version: '3' } }, accountId: 'bert' },
    ]);
    setTitle(anna, '続き');
    await until('editing goes on', () => titleOf(bert) === '続き');
  });

  it('closes the room of a script that is gone with 4404', async () => {
    const server = await rooms();
    const [anna] = await pair(server);
    await server.edge.desk.drop(TENANT, SCRIPT);
    await until('it is closed', () => anna.closeCode === 4404);
  });
});

describe('the record', () => {
  it('has a row for every event in and out', async () => {
    const server = await rooms();
    const [anna, bert] = await pair(server);
    setTitle(anna, '記録');
    await until('it is saved', () => isSaved(anna) && titleOf(bert) === '記録');
    anna.destroy();
    await until('she has left', () => server.rows.some(({ action }) => action === 'disconnect'));
    const actions = new Set(server.rows.map(({ action }) => action));
    expect([...actions].sort()).toEqual(
      ['awareness', 'broadcast', 'connect', 'disconnect', 'join', 'leave', 'saved', 'sync', 'update'].sort(),
    );
    const update = server.rows.find(({ action }) => action === 'update');
    expect(update).toMatchObject({
      actor: { id: 'anna' },
      result: 'ok',
      scriptId: SCRIPT,
      detail: { direction: 'in', n: 1 },
    });
    const broadcast = server.rows.find(({ action }) => action === 'broadcast');
    expect(broadcast?.detail).toMatchObject({ direction: 'out', recipients: 1 });
  });
});
