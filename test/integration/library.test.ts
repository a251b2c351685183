import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FolderView } from '@daihon/shared/folder';
import { addMonths, dayInJapan } from '@daihon/shared/days';
import type { Script } from '@daihon/shared/script/schema';
import type { BinnedScript, Page, ScriptSummary } from '@daihon/shared/wire/http';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { TestApp } from './coreApp.ts';
import { startApp } from './coreApp.ts';

let app: TestApp;
let sv: Client;
let other: Client;

beforeAll(async () => {
  app = await startApp();
  [sv, other] = await Promise.all([
    signIn(app.url, 'sv1@sakura.example'),
    signIn(app.url, 'admin@midori.example'),
  ]);
});
afterAll(() => app.dispose());

const make = async (title: string) => (await sv.post<ScriptSummary>('/api/scripts', { title })).body;
const folders = async (client = sv) => (await client.get<Page<FolderView>>('/api/folders')).body.items;
const folderOf = async (id: string) => (await sv.get<ScriptSummary>(`/api/scripts/${id}`)).body.folder;

describe('folders', () => {
  it('are made, renamed with all that lies in them, and taken away when they are empty', async () => {
    expect((await sv.post('/api/folders', { path: '受電/解約' })).status).toBe(201);
    expect((await sv.post('/api/folders', { path: '受電/解約' })).status).toBe(409);
    const script = await make('解約のご案内');
    await sv.patch(`/api/scripts/${script.id}`, { folder: '受電/解約' });
    const moved = await sv.patch<Page<FolderView>>('/api/folders', { from: '受電', to: '窓口' });
    expect(moved.body.items.map(({ path }) => path)).toContain('窓口/解約');
    expect(await folderOf(script.id)).toBe('窓口/解約');
    const at = (path: string) => `/api/folders?path=${encodeURIComponent(path)}`;
    expect((await sv.del(at('窓口'))).status).toBe(409);
    await sv.patch(`/api/scripts/${script.id}`, { folder: '' });
    expect((await sv.del(at('窓口'))).status).toBe(200);
    expect((await folders()).some(({ path }) => path.startsWith('窓口'))).toBe(false);
  });
  it('cannot lie in themselves, nor become one that is there, nor be named what is no name', async () => {
    await sv.post('/api/folders', { path: '甲' });
    await sv.post('/api/folders', { path: '乙' });
    expect((await sv.patch('/api/folders', { from: '甲', to: '甲/内' })).status).toBe(409);
    expect((await sv.patch('/api/folders', { from: '甲', to: '乙' })).status).toBe(409);
    expect((await sv.patch('/api/folders', { from: '無い', to: '丙' })).status).toBe(404);
    expect((await sv.post('/api/folders', { path: 'あ'.repeat(61) })).status).toBe(400);
  });
  it('are changed by editors only, and those of another tenant stay unknown', async () => {
    const auditor = await signIn(app.url, 'audit@sakura.example');
    expect((await auditor.get('/api/folders')).status).toBe(200);
    expect((await auditor.post('/api/folders', { path: '監査' })).status).toBe(403);
    const agent = await signIn(app.url, 'op1@sakura.example');
    expect((await agent.get('/api/folders')).status).toBe(403);
    expect((await folders(other)).some(({ path }) => path === '甲')).toBe(false);
    expect((await other.patch('/api/folders', { from: '甲', to: '丁' })).status).toBe(404);
  });
});

describe('owner and review', () => {
  it('are kept, told to editors, and moved on by the interval when the script was looked through', async () => {
    const { id } = await make('見直しの試験');
    const due = '2020-01-31';
    const patched = await sv.patch<ScriptSummary>(`/api/scripts/${id}`, {
      owner: sv.account.id,
      reviewDue: due,
      reviewEveryMonths: 6,
    });
    expect(patched.body).toMatchObject({
      reviewDue: due,
      reviewEveryMonths: 6,
      owner: { id: sv.account.id },
    });
    const reviewed = await sv.post<ScriptSummary>(`/api/scripts/${id}/reviewed`);
    expect(reviewed.body.reviewDue).toBe(addMonths(dayInJapan(new Date()), 6));
    expect(reviewed.body.reviewedAt).not.toBeNull();
  });
  it('refuse an owner who may not edit or is of another tenant, and a change over a newer one', async () => {
    const { id } = await make('担当の試験');
    const agent = await signIn(app.url, 'op1@sakura.example');
    for (const owner of [agent.account.id, other.account.id, 'nobody']) {
      expect((await sv.patch(`/api/scripts/${id}`, { owner })).status).toBe(400);
    }
    const tag = (await sv.get(`/api/scripts/${id}`)).headers.get('etag') ?? '';
    await sv.patch(`/api/scripts/${id}`, { labels: ['社内'] });
    const late = await sv.request('PATCH', `/api/scripts/${id}`, { labels: ['秘'] }, { 'if-match': tag });
    expect(late.status).toBe(409);
    const lateReview = await sv.request('POST', `/api/scripts/${id}/reviewed`, {}, { 'if-match': tag });
    expect(lateReview.status).toBe(409);
    const admin = await signIn(app.url, 'admin@sakura.example');
    const { body } = await admin.get<Page<{ detail: unknown }>>(`/api/logs/admin?scriptId=${id}`);
    expect(JSON.stringify(body.items)).toContain('社内');
  });
});

describe('the bin', () => {
  it('gives a script back as it was: draft, versions, labels and folder', async () => {
    const { id } = await make('戻す試験');
    await sv.patch(`/api/scripts/${id}`, { folder: '保管/甲', labels: ['秘'] });
    await sv.post(`/api/scripts/${id}/publish`, { note: '初版' });
    const before = {
      script: (await sv.get<ScriptSummary>(`/api/scripts/${id}`)).body,
      draft: (await sv.get<Script>(`/api/scripts/${id}/draft`)).body,
      version: (await sv.get(`/api/scripts/${id}/versions/1`)).body,
    };
    await sv.del(`/api/scripts/${id}`);
    expect((await sv.get(`/api/scripts/${id}`)).status).toBe(404);
    const bin = (await sv.get<Page<BinnedScript>>('/api/bin/scripts')).body.items;
    const binned = bin.find(({ script }) => script.id === id);
    expect(binned?.binnedBy.id).toBe(sv.account.id);
    expect(Date.parse(binned?.until ?? '') - Date.parse(binned?.binnedAt ?? '')).toBe(30 * 86_400_000);
    expect((await other.post(`/api/bin/scripts/${id}/restore`)).status).toBe(404);
    expect((await sv.post(`/api/bin/scripts/${id}/restore`)).status).toBe(200);
    expect({
      script: (await sv.get<ScriptSummary>(`/api/scripts/${id}`)).body,
      draft: (await sv.get<Script>(`/api/scripts/${id}/draft`)).body,
      version: (await sv.get(`/api/scripts/${id}/versions/1`)).body,
    }).toEqual(before);
    expect((await sv.post(`/api/bin/scripts/${id}/restore`)).status).toBe(404);
  });
});

describe('a copy', () => {
  it('has the draft, the folder and the labels, and none of the versions', async () => {
    const { id } = await make('写しの元');
    await sv.patch(`/api/scripts/${id}`, { folder: '保管', labels: ['社内'] });
    const copy = (await sv.post<ScriptSummary>(`/api/scripts/${id}/duplicate`, { title: '写し' })).body;
    expect(copy).toMatchObject({ title: '写し', folder: '保管', labels: ['社内'], publishedVersion: null });
    const [from, to] = await Promise.all(
      [id, copy.id].map(async (each) => (await sv.get<Script>(`/api/scripts/${each}/draft`)).body),
    );
    expect(to).toEqual({ ...from, title: '写し' });
    expect((await other.post(`/api/scripts/${id}/duplicate`, { title: 'x' })).status).toBe(404);
  });
});
