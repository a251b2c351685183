import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { stepFragment } from '@daihon/shared/script/draft/layout';
import { readScript } from '@daihon/shared/script/draft/read';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { DraftEditor } from '../support/draft.ts';
import { openDraft } from '../support/draft.ts';
import { freePort } from '../support/port.ts';
import { randomFrom, seedFor } from '../support/random.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const rounds = Number(process.env.KILL_ROUNDS ?? (process.env.NIGHTLY === '1' ? 1_000 : 20));
const letters = 'あいうえおかきくけこさしすせそ';

let server: RunningServer;
let env: Record<string, string>;
let people: [Client, Client];
let scriptId: string;

beforeAll(async () => {
  env = { PORT: String(await freePort()) };
  server = await startServer({ env });
  people = [await signIn(server.url, 'sv1@sakura.example'), await signIn(server.url, 'sv2@sakura.example')];
  const made = await people[0].post<{ id: string }>('/api/scripts', { title: '強制終了の試験' });
  scriptId = made.body.id;
});

afterAll(() => server.dispose());

/** What must survive of each editor: the greater of what was marked saved and what the colleague has seen. */
interface Promised {
  client: number;
  saved: number;
  seen: number;
}

it(
  `loses no edit that was marked saved or seen by a colleague, killed at ${rounds} random moments`,
  async () => {
    const random = randomFrom(seedFor('kill -9 while two editors type'));
    const total = { typed: 0, promised: 0, lostUnpromised: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const editors = people.map((client) => openDraft(client, scriptId)) as [DraftEditor, DraftEditor];
      await Promise.all(editors.map((editor) => editor.synced));
      const typing = typeUntilStopped(editors, random);
      await pause(20 + random.below(250));
      await server.kill();
      typing.stop();
      const promised = promisesOf(editors);
      const typed = editors.map((editor) => Y.getState(editor.doc.store, editor.doc.clientID));
      for (const editor of editors) editor.provider.disconnect();
      server = await startServer({ dataDir: server.dataDir, env });
      await expectKept(promised, round);
      total.typed += typed.reduce((sum, clock) => sum + clock, 0);
      total.promised += promised.reduce((sum, one) => sum + Math.max(one.saved, one.seen), 0);
      await expectAllComesBack(editors);
    }
    await expectOnRecord();
    console.log(
      `kills ${rounds}, structs typed ${total.typed}, promised ${total.promised}, lost of the promised 0`,
    );
    expect(total.promised).toBeGreaterThan(rounds);
  },
  rounds * 15_000 + 60_000,
);

function typeUntilStopped(editors: readonly DraftEditor[], random: ReturnType<typeof randomFrom>) {
  const timer = setInterval(() => {
    for (const editor of editors) typeOne(editor.doc, random);
  }, 5);
  return { stop: () => clearInterval(timer) };
}

function typeOne(doc: Y.Doc, random: ReturnType<typeof randomFrom>) {
  const step = readScript(doc).steps[0];
  const fragment = step && stepFragment(doc, step.id, 'say');
  const paragraph = fragment?.get(0);
  if (!(paragraph instanceof Y.XmlElement)) throw new Error('the first step has no paragraph to type into');
  const text = paragraph.get(0);
  if (!(text instanceof Y.XmlText)) throw new Error('the paragraph has no text to type into');
  text.insert(random.below(text.length + 1), letters[random.below(letters.length)] ?? 'あ');
}

function promisesOf([one, other]: [DraftEditor, DraftEditor]): Promised[] {
  const seenBy = (reader: DraftEditor, author: DraftEditor) =>
    Y.getState(reader.doc.store, author.doc.clientID);
  return [
    { client: one.doc.clientID, saved: one.savedClock(), seen: seenBy(other, one) },
    { client: other.doc.clientID, saved: other.savedClock(), seen: seenBy(one, other) },
  ];
}

/** A newcomer with an empty document reads what the restarted server has, before the two editors are back. */
async function expectKept(promised: readonly Promised[], round: number) {
  const newcomer = openDraft(people[0], scriptId);
  await newcomer.synced;
  for (const { client, saved, seen } of promised) {
    const kept = Y.getState(newcomer.doc.store, client);
    expect(kept, `round ${round}: saved ${saved}, seen ${seen}`).toBeGreaterThanOrEqual(
      Math.max(saved, seen),
    );
  }
  newcomer.close();
}

/** The editors come back with what they still hold: both end on the same text, and all of it is saved. */
async function expectAllComesBack(editors: [DraftEditor, DraftEditor]) {
  for (const editor of editors) editor.provider.connect();
  await Promise.all(editors.map((editor) => editor.saved()));
  await until('both editors agree', () => sayOf(editors[0].doc) === sayOf(editors[1].doc));
  for (const editor of editors) editor.close();
}

/** Every edit that was ever accepted has one row in the socket events, those of a moment before a kill too. */
async function expectOnRecord() {
  const admin = await signIn(server.url, 'admin@sakura.example');
  const numbers = await until('the last rows are in', async () => {
    const found = await updateNumbers(admin);
    return found.length > 0 && Math.max(...found) <= new Set(found).size && found;
  });
  expect(numbers.length).toBe(new Set(numbers).size);
}

async function updateNumbers(admin: Client): Promise<number[]> {
  const found: number[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: SocketPage = await socketPage(admin, cursor);
    found.push(...page.items.flatMap(({ detail }) => detail.n ?? []));
    cursor = page.nextCursor;
  }
  return found;
}

async function socketPage(admin: Client, cursor: string): Promise<SocketPage> {
  const from = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
  const path = `/api/logs/socket?scriptId=${scriptId}&kind=update&limit=200${from}`;
  return (await admin.get<SocketPage>(path)).body;
}

interface SocketPage {
  items: { detail: { n?: number | null } }[];
  nextCursor: string | null;
}

function sayOf(doc: Y.Doc): string {
  return JSON.stringify(readScript(doc).steps[0]?.say);
}
