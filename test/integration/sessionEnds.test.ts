import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { signIn } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import { openPush } from '../support/push.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

let server: RunningServer;
let folder: string;

afterEach(async () => {
  await server.dispose();
  await rm(folder, { recursive: true });
});

it.each([
  ['its idle time', { sessionIdleMs: 4_000 }],
  ['its absolute time', { sessionAbsoluteMs: 6_000 }],
])('a session that comes to the end of %s loses both its sockets, silent ones too', async (_end, limits) => {
  folder = await mkdtemp(path.join(tmpdir(), 'daihon-session-'));
  const file = path.join(folder, 'limits.json');
  await writeFile(file, JSON.stringify(limits));
  server = await startServer({ env: { LIMITS_FILE: file } });
  const sato = await signIn(server.url, 'sv1@sakura.example');
  const made = await sato.post<{ id: string }>('/api/scripts', { title: '期限' });
  const draft = openDraft(sato, made.body.id);
  await draft.synced;
  const push = await openPush(sato);
  const code = new Promise<number | undefined>((resolve) => {
    draft.provider.once('connection-close', (event) => resolve(event?.code));
  });
  const reason = new Promise<unknown>((resolve) => push.once('session-ended', resolve));
  const gone = new Promise<void>((resolve) => push.once('disconnect', () => resolve()));
  expect(await code).toBe(4401);
  expect(await reason).toMatchObject({ reason: 'expired' });
  await gone;
  push.close();
  draft.close();
});
