import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonicalJson } from '@daihon/shared/script/canonical';
import type { Version, VersionSummary } from '@daihon/shared/version';
import type { Feed } from '@daihon/shared/wire/events';
import type { Page, Published, ScriptSummary } from '@daihon/shared/wire/http';
import { sha256Hex } from '../../server/src/platform/hash.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { FeedAgent } from '../support/feedAgent.ts';
import { openFeedAgent } from '../support/feedAgent.ts';
import { freePort } from '../support/port.ts';
import { randomFrom, seedFor } from '../support/random.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const rounds = Number(process.env.KILL_ROUNDS ?? (process.env.NIGHTLY === '1' ? 100 : 8));

/** A script as the rounds have left it; `title` is that of its draft. */
interface Subject {
  id: string;
  number: number;
  title: string;
}

interface Agent {
  feed: FeedAgent;
  /** What this agent would read now, by script. */
  hashes: Map<string, string>;
}

let server: RunningServer;
let env: Record<string, string>;
let people: Client[];
let scripts: Subject[];
let agents: Agent[];
let firstSeq: number;

beforeAll(async () => {
  env = { PORT: String(await freePort()) };
  server = await startServer({ env });
  people = [await signIn(server.url, 'sv1@sakura.example'), await signIn(server.url, 'sv2@sakura.example')];
  scripts = await Promise.all(people.map((client, index) => firstVersion(client, `強制終了${index}`)));
  firstSeq = (await feedSince(0)).seq;
  agents = await Promise.all(
    ['op1', 'op2', 'op3'].map(async (name) => agentOf(await signIn(server.url, `${name}@sakura.example`))),
  );
});

afterAll(async () => {
  for (const { feed } of agents) feed.close();
  await server.dispose();
});

async function firstVersion(client: Client, title: string): Promise<Subject> {
  const { id } = (await client.post<ScriptSummary>('/api/scripts', { title })).body;
  expect((await client.post(`/api/scripts/${id}/publish`, { note: '初版' })).status).toBe(201);
  return { id, number: 1, title };
}

function agentOf({ url, cookie }: Client): Agent {
  const hashes = new Map<string, string>();
  const feed = openFeedAgent({
    url,
    cookie,
    since: firstSeq,
    onDeliver: (item) => item.kind === 'release' && hashes.set(item.scriptId, item.hash),
  });
  return { feed, hashes };
}

const by = (index: number): Client => people[index % people.length] ?? raise('nobody');
const feedSince = async (since: number) => (await by(0).get<Feed>(`/api/releases?since=${since}`)).body;

it(
  `publishes wholly or not at all, and every agent ends on what is current, killed at ${rounds} random moments`,
  async () => {
    const random = randomFrom(seedFor('kill -9 while two scripts are published'));
    const seen = { whole: 0, none: 0, answered: 0 };
    let longest = await typicalMs();
    for (let round = 0; round < rounds; round += 1) {
      await rename(round);
      const started = performance.now();
      const asks = scripts.map((script, index) =>
        by(index)
          .post<Published>(`/api/scripts/${script.id}/publish`, {
            note: `${round}`,
            baseVersion: script.number,
          })
          .then(
            (answer) => {
              longest = Math.max(longest / 2, performance.now() - started);
              return answer;
            },
            () => null,
          ),
      );
      await pause(random.below(Math.ceil(longest * 1.3)));
      await server.kill();
      const answers = await Promise.all(asks);
      server = await startServer({ dataDir: server.dataDir, env });
      for (const [index, script] of scripts.entries()) {
        const answer = answers[index] ?? null;
        const fresh = await expectWhole(script, round, answer?.status === 201 ? answer.body : null);
        seen[fresh ? 'whole' : 'none'] += 1;
        if (answer?.status === 201) seen.answered += 1;
      }
      await expectFeedWithoutGap();
      await expectAgentsCurrent();
    }
    console.log('publications when the server was killed:', JSON.stringify(seen));
  },
  60_000 + rounds * 20_000,
);

/** How long a publication takes on this machine now. */
async function typicalMs(): Promise<number> {
  await rename(-1);
  const started = performance.now();
  for (const [index, script] of scripts.entries()) {
    const answer = await by(index).post(`/api/scripts/${script.id}/publish`, { note: '測る' });
    expect(answer.status).toBe(201);
    script.number += 1;
  }
  return (performance.now() - started) / scripts.length;
}

/** Another title is another content: the draft is ahead of what is out. */
async function rename(round: number): Promise<void> {
  for (const [index, script] of scripts.entries()) {
    script.title = `強制終了${index} 回${round}`;
    const answer = await by(index).patch(`/api/scripts/${script.id}`, { title: script.title });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  }
}

/** Old or new, and that in every place: row, version, hash, release. Returns whether it is the new one. */
async function expectWhole(script: Subject, round: number, told: Published | null): Promise<boolean> {
  const client = by(0);
  const root = `/api/scripts/${script.id}`;
  const row = (await client.get<ScriptSummary>(root)).body;
  const history = (await client.get<Page<VersionSummary>>(`${root}/versions?limit=200`)).body.items;
  const number = row.publishedVersion ?? 0;
  const where = `round ${round}`;
  expect([script.number, script.number + 1], where).toContain(number);
  expect(history[0]?.number, where).toBe(number);
  expect(history[0]?.hash, where).toBe(row.publishedHash);
  expect(history[0]?.seq, where).not.toBeNull();
  const { script: content, hash } = (await client.get<Version>(`${root}/versions/${number}`)).body;
  expect(hash, where).toBe(`sha256-${sha256Hex(canonicalJson(content))}`);
  const fresh = number === script.number + 1;
  expect(content.title === script.title, where).toBe(fresh);
  if (told !== null) expect([told.number, told.hash, told.seq]).toEqual([number, hash, history[0]?.seq]);
  script.number = number;
  return fresh;
}

async function expectFeedWithoutGap(): Promise<void> {
  const items: Feed['items'] = [];
  for (let since = firstSeq; ;) {
    const feed = await feedSince(since);
    const last = feed.items.at(-1);
    if (last === undefined) break;
    items.push(...feed.items);
    since = last.seq;
  }
  expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => firstSeq + 1 + index));
  const published = items.map((item) => item.kind === 'release' && `${item.scriptId} ${item.version}`);
  expect(new Set(published).size).toBe(published.length);
}

async function expectAgentsCurrent(): Promise<void> {
  const { seq } = await feedSince(Number.MAX_SAFE_INTEGER);
  const rows = await Promise.all(
    scripts.map(async ({ id }) => (await by(0).get<ScriptSummary>(`/api/scripts/${id}`)).body),
  );
  await until('every agent is back and has everything', () =>
    agents.every(({ feed }) => feed.current() && feed.last() === seq),
  );
  for (const { feed, hashes } of agents) {
    expect(feed.faults).toEqual([]);
    for (const row of rows) expect(hashes.get(row.id)).toBe(row.publishedHash);
  }
}

function raise(what: string): never {
  throw new Error(what);
}
