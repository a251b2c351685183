import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { RoomEditor, RoomServer } from '../support/rooms.ts';
import { openEditor, SCRIPT, startRooms } from '../support/rooms.ts';
import { randomFrom, seedFor } from '../support/random.ts';
import { until } from '../support/until.ts';

const rounds = process.env.NIGHTLY === '1' ? 50 : 4;
const peers = 8;
const operations = 400;

type Random = ReturnType<typeof randomFrom>;

const servers: RoomServer[] = [];
const editors: RoomEditor[] = [];

afterEach(async () => {
  for (const editor of editors.splice(0)) editor.destroy();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('eight editors over real sockets', () => {
  it('converge through drops, a restart, a store of uneven speed and a hostile peer', async () => {
    const random = randomFrom(seedFor('eight editors converge'));
    for (let round = 0; round < rounds; round += 1) await oneRound(random);
  });
});

async function oneRound(random: Random): Promise<void> {
  let server = await start();
  const { storage, port, url } = server;
  storage.beforeAppend = () => (random.next() < 0.2 ? pause(random.below(8)) : Promise.resolve());
  const group = Array.from({ length: peers }, (_, index) => openEditor(url, `account-${index % 4}`));
  editors.push(...group);
  await Promise.all(group.map(({ synced }) => synced));
  const hostile = annoy(url, random);
  for (let operation = 0; operation < operations; operation += 1) {
    const editor = group[random.below(peers)];
    if (editor !== undefined) act(editor, random);
    if (operation % 20 === 0) await pause(random.below(4));
    if (operation === operations / 2) {
      servers.splice(servers.indexOf(server), 1);
      await server.close();
      server = await start({ storage, port });
    }
  }
  hostile.stop();
  for (const { provider } of group) provider.connect();
  await until('all are the same', () => allSame(group)).catch((error: unknown) => {
    throw new Error(reportOf(group, server), { cause: error });
  });
  expect(group.map(({ closeCode }) => closeCode).filter((code) => code !== null && code >= 4400)).toEqual([]);
  const late = openEditor(url, 'late');
  editors.push(late);
  await late.synced;
  await until('a newcomer has the same', () => allSame([...group, late]));
  for (const editor of [...group, late]) editor.destroy();
}

async function start(options: Parameters<typeof startRooms>[0] = {}): Promise<RoomServer> {
  const server = await startRooms({ ...options, edge: { pace: { edits: 40, restMs: 100, leastMs: 0 } } });
  servers.push(server);
  return server;
}

/** What there is to know of editors that did not come to the same. */
function reportOf(group: readonly RoomEditor[], server: RoomServer): string {
  const states = group.map(
    ({ doc, provider, closeCode }) =>
      `closed ${closeCode}, synced ${provider.synced}, ${Y.encodeStateVector(doc).length} bytes of clocks, ` +
      `waits ${doc.store.pendingStructs !== null}, ${JSON.stringify(rootsOf(doc)).length} characters`,
  );
  const refused = server.rows
    .filter(({ result, actor }) => result === 'refused' && actor.id !== 'mallory')
    .map(({ actor, detail }) => JSON.stringify([actor.id, detail]));
  return [...states, ...refused].join('\n');
}

function allSame(group: readonly RoomEditor[]): boolean {
  const [first, ...others] = group.map(({ doc }) => JSON.stringify(rootsOf(doc)));
  return others.every((state) => state === first) && group.every(({ provider }) => provider.synced);
}

function rootsOf(doc: Y.Doc): unknown {
  const steps = [...doc.getMap<Y.Map<unknown>>('steps')].map(([id, step]) => [id, step.toJSON()] as const);
  return [doc.getMap('meta').toJSON(), Object.fromEntries(steps.sort(([a], [b]) => (a < b ? -1 : 1)))];
}

function act({ doc, provider }: RoomEditor, random: Random): void {
  const roll = random.next();
  const steps = doc.getMap<Y.Map<unknown>>('steps');
  const ids = [...steps.keys()].sort();
  const step = steps.get(ids[random.below(Math.max(1, ids.length))] ?? '');
  if (roll < 0.03) provider.disconnect();
  else if (roll < 0.08) provider.connect();
  else if (roll < 0.2 || step === undefined) addStep(steps, `s${random.below(30)}`);
  else if (roll < 0.3) steps.delete(ids[random.below(ids.length)] ?? '');
  else if (roll < 0.4) doc.getMap('meta').set('title', `題${random.below(1_000)}`);
  else type(step, random);
}

function addStep(steps: Y.Map<Y.Map<unknown>>, id: string): void {
  const text = new Y.XmlText('もし');
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [text]);
  const say = new Y.XmlFragment();
  say.insert(0, [paragraph]);
  steps.set(id, new Y.Map<unknown>([['say', say]]));
}

function type(step: Y.Map<unknown>, random: Random): void {
  const say = step.get('say');
  const paragraph = say instanceof Y.XmlFragment ? say.get(0) : null;
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) return;
  if (random.next() < 0.3 && text.length > 0) text.delete(random.below(text.length), 1);
  else if (random.next() < 0.1 && text.length > 1) text.format(0, random.below(text.length), { bold: {} });
  else text.insert(random.below(text.length + 1), 'あいうえお'[random.below(5)] ?? 'あ');
}

/** Sends mutated and invented frames, one connection after the other. */
function annoy(url: string, random: Random): { stop(): void } {
  let stopped = false;
  const attack = (): void => {
    if (stopped) return;
    const socket = new WebSocket(`${url}/collab/${SCRIPT}?as=mallory`);
    socket.on('error', () => undefined);
    socket.on('open', () => {
      for (let index = 0; index < 5; index += 1) socket.send(badFrame(random));
    });
    socket.on('close', () => setTimeout(attack, 20));
    setTimeout(() => {
      socket.terminate();
    }, 100);
  };
  attack();
  return {
    stop: () => {
      stopped = true;
    },
  };
}

function badFrame(random: Random): Uint8Array {
  const frame = new Uint8Array(3 + random.below(60)).map(() => random.below(256));
  frame[0] = 0;
  frame[1] = 2;
  frame[2] = frame.length - 3;
  return frame;
}
