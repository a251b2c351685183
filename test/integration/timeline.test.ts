import { afterAll, beforeAll, expect, it } from 'vitest';
import { addStep } from '@daihon/shared/script/draft/edit';
import type { Script } from '@daihon/shared/script/schema';
import type { VersionDiff } from '@daihon/shared/version';
import type { PointDiff, TimelineEntry, TimelinePoint } from '@daihon/shared/wire/points';
import type { Page, ScriptSummary } from '@daihon/shared/wire/http';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import { until } from '../support/until.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';

let app: App;
let supervisor: Client;
let colleague: Client;
let agent: Client;
let foreigner: Client;

beforeAll(async () => {
  app = await startApp();
  supervisor = await signIn(app.url, 'sv1@sakura.example');
  colleague = await signIn(app.url, 'sv2@sakura.example');
  agent = await signIn(app.url, 'op1@sakura.example');
  foreigner = await signIn(app.url, 'admin@midori.example');
});
afterAll(() => app.dispose());

/** A published script with its first two steps, 名乗り and 終話. */
async function publishedScript(): Promise<{ id: string; a: string; b: string }> {
  const made = await supervisor.post<ScriptSummary>('/api/scripts', { title: '受注の台本' });
  const { id } = made.body;
  const published = await supervisor.post(`/api/scripts/${id}/publish`, { note: '初版' });
  expect(published.status, JSON.stringify(published.body)).toBe(201);
  const { body } = await supervisor.get<Script>(`/api/scripts/${id}/draft`);
  const [a = '', b = ''] = body.steps.map((step) => step.id);
  return { id, a, b };
}

type Doc = ReturnType<typeof openDraft>['doc'];

function add(doc: Doc, id: string, afterId: string | null, title: string): void {
  const position = { x: 0, y: 0 };
  addStep(doc, { id, kind: 'end', title, group: null, afterId, position }, null);
}

async function write(client: Client, id: string, change: (doc: Doc) => void): Promise<void> {
  const draft = openDraft(client, id);
  await draft.synced;
  change(draft.doc);
  await draft.saved();
  draft.close();
}

const rename = (stepId: string, title: string) => (doc: Doc) => {
  (doc.getMap('steps').get(stepId) as Map<string, unknown>).set('title', title);
};

async function titles(id: string): Promise<string[]> {
  const { body } = await supervisor.get<Script>(`/api/scripts/${id}/draft`);
  return body.steps.map((step) => step.title);
}

it('takes a restore back, and leaves what a colleague wrote after it', async () => {
  const { id, a, b } = await publishedScript();
  await write(supervisor, id, rename(a, '書き換えた名乗り'));
  const restored = await supervisor.post<{ pointId: string }>(`/api/scripts/${id}/versions/1/restore`);
  expect(restored.status).toBe(200);
  expect(await titles(id)).toEqual(['名乗り', '終話']);
  await write(colleague, id, rename(b, '同僚の題'));
  const undo = `/api/scripts/${id}/points/${restored.body.pointId}/undo`;
  expect((await foreigner.post(undo)).status).toBe(404);
  expect((await agent.post(undo)).status).toBe(403);
  expect((await supervisor.post(undo)).status).toBe(200);
  expect(await titles(id)).toEqual(['書き換えた名乗り', '同僚の題']);
  expect((await supervisor.post(undo)).status).toBe(409);
});

it('refuses a restore over what a colleague wrote since it was looked at', async () => {
  const { id, a, b } = await publishedScript();
  await write(supervisor, id, rename(a, '一度目'));
  const path = `/api/scripts/${id}/versions/1`;
  const looked = await supervisor.get<VersionDiff>(`${path}/diff/draft`);
  await write(colleague, id, rename(b, '同僚の題'));
  const whole = await supervisor.post<{ state: string }>(`${path}/restore`, { state: looked.body.state });
  expect(whole.status).toBe(409);
  const other = { stepId: a, state: looked.body.stepStates?.[a] };
  expect((await supervisor.post(`${path}/restore`, other)).status).toBe(200);
  expect(await titles(id)).toEqual(['名乗り', '同僚の題']);
  expect((await supervisor.post(`${path}/restore`, other)).status).toBe(409);
  const now = await supervisor.get<VersionDiff>(`${path}/diff/draft`);
  expect((await supervisor.post(`${path}/restore`, { state: now.body.state })).status).toBe(200);
});

it('takes one added step out of the draft, and brings it back', async () => {
  const { id, b } = await publishedScript();
  await write(supervisor, id, (doc) => add(doc, 'c', b, '追加'));
  const path = `/api/scripts/${id}/versions/1/restore`;
  expect((await supervisor.post(path, { stepId: 'nowhere' })).status).toBe(404);
  const taken = await supervisor.post<{ pointId: string }>(path, { stepId: 'c' });
  expect(await titles(id)).toEqual(['名乗り', '終話']);
  await supervisor.post(`/api/scripts/${id}/points/${taken.body.pointId}/undo`);
  expect(await titles(id)).toEqual(['名乗り', '終話', '追加']);
});

it('goes back to a named point, as a whole or for one step', async () => {
  const { id, a, b } = await publishedScript();
  const points = `/api/scripts/${id}/points`;
  const named = await supervisor.post<TimelinePoint>(points, { name: ' 改定前 ' });
  expect(named.body).toMatchObject({ kind: 'named', values: { name: '改定前' } });
  await write(supervisor, id, (doc) => {
    rename(a, 'A')(doc);
    rename(b, 'B')(doc);
  });
  const point = `${points}/${named.body.id}`;
  const diff = await supervisor.get<PointDiff>(`${point}/diff?language=ja`);
  expect(diff.body.steps.map((step) => step.id)).toEqual([a, b]);
  await supervisor.post(`${point}/restore`, { stepId: a, state: diff.body.stepStates[a] });
  expect(await titles(id)).toEqual(['名乗り', 'B']);
  expect((await supervisor.post(`${point}/restore`, { state: diff.body.state })).status).toBe(409);
  expect((await supervisor.post(`${point}/restore`)).status).toBe(200);
  expect(await titles(id)).toEqual(['名乗り', '終話']);
  const listed = await colleague.get<Page<TimelinePoint>>(points);
  expect(listed.body.items.map(({ kind }) => kind)).toEqual(['pointRestore', 'pointRestore', 'named']);
  for (const path of [points, `${point}/diff`, `/api/scripts/${id}/timeline`]) {
    expect((await foreigner.get(path)).status, path).toBe(404);
    expect((await agent.get(path)).status, path).toBe(403);
  }
  expect((await supervisor.post(points, { name: ' ' })).status).toBe(400);
});

it('tells who changed which steps when, with points and versions, after a restart too', async () => {
  const { id, a, b } = await publishedScript();
  await write(supervisor, id, rename(a, '名乗り（改）'));
  await supervisor.post(`/api/scripts/${id}/points`, { name: '昼休みの前' });
  await write(colleague, id, rename(b, '同僚の題'));
  await app.restart();
  supervisor = await signIn(app.url, 'sv1@sakura.example');
  const read = async () =>
    (await supervisor.get<Page<TimelineEntry>>(`/api/scripts/${id}/timeline`)).body.items;
  await until('the record has the edits', async () => (await read()).length === 4);
  const [last, point, first, version] = await read();
  expect(last).toMatchObject({ type: 'edit', how: 'typed', steps: [{ id: b, title: '同僚の題' }] });
  expect(point).toMatchObject({ type: 'point', kind: 'named', values: { name: '昼休みの前' } });
  expect(version).toMatchObject({ type: 'version', number: 1, note: '初版' });
  expect(first).toMatchObject({ type: 'edit', how: 'typed', steps: [{ id: a }] });
});
