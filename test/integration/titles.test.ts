import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { DraftEditor } from '../support/draft.ts';
import { openDraft } from '../support/draft.ts';
import { until } from '../support/until.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';

let app: App;
let supervisor: Client;
let agent: Client;
let auditor: Client;

beforeAll(async () => {
  app = await startApp();
  await signInAll();
});
afterAll(() => app.dispose());

async function signInAll(): Promise<void> {
  supervisor = await signIn(app.url, 'sv1@sakura.example');
  agent = await signIn(app.url, 'op1@sakura.example');
  auditor = await signIn(app.url, 'audit@sakura.example');
}

async function newScript(title: string): Promise<string> {
  return (await supervisor.post<ScriptSummary>('/api/scripts', { title })).body.id;
}

async function publish(id: string): Promise<void> {
  expect((await supervisor.post(`/api/scripts/${id}/publish`, { note: '公開' })).status).toBe(201);
}

async function listed(client: Client, id: string): Promise<string | undefined> {
  const list = await client.get<{ items: ScriptSummary[] }>('/api/scripts?limit=200');
  return list.body.items.find((item) => item.id === id)?.title;
}

async function editing<T>(id: string, work: (draft: DraftEditor) => T | Promise<T>): Promise<T> {
  const draft = openDraft(supervisor, id);
  await draft.synced;
  try {
    return await work(draft);
  } finally {
    draft.close();
  }
}

function retitle(id: string, title: string): Promise<void> {
  return editing(id, async (draft) => {
    draft.doc.getMap('meta').set('title', title);
    await draft.saved();
  });
}

describe('the title of a script', () => {
  it('given by a request is seen by an open editor, and stays with the next version', async () => {
    const id = await newScript('元の題');
    await editing(id, async (draft) => {
      const renamed = await supervisor.patch<ScriptSummary>(`/api/scripts/${id}`, { title: '新しい題' });
      expect(renamed).toMatchObject({ status: 200, body: { title: '新しい題', unpublishedChanges: true } });
      await until('it has come', () => draft.doc.getMap('meta').get('title') === '新しい題');
    });
    await publish(id);
    expect([await listed(supervisor, id), await listed(agent, id)]).toEqual(['新しい題', '新しい題']);
  });

  it('changed in the editor is seen in the list by those who see drafts, by agents once it is out', async () => {
    const id = await newScript('最初');
    await publish(id);
    await retitle(id, '編集中の題');
    expect(await listed(supervisor, id)).toBe('編集中の題');
    expect(await listed(auditor, id)).toBe('編集中の題');
    expect(await listed(agent, id)).toBe('最初');
    await publish(id);
    expect(await listed(agent, id)).toBe('編集中の題');
  });

  it('of several drafts is the same after a restart', async () => {
    const [first, second] = [await newScript('甲'), await newScript('乙')];
    await retitle(first, '甲の二');
    expect((await supervisor.patch(`/api/scripts/${second}`, { title: '乙の二' })).status).toBe(200);
    await app.restart();
    await signInAll();
    expect([await listed(supervisor, first), await listed(supervisor, second)]).toEqual(['甲の二', '乙の二']);
    await retitle(first, '甲の三');
    expect(await listed(supervisor, first)).toBe('甲の三');
  });

  it('is on record as it was and as it became', async () => {
    const id = await newScript('前の題');
    await supervisor.patch(`/api/scripts/${id}`, { title: '後の題', folder: '棚' });
    const log = await auditor.get<{ items: { detail: object }[] }>(
      `/api/logs/admin?kind=script.change&scriptId=${id}`,
    );
    expect(log.body.items[0]).toMatchObject({
      target: { label: '後の題' },
      detail: { before: { title: '前の題', folder: '' }, after: { title: '後の題', folder: '棚' } },
    });
  });
});
