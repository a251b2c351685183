import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Feed } from '@daihon/shared/wire/events';
import type { Published, ScriptSummary } from '@daihon/shared/wire/http';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { freePort } from '../support/port.ts';
import { seedFor } from '../support/random.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import type { Order, Report } from './agents.child.ts';

export interface ManyAgentsAsk {
  agents: number;
  /** Accounts that they are signed in with. */
  accounts: number;
  /** Publications while all are connected; then as many while some reconnect. */
  rounds: number;
  /** Processes that the agents run in. */
  children: number;
}

export interface ManyAgentsResult {
  /** From the request to publish to its arrival, for every agent of every round with all connected. */
  arrivalMs: number[];
  /** The same, to the last agent of each round. */
  lastMs: number[];
  /** From the start of the restarted server until every agent was back with everything. */
  backMs: number;
  reconnects: number;
  published: number;
  /** Agents whose feed was short of the newest number at the end. */
  behind: number;
  faults: string[];
}

interface Fleet {
  report(): Promise<Report>;
  tell(order: Order): void;
  close(): Promise<void>;
}

const password = 'load-test-2026!';
const churnShare = 0.1;

/**
 * One server, thousands of agents in processes of their own: publishes while all are connected, then while a tenth of them reconnects
 * and the server is restarted once. Throws when somebody does not come back.
 */
export async function runManyAgents(ask: ManyAgentsAsk): Promise<ManyAgentsResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'daihon-load-'));
  const limits = path.join(folder, 'limits.json');
  const many = 100_000;
  await writeFile(
    limits,
    JSON.stringify({ socketsPerSession: many, socketsPerAccount: many, socketsPerAddress: many }),
  );
  const env = { PORT: String(await freePort()), LIMITS_FILE: limits, NODE_ENV: 'production' };
  let server = await startServer({ env });
  try {
    const supervisor = await signIn(server.url, 'sv1@sakura.example');
    const cookies = await signInAgents(server, ask.accounts);
    const { id } = (await supervisor.post<ScriptSummary>('/api/scripts', { title: '三千人への公開' })).body;
    const since = (await supervisor.get<Feed>(`/api/releases?since=${Number.MAX_SAFE_INTEGER}`)).body.seq;
    const fleet = await openFleet(ask, server.url, cookies, since);
    try {
      const quiet = await publishToAll(supervisor, id, fleet, ask);
      const { seq, backMs, restarted } = await publishInUnrest(supervisor, id, fleet, ask, server, env);
      server = restarted;
      const { faults, reconnects, last } = await fleet.report();
      const published = seq - since;
      return { ...quiet, backMs, reconnects, published, behind: seq - last, faults };
    } finally {
      await fleet.close();
    }
  } finally {
    await server.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}

async function publishToAll(supervisor: Client, id: string, fleet: Fleet, ask: ManyAgentsAsk) {
  const asked = new Map<number, number>();
  for (let round = 0; round < ask.rounds; round += 1) {
    const at = performance.timeOrigin + performance.now();
    const { seq } = await publish(supervisor, id, `静かな公開 ${round}`);
    asked.set(seq, at);
    await untilAllHave(fleet, ask.agents, seq);
  }
  const { arrivals } = await fleet.report();
  const delays = [...asked].map(
    ([seq, at]) => arrivals.find((arrival) => arrival.seq === seq)?.live.map((time) => time - at) ?? [],
  );
  return { arrivalMs: delays.flat(), lastMs: delays.map((some) => Math.max(...some)) };
}

async function publishInUnrest(
  supervisor: Client,
  id: string,
  fleet: Fleet,
  ask: ManyAgentsAsk,
  server: RunningServer,
  env: Record<string, string>,
) {
  const everyMs = 400;
  fleet.tell({ type: 'churn', share: churnShare, overMs: ask.rounds * everyMs });
  let seq = 0;
  let restarted = server;
  let backMs = 0;
  for (let round = 0; round < ask.rounds; round += 1) {
    seq = (await publish(supervisor, id, `途中の公開 ${round}`)).seq;
    await pause(everyMs);
    if (round !== Math.floor(ask.rounds / 2)) continue;
    await restarted.stop();
    restarted = await startServer({ dataDir: server.dataDir, env });
    const started = performance.now();
    fleet.tell({ type: 'churn', share: churnShare, overMs: ask.rounds * everyMs });
    // The first ones are back while the others are still coming: what is published now has to reach all of them.
    seq = (await publish(supervisor, id, '再起動の直後の公開')).seq;
    await untilAllHave(fleet, ask.agents, seq);
    backMs = performance.now() - started;
  }
  await untilAllHave(fleet, ask.agents, seq);
  return { seq, backMs, restarted };
}

async function publish(supervisor: Client, id: string, note: string): Promise<Published> {
  const answer = await supervisor.post<Published>(`/api/scripts/${id}/publish`, { note });
  if (answer.status !== 201) throw new Error(`publish: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

async function untilAllHave(fleet: Fleet, agents: number, seq: number): Promise<void> {
  let state = '';
  const all = async () => {
    const { current, last } = await fleet.report();
    state = `${current} are connected, the furthest behind has ${last}`;
    return current === agents && last >= seq;
  };
  await until(`${agents} agents to have ${seq}`, all, 240_000).catch((error: unknown) => {
    throw new Error(state, { cause: error });
  });
}

/** Accounts as an administrator makes them, each signed in once; the sockets of one account share its session. */
async function signInAgents(server: RunningServer, accounts: number): Promise<string[]> {
  const admin = await signIn(server.url, 'admin@sakura.example');
  const cookies: string[] = [];
  for (let n = 0; n < accounts; n += 1) {
    const loginId = `load${n}@sakura.example`;
    const invited = await admin.post<{ invitationUrl: string }>('/api/accounts', {
      loginId,
      name: `負荷 ${n}`,
      role: 'agent',
    });
    const token = invited.body.invitationUrl.split('#')[1] ?? '';
    await fetch(`${server.url}/api/invitations/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ token, password }),
    });
    cookies.push((await signIn(server.url, loginId, password)).cookie);
  }
  return cookies;
}

async function openFleet(
  ask: ManyAgentsAsk,
  url: string,
  cookies: readonly string[],
  since: number,
): Promise<Fleet> {
  const seed = seedFor(`${ask.agents} agents`);
  const file = fileURLToPath(new URL('./agents.child.ts', import.meta.url));
  const children = Array.from({ length: ask.children }, (_, index) => {
    const child = fork(file, [], { execArgv: ['--import', 'tsx'] });
    const count =
      Math.floor(((index + 1) * ask.agents) / ask.children) - Math.floor((index * ask.agents) / ask.children);
    send(child, { type: 'open', url, cookies, count, since, seed: seed + index });
    return child;
  });
  const fleet: Fleet = {
    report: async () => sum(await Promise.all(children.map(reportOf))),
    tell: (order) => children.forEach((child) => send(child, order)),
    close: async () => {
      const gone = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
      fleet.tell({ type: 'close' });
      await Promise.all(gone);
    },
  };
  const connected = async () => (await fleet.report()).current === ask.agents;
  await until(`${ask.agents} agents to be connected`, connected, 180_000);
  return fleet;
}

function reportOf(child: ChildProcess): Promise<Report> {
  return new Promise<Report>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Report));
    child.once('exit', () => reject(new Error('a process of agents has ended')));
    send(child, { type: 'report' });
  }).finally(() => child.removeAllListeners('exit'));
}

function send(child: ChildProcess, order: Order): void {
  child.send(order);
}

function sum(reports: readonly Report[]): Report {
  const bySeq = new Map<number, Report['arrivals'][number]>();
  for (const { seq, live, caughtUp } of reports.flatMap(({ arrivals }) => arrivals)) {
    const known = bySeq.get(seq) ?? { seq, live: [], caughtUp: 0 };
    bySeq.set(seq, { seq, live: [...known.live, ...live], caughtUp: known.caughtUp + caughtUp });
  }
  const total = (of: (report: Report) => number) => reports.reduce((all, report) => all + of(report), 0);
  return {
    current: total((report) => report.current),
    last: Math.min(...reports.map((report) => report.last)),
    arrivals: [...bySeq.values()],
    faults: reports.flatMap((report) => report.faults),
    reconnects: total((report) => report.reconnects),
  };
}
