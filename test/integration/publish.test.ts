import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { Script } from '@daihon/shared/script/schema';
import type { Finding, VersionDiff, VersionSummary } from '@daihon/shared/version';
import type { Published, ScriptSummary } from '@daihon/shared/wire/http';
import { canonicalJson } from '@daihon/shared/script/canonical';
import { sha256Hex } from '../../server/src/platform/hash.ts';
import { insertRelease, newestSeq } from '../../server/src/store/releases.ts';
import type { VersionRecord } from '../../server/src/store/versions.ts';
import { insertVersion } from '../../server/src/store/versions.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';

let app: App;
let supervisor: Client;
let colleague: Client;
let agent: Client;
let foreigner: Client;
let tenantId: string;

beforeAll(async () => {
  app = await startApp();
  await signInAll();
});
afterAll(() => app.dispose());

async function signInAll(): Promise<void> {
  supervisor = await signIn(app.url, 'sv1@sakura.example');
  colleague = await signIn(app.url, 'sv2@sakura.example');
  agent = await signIn(app.url, 'op1@sakura.example');
  foreigner = await signIn(app.url, 'admin@midori.example');
  const session = await supervisor.get<{ account: { tenant: { id: string } } }>('/api/session');
  tenantId = session.body.account.tenant.id;
}

async function newScript(title = '受注の台本'): Promise<string> {
  const made = await supervisor.post<ScriptSummary>('/api/scripts', { title });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.id;
}

async function publish(id: string, ask: object = { note: '公開' }): Promise<Published> {
  const answer = await supervisor.post<Published>(`/api/scripts/${id}/publish`, ask);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

async function summary(id: string): Promise<ScriptSummary> {
  return (await supervisor.get<ScriptSummary>(`/api/scripts/${id}`)).body;
}

describe('publishing', () => {
  it('makes an immutable version whose hash is that of its canonical JSON', async () => {
    const id = await newScript();
    expect(await summary(id)).toMatchObject({ publishedVersion: null, state: 'draft' });
    const published = await publish(id);
    const version = await supervisor.get<{ script: unknown }>(`/api/scripts/${id}/versions/1`);
    const script = Script.parse(version.body.script);
    expect(published.hash).toBe(`sha256-${sha256Hex(canonicalJson(script))}`);
    expect(await summary(id)).toMatchObject({
      publishedVersion: 1,
      publishedHash: published.hash,
      state: 'published',
      unpublishedChanges: false,
    });
  });

  it('refuses a publication that is built on an older version, and names the newest, who published it and when', async () => {
    const id = await newScript();
    const { publishedAt } = await publish(id, { note: '初版', baseVersion: 0 });
    const stale = await supervisor.post(`/api/scripts/${id}/publish`, { note: '古い', baseVersion: 0 });
    expect(stale.status).toBe(409);
    expect(stale.body).toMatchObject({ newest: 1, author: { name: '佐藤 由美' }, publishedAt });
  });

  it('refuses a draft with errors and says which', async () => {
    const id = await newScript();
    const draft = openDraft(supervisor, id);
    await draft.synced;
    for (const step of draft.doc.getMap<Y.Map<unknown>>('steps').values()) {
      if (step.get('kind') === 'end') step.set('outcome', null);
    }
    await draft.saved();
    draft.close();
    const refused = await supervisor.post<{ findings: Finding[] }>(`/api/scripts/${id}/publish`, {
      note: '結果コードがない',
    });
    expect(refused.status).toBe(422);
    expect(refused.body.findings.some((finding) => finding.severity === 'error')).toBe(true);
    expect((await supervisor.get<{ items: [] }>(`/api/scripts/${id}/versions`)).body.items).toEqual([]);
    expect(await summary(id)).toMatchObject({ publishedVersion: null, unpublishedChanges: true });
  });

  it('warns of a called script that was never published, and publishes all the same', async () => {
    const [part, id] = [await newScript(), await newScript()];
    const draft = openDraft(supervisor, id);
    await draft.synced;
    const start = draft.doc.getMap('meta').get('start');
    const step = draft.doc.getMap<Y.Map<unknown>>('steps').get(String(start));
    step?.set('kind', 'jump');
    step?.set('jump', { scriptId: part });
    await draft.saved();
    draft.close();
    const codes = async () => {
      const { body } = await supervisor.get<{ findings: Finding[] }>(`/api/scripts/${id}/changes`);
      return body.findings.map(({ code }) => code);
    };
    expect(await codes()).toContain('jump_unpublished');
    await publish(id);
    await publish(part);
    expect(await codes()).not.toContain('jump_unpublished');
  });

  it('shows what a publication would change, and by whom', async () => {
    const id = await newScript();
    await publish(id);
    const draft = openDraft(supervisor, id);
    await draft.synced;
    const start = draft.doc.getMap('meta').get('start');
    draft.doc.getMap<Y.Map<unknown>>('steps').get(String(start))?.set('title', '名乗りと用件');
    await draft.saved();
    draft.close();
    const changes = await supervisor.get<{
      base: number;
      diff: VersionDiff;
      findings: Finding[];
      authors: { name: string; stepIds: string[] }[];
      running: { calls: number };
    }>(`/api/scripts/${id}/changes`);
    expect(changes.status).toBe(200);
    expect(changes.body.base).toBe(1);
    expect(changes.body.diff.steps).toMatchObject([{ id: start, change: 'changed', title: '名乗りと用件' }]);
    expect(changes.body.authors.map((author) => author.name)).toEqual([supervisor.account.name]);
    expect(changes.body.running).toEqual({ calls: 0, onChangedSteps: 0 });
    const diff = await supervisor.get<VersionDiff>(`/api/scripts/${id}/versions/1/diff/draft`);
    expect(diff.body.steps).toEqual(changes.body.diff.steps);
    expect((await summary(id)).unpublishedChanges).toBe(true);
  });

  it('gives numbers without gap or twin to twenty publications at once', async () => {
    const ids = await Promise.all([newScript('同時 1'), newScript('同時 2')]);
    const before = await newestSeq(tenantId);
    const asks = Array.from({ length: 20 }, (_, index) => {
      const who = index % 2 === 0 ? supervisor : colleague;
      return who.post<Published>(`/api/scripts/${ids[index % ids.length] ?? ''}/publish`, {
        note: `${index}`,
      });
    });
    const answers = await Promise.all(asks);
    expect(answers.filter((answer) => ![201, 409].includes(answer.status))).toEqual([]);
    const done = answers.filter((answer) => answer.status === 201).map((answer) => answer.body);
    expect(done.length).toBeGreaterThanOrEqual(2);
    const seqs = done.map((published) => published.seq).sort((a, b) => a - b);
    expect(seqs).toEqual(done.map((_, index) => before + 1 + index));
    for (const id of ids) {
      const numbers = done.filter((one) => one.scriptId === id).map((one) => one.number);
      expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
    }
  });

  it('lets one of several publications on the same base through', async () => {
    const id = await newScript();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        supervisor.post(`/api/scripts/${id}/publish`, { note: '初版', baseVersion: 0 }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409]);
  });

  it('is nothing to agents, and not there for another tenant', async () => {
    const id = await newScript();
    expect((await agent.post(`/api/scripts/${id}/publish`, { note: 'x' })).status).toBe(403);
    expect((await foreigner.post(`/api/scripts/${id}/publish`, { note: 'x' })).status).toBe(404);
    expect((await foreigner.get(`/api/scripts/${id}/changes`)).status).toBe(404);
  });
});

describe('versions', () => {
  it('restores an old one into the draft as an edit', async () => {
    const id = await newScript();
    await publish(id);
    const draft = openDraft(supervisor, id);
    await draft.synced;
    draft.doc.getMap('meta').set('title', '書き換えた題');
    await draft.saved();
    draft.close();
    const restored = await supervisor.post(`/api/scripts/${id}/versions/1/restore`);
    expect(restored.status).toBe(200);
    const now = await supervisor.get<Script>(`/api/scripts/${id}/draft`);
    const then = await supervisor.get<{ script: Script }>(`/api/scripts/${id}/versions/1`);
    expect({ ...now.body, title: '' }).toEqual({ ...then.body.script, title: '' });
    expect(now.body.title).toBe(then.body.script.title);
    expect((await supervisor.post(`/api/scripts/${id}/versions/7/restore`)).status).toBe(404);
  });

  it('shows agents the current one and those they have had, no other', async () => {
    const id = await newScript();
    await publish(id, { note: '初版' });
    expect((await agent.get(`/api/scripts/${id}/versions/1`)).status).toBe(200);
    await publish(id, { note: '二版' });
    expect((await agent.get(`/api/scripts/${id}/versions/2`)).status).toBe(200);
    expect((await agent.get(`/api/scripts/${id}/versions/1`)).status).toBe(200);
    const late = await signIn(app.url, 'op3@sakura.example');
    expect((await late.get(`/api/scripts/${id}/versions/1`)).status).toBe(404);
    expect((await agent.get(`/api/scripts/${id}/versions/3`)).status).toBe(404);
  });

  it('lists them newest first, a page at a time', async () => {
    const id = await newScript();
    for (const note of ['一', '二', '三']) await publish(id, { note });
    const first = await supervisor.get<{ items: VersionSummary[]; nextCursor: string }>(
      `/api/scripts/${id}/versions?limit=2`,
    );
    expect(first.body.items.map((item) => [item.number, item.note])).toEqual([
      [3, '三'],
      [2, '二'],
    ]);
    const rest = await supervisor.get<{ items: VersionSummary[]; nextCursor: null }>(
      `/api/scripts/${id}/versions?limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(rest.body.items.map((item) => item.number)).toEqual([1]);
    expect(rest.body.nextCursor).toBeNull();
  });
});

describe('scripts', () => {
  it('refuses a change that is built on older metadata', async () => {
    const id = await newScript();
    const { headers } = await supervisor.get(`/api/scripts/${id}`);
    const tag = headers.get('etag') ?? '';
    const send = (title: string) =>
      supervisor.request('PATCH', `/api/scripts/${id}`, { title }, { 'if-match': tag });
    expect((await send('新しい題')).status).toBe(200);
    expect((await send('もっと新しい題')).status).toBe(409);
    expect((await summary(id)).title).toBe('新しい題');
  });

  it('takes one out of every list when it is binned', async () => {
    const id = await newScript();
    await publish(id);
    expect((await supervisor.del(`/api/scripts/${id}`)).status).toBe(204);
    expect((await supervisor.get(`/api/scripts/${id}`)).status).toBe(404);
    const list = await agent.get<{ items: ScriptSummary[] }>('/api/scripts?limit=200');
    expect(list.body.items.some((item) => item.id === id)).toBe(false);
  });

  it('makes one from each template that passes the check', async () => {
    const templates = await supervisor.get<{ id: string; title: string }[]>('/api/templates');
    for (const { id: templateId, title } of templates.body) {
      const made = await supervisor.post<ScriptSummary>('/api/scripts', { title, templateId });
      expect(made.status).toBe(201);
      await publish(made.body.id);
    }
  });
});

describe('a crash in the middle of a publication', () => {
  async function storeNextVersion(id: string): Promise<VersionRecord> {
    const current = await supervisor.get<{ number: number; script: Script; hash: string }>(
      `/api/scripts/${id}/versions/${(await summary(id)).publishedVersion ?? 0}`,
    );
    const version: VersionRecord = {
      id: `v${id}`,
      scriptId: id,
      number: current.body.number + 1,
      hash: current.body.hash,
      author: { id: supervisor.account.id, name: supervisor.account.name },
      note: '止まる直前',
      class: 'notice',
      title: current.body.script.title,
      publishedAt: new Date(),
    };
    await insertVersion(tenantId, version, current.body.script);
    return version;
  }

  it('after the version is finished at the next start', async () => {
    const id = await newScript();
    const { seq } = await publish(id);
    await storeNextVersion(id);
    expect(await newestSeq(tenantId)).toBe(seq);
    await app.restart();
    await signInAll();
    expect(await newestSeq(tenantId)).toBe(seq + 1);
    expect((await summary(id)).publishedVersion).toBe(2);
    const feed = await agent.get<{ items: object[] }>(`/api/releases?since=${seq}`);
    expect(feed.body.items).toMatchObject([{ seq: seq + 1, scriptId: id, version: 2, note: '止まる直前' }]);
  });

  it('after the version is finished before the next publication of that script', async () => {
    const id = await newScript();
    const { seq } = await publish(id);
    await storeNextVersion(id);
    const next = await publish(id);
    expect(next).toMatchObject({ number: 3, seq: seq + 2 });
    const history = await supervisor.get<{ items: VersionSummary[] }>(`/api/scripts/${id}/versions`);
    expect(history.body.items.map((item) => [item.number, item.seq])).toEqual([
      [3, seq + 2],
      [2, seq + 1],
      [1, seq],
    ]);
  });

  it('after the release is finished at the next start', async () => {
    const id = await newScript();
    const { seq } = await publish(id);
    const { author, number, ...version } = await storeNextVersion(id);
    const release = {
      ...version,
      version: number,
      author: author.name,
      seq: seq + 1,
      changes: [],
      substitute: null,
    };
    expect(await insertRelease(tenantId, release)).toBe('inserted');
    expect(await insertRelease(tenantId, { ...release, seq: seq + 2 })).toBe('done');
    expect(await insertRelease(tenantId, { ...release, id: 'another' })).toBe('taken');
    await app.restart();
    await signInAll();
    expect((await summary(id)).publishedVersion).toBe(2);
    expect(await newestSeq(tenantId)).toBe(seq + 1);
  });
});
