import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import type { Sample, SampleRun } from '@daihon/shared/sample/sample';
import { maxSamples } from '@daihon/shared/sample/maxSamples';
import type { Script } from '@daihon/shared/script/schema';
import type { Finding } from '@daihon/shared/version';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import { openPush } from '../support/push.ts';
import { until } from '../support/until.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';

let app: App;
let supervisor: Client;
let admin: Client;
let agent: Client;
let foreigner: Client;

beforeAll(async () => {
  app = await startApp();
  await signInAll();
});
afterAll(() => app.dispose());

async function signInAll(): Promise<void> {
  supervisor = await signIn(app.url, 'sv1@sakura.example');
  admin = await signIn(app.url, 'admin@sakura.example');
  agent = await signIn(app.url, 'op1@sakura.example');
  foreigner = await signIn(app.url, 'admin@midori.example');
}

async function newScript(ask: object = { title: '受注の台本' }): Promise<string> {
  const made = await supervisor.post<ScriptSummary>('/api/scripts', ask);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.id;
}

/** The path through a new script: greeting, end. */
async function runOf(id: string): Promise<SampleRun> {
  const { body } = await supervisor.get<Script>(`/api/scripts/${id}/draft`);
  const [first, last] = body.steps;
  return {
    placeholders: {},
    fields: {},
    answers: [
      { stepId: first?.id ?? '', move: { kind: 'choose', choiceId: first?.choices[0]?.id ?? '' } },
      { stepId: last?.id ?? '', move: null },
    ],
    outcome: last?.outcome ?? null,
    at: null,
  };
}

const list = async (id: string, as = supervisor) =>
  (await as.get<{ items: Sample[] }>(`/api/scripts/${id}/samples`)).body.items;

/** Gives every end of the draft another outcome. */
async function breakOutcome(id: string): Promise<void> {
  const draft = openDraft(supervisor, id);
  await draft.synced;
  for (const step of draft.doc.getMap<Y.Map<unknown>>('steps').values())
    if (step.get('kind') === 'end') step.set('outcome', '別の結果');
  await draft.saved();
  draft.close();
}

describe('sample callers', () => {
  it('are saved, renamed, marked as required and deleted', async () => {
    const id = await newScript();
    const run = await runOf(id);
    const made = await supervisor.post<Sample>(`/api/scripts/${id}/samples`, { name: '水野さん', run });
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect(made.body).toMatchObject({ name: '水野さん', required: false, run });
    const place = `/api/scripts/${id}/samples/${made.body.id}`;
    const changed = await supervisor.patch<Sample>(place, { name: '水野様', required: true });
    expect(changed.body).toMatchObject({ name: '水野様', required: true, run });
    await app.restart();
    await signInAll();
    expect(await list(id)).toEqual([changed.body]);
    expect((await supervisor.del(place)).status).toBe(204);
    expect(await list(id)).toEqual([]);
    expect((await supervisor.del(place)).status).toBe(404);
  });

  it('come along with a script made from a template, and with the demo', async () => {
    const id = await newScript({ title: '解約', templateId: 'cancel' });
    expect((await list(id)).map(({ name }) => name)).toHaveLength(3);
    const { body } = await supervisor.get<{ items: ScriptSummary[] }>('/api/scripts');
    const counts = await Promise.all(body.items.map(async (script) => (await list(script.id)).length));
    expect(counts.filter((count) => count === 3).length).toBeGreaterThanOrEqual(6);
  });

  it('are for editors of the tenant only', async () => {
    const id = await newScript();
    const ask = { name: '水野', run: await runOf(id) };
    const { body } = await supervisor.post<Sample>(`/api/scripts/${id}/samples`, ask);
    const place = `/api/scripts/${id}/samples/${body.id}`;
    for (const [client, status] of [
      [agent, 403],
      [foreigner, 404],
    ] as const) {
      expect((await client.get(`/api/scripts/${id}/samples`)).status).toBe(status);
      expect((await client.post(`/api/scripts/${id}/samples`, ask)).status).toBe(status);
      expect((await client.patch(place, { name: '別' })).status).toBe(status);
      expect((await client.del(place)).status).toBe(status);
    }
    const elsewhere = await newScript();
    expect((await supervisor.patch(`/api/scripts/${elsewhere}/samples/${body.id}`, {})).status).toBe(404);
  });

  it('refuses what is no path, and more than a script may have', async () => {
    const id = await newScript();
    const run = await runOf(id);
    const post = (ask: object) => supervisor.post(`/api/scripts/${id}/samples`, ask);
    expect((await post({ name: ' ', run })).status).toBe(400);
    expect((await post({ name: '水野', run: { ...run, answers: [] } })).status).toBe(400);
    expect((await post({ name: '水野', run, other: 1 })).status).toBe(400);
    for (let n = 0; n < maxSamples; n += 1) expect((await post({ name: `${n}`, run })).status).toBe(201);
    expect((await post({ name: '多すぎる', run })).status).toBe(409);
  });

  it('leave rows in the admin log and are told to those who have the script open', async () => {
    const id = await newScript();
    const push = await openPush(supervisor);
    const news: unknown[] = [];
    push.on('script-news', (event: unknown) => news.push(event));
    const draft = openDraft(supervisor, id);
    await draft.synced;
    push.emit('pointer', { scriptId: id, x: 1, y: 1 });
    const { body } = await supervisor.post<Sample>(`/api/scripts/${id}/samples`, {
      name: '水野',
      run: await runOf(id),
    });
    await supervisor.del(`/api/scripts/${id}/samples/${body.id}`);
    const rows = await admin.get<{ items: { action: string; target: { label: string } }[] }>(
      `/api/logs/admin?scriptId=${id}`,
    );
    expect(rows.body.items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['sample.create', 'sample.delete']),
    );
    expect(rows.body.items[0]?.target.label).toBe('水野');
    await until('the news', () => news.length > 0);
    expect(news).toContainEqual({ scriptId: id, kind: 'samples' });
    draft.close();
    push.close();
  });
});

describe('a publish', () => {
  it('warns of a sample caller that leaves its path, and goes out all the same', async () => {
    const id = await newScript();
    await supervisor.post(`/api/scripts/${id}/samples`, { name: '水野さん', run: await runOf(id) });
    await breakOutcome(id);
    const preview = await supervisor.get<{ findings: Finding[] }>(`/api/scripts/${id}/changes`);
    const [finding] = preview.body.findings.filter(({ code }) => code === 'sample_path');
    expect(finding).toMatchObject({ severity: 'warning', values: { sample: '水野さん' } });
    expect(finding?.stepId).not.toBeNull();
    expect((await supervisor.post(`/api/scripts/${id}/publish`, { note: '初版' })).status).toBe(201);
  });

  it('is refused by a required one, and goes out when the path is taken up anew', async () => {
    const id = await newScript();
    const { body } = await supervisor.post<Sample>(`/api/scripts/${id}/samples`, {
      name: '水野さん',
      required: true,
      run: await runOf(id),
    });
    await breakOutcome(id);
    const publish = () =>
      supervisor.post<{ findings: Finding[] }>(`/api/scripts/${id}/publish`, { note: '初版' });
    const refused = await publish();
    expect(refused.status).toBe(422);
    expect(refused.body.findings).toEqual([
      expect.objectContaining({ code: 'sample_path', severity: 'error', pointer: '/steps/1' }),
    ]);
    await supervisor.patch(`/api/scripts/${id}/samples/${body.id}`, { run: await runOf(id) });
    expect((await publish()).status).toBe(201);
  });

  it('is refused by an NG word of the tenant, in what is read out', async () => {
    const id = await newScript();
    const wording = {
      forbidden: [{ word: 'お電話', instead: 'ご連絡', severity: 'error' }],
      preferred: [],
      allowed: [],
    };
    await admin.patch('/api/settings', { wording });
    const refused = await supervisor.post<{ findings: Finding[] }>(`/api/scripts/${id}/publish`, {
      note: '初版',
    });
    expect(refused.status).toBe(422);
    expect(refused.body.findings[0]).toMatchObject({
      code: 'ng_word',
      severity: 'error',
      words: { quote: 'お電話', instead: 'ご連絡', from: 0, to: 3 },
    });
    await admin.patch('/api/settings', { wording: { ...wording, forbidden: [] } });
    expect((await supervisor.post(`/api/scripts/${id}/publish`, { note: '初版' })).status).toBe(201);
  });
});
