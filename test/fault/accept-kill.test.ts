import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CommentThread } from '@daihon/shared/comment';
import type { Script } from '@daihon/shared/script/schema';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { freePort } from '../support/port.ts';
import { randomFrom, seedFor } from '../support/random.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

const rounds = Number(process.env.KILL_ROUNDS ?? (process.env.NIGHTLY === '1' ? 200 : 10));

let server: RunningServer;
let env: Record<string, string>;
let supervisor: Client;
let scriptId: string;

beforeAll(async () => {
  env = { PORT: String(await freePort()) };
  server = await startServer({ env });
  supervisor = await signIn(server.url, 'sv1@sakura.example');
  scriptId = (await supervisor.post<{ id: string }>('/api/scripts', { title: '採用の途中の強制終了' })).body
    .id;
});

afterAll(() => server.dispose());

it(
  `never has an accepted proposal without its words, killed at ${rounds} random moments`,
  async () => {
    const random = randomFrom(seedFor('kill -9 while a proposal is accepted'));
    const seen = { accepted: 0, wordsOnly: 0, neither: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const stands = (await firstStep()).title;
      const wanted = `名乗り${round}`;
      const thread = await propose(round, stands, wanted);
      const asked = decide(thread).catch(() => undefined);
      await pause(random.below(250));
      await server.kill();
      await asked;
      server = await startServer({ dataDir: server.dataDir, env });
      const { title } = await firstStep();
      expect([stands, wanted]).toContain(title);
      const accepted = (await decisionOf(thread)) === 'accepted';
      if (accepted) expect(title, `round ${round}`).toBe(wanted);
      seen[accepted ? 'accepted' : title === wanted ? 'wordsOnly' : 'neither'] += 1;
    }
    console.log('proposals accepted when the server was killed:', JSON.stringify(seen));
  },
  60_000 + rounds * 15_000,
);

const root = () => `/api/scripts/${scriptId}/comments`;
async function firstStep() {
  const [step] = (await supervisor.get<Script>(`/api/scripts/${scriptId}/draft`)).body.steps;
  if (step === undefined) throw new Error('a new script has a step');
  return step;
}
async function propose(round: number, quote: string, replacement: string): Promise<string> {
  const place = { stepId: (await firstStep()).id, stepTitle: quote, field: 'title', start: null, end: null };
  const id = `proposal-${round}`;
  const anchor = { ...place, quote };
  const wish = { id, messageId: `message-${round}`, anchor, text: '', suggestion: { replacement } };
  expect((await supervisor.post(root(), wish)).status).toBe(201);
  return id;
}
const decide = (thread: string) => supervisor.post(`${root()}/${thread}/decision`, { decision: 'accepted' });
async function decisionOf(thread: string) {
  const { items } = (await supervisor.get<{ items: CommentThread[] }>(`${root()}?limit=200`)).body;
  return items.find(({ id }) => id === thread)?.suggestion?.decision;
}
