import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Script } from '@daihon/shared/script/schema';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { demoPassword, startServer } from '../support/server.ts';

interface List<T> {
  items: T[];
  nextCursor: string | null;
}

interface Published {
  scriptId: string;
  number: number;
  hash: string;
  seq: number;
  publishedAt: string;
  effectiveAt: string;
}

let server: RunningServer;
let supervisor: Client;
let agent: Client;
let admin: Client;
let foreigner: Client;

beforeAll(async () => {
  server = await startServer();
  supervisor = await signIn(server.url, 'sv1@sakura.example');
  agent = await signIn(server.url, 'op1@sakura.example');
  admin = await signIn(server.url, 'admin@sakura.example');
  foreigner = await signIn(server.url, 'admin@midori.example');
});

afterAll(() => server.dispose());

async function newScript(title = '契約の試験'): Promise<string> {
  const made = await supervisor.post<{ id: string }>('/api/scripts', { title });
  expect(made.status).toBe(201);
  return made.body.id;
}

async function publish(id: string, body: object = { note: '初版' }): Promise<Published> {
  const answer = await supervisor.post<Published>(`/api/scripts/${id}/publish`, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

describe('sign-in', () => {
  it('answers 401 alike for a wrong password and an unknown account', async () => {
    const tries = ['sv1@sakura.example', 'nobody@sakura.example'].map((loginId) =>
      fetch(`${server.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.url },
        body: JSON.stringify({ loginId, password: 'not the password' }),
      }),
    );
    const answers = await Promise.all(tries);
    const bodies = await Promise.all(
      answers.map((answer) => answer.json() as Promise<Record<string, unknown>>),
    );
    expect(answers.map((answer) => answer.status)).toEqual([401, 401]);
    expect(answers[0]?.headers.get('content-type')).toContain('application/problem+json');
    expect({ ...bodies[0], instance: null, requestId: null }).toEqual({
      ...bodies[1],
      instance: null,
      requestId: null,
    });
  });

  it('answers 401 without a session and says who is signed in with one', async () => {
    expect((await fetch(`${server.url}/api/session`)).status).toBe(401);
    const session = await supervisor.get<{ account: { loginId: string; role: string }; csrfToken: string }>(
      '/api/session',
    );
    expect(session.status).toBe(200);
    expect(session.body.account).toMatchObject({ loginId: 'sv1@sakura.example', role: 'supervisor' });
    expect(session.body.csrfToken).not.toBe('');
  });

  it('ends a session on DELETE', async () => {
    const passing = await signIn(server.url, 'op3@sakura.example', demoPassword);
    expect((await passing.del('/api/session')).status).toBeLessThan(300);
    expect((await passing.get('/api/session')).status).toBe(401);
  });

  it('refuses a change without the CSRF token, from another origin, or with another content type', async () => {
    const send = (headers: Record<string, string>) =>
      supervisor.request('POST', '/api/scripts', { title: 'x' }, headers);
    expect((await send({ 'x-csrf-token': 'wrong' })).status).toBe(403);
    expect((await send({ origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await send({ 'content-type': 'text/plain' })).status).toBe(415);
  });
});

describe('scripts and versions', () => {
  it('lists scripts a page at a time and hides unpublished ones from agents', async () => {
    const id = await newScript('未公開の台本');
    const first = await supervisor.get<List<{ id: string }>>('/api/scripts?limit=2');
    expect(first.body.items).toHaveLength(2);
    expect(first.body.nextCursor).not.toBeNull();
    const seen = new Set<string>();
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { body: List<{ id: string }> } = await supervisor.get(
        `/api/scripts?limit=2${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      for (const item of page.body.items) seen.add(item.id);
      cursor = page.body.nextCursor;
    }
    expect(seen.has(id)).toBe(true);
    const agents =
      await agent.get<List<{ id: string; publishedVersion: number | null }>>('/api/scripts?limit=200');
    expect(agents.body.items.some((item) => item.id === id)).toBe(false);
    expect(agents.body.items.every((item) => item.publishedVersion !== null)).toBe(true);
  });

  it('returns the draft as a Script document to editors only', async () => {
    const id = await newScript();
    const draft = await supervisor.get(`/api/scripts/${id}/draft`);
    expect(Script.safeParse(draft.body).success).toBe(true);
    expect((await agent.get(`/api/scripts/${id}/draft`)).status).toBe(403);
  });

  it('publishes a numbered, hashed version and refuses one that is built on an older one', async () => {
    const id = await newScript();
    const first = await publish(id);
    expect(first).toMatchObject({ scriptId: id, number: 1 });
    expect(first.hash).toMatch(/^sha256-[0-9a-f]{64}$/u);
    const second = await publish(id, { note: '二版', class: 'confirm', baseVersion: 1 });
    expect(second.number).toBe(2);
    expect(second.seq).toBeGreaterThan(first.seq);
    const stale = await supervisor.post(`/api/scripts/${id}/publish`, { note: '古い', baseVersion: 1 });
    expect(stale.status).toBe(409);
    const version = await supervisor.get<Record<string, unknown>>(`/api/scripts/${id}/versions/2`);
    expect(version.body).toMatchObject({
      scriptId: id,
      number: 2,
      hash: second.hash,
      note: '二版',
      class: 'confirm',
    });
    expect(Script.safeParse(version.body.script).success).toBe(true);
  });

  it('shows what differs between two versions, step by step, and restores one into the draft', async () => {
    const templates = await supervisor.get<{ id: string }[]>('/api/templates');
    expect(templates.body.length).toBeGreaterThanOrEqual(3);
    const id = await newScript();
    await publish(id);
    await publish(id, { note: '同じ' });
    const diff = await supervisor.get(`/api/scripts/${id}/versions/1/diff/2`);
    expect(diff.body).toMatchObject({ from: 1, to: 2, steps: [] });
    const restored = await supervisor.post(`/api/scripts/${id}/versions/1/restore`);
    expect(restored.status).toBeLessThan(300);
  });

  it('answers 404 with the same body for an unknown script and for another tenant’s', async () => {
    const id = await newScript();
    for (const path of ['', '/draft', '/versions', '/versions/1', '/changes', '/receipts?seq=1']) {
      const foreign = await foreigner.get<Record<string, unknown>>(`/api/scripts/${id}${path}`);
      const unknown = await foreigner.get<Record<string, unknown>>(`/api/scripts/AAAAAAAAAAAAAAAA${path}`);
      expect(foreign.status, path).toBe(404);
      expect({ ...foreign.body, instance: null, requestId: null }).toEqual({
        ...unknown.body,
        instance: null,
        requestId: null,
      });
    }
    expect((await foreigner.post(`/api/scripts/${id}/publish`, { note: 'x' })).status).toBe(404);
    expect((await foreigner.patch(`/api/scripts/${id}`, { title: 'x' })).status).toBe(404);
    expect((await foreigner.del(`/api/scripts/${id}`)).status).toBe(404);
  });

  it('lets an agent read the current version but not the history', async () => {
    const id = await newScript();
    await publish(id);
    await publish(id, { note: '二版' });
    expect((await agent.get(`/api/scripts/${id}/versions/2`)).status).toBe(200);
    expect((await agent.get(`/api/scripts/${id}/versions`)).status).toBe(403);
  });
});

describe('releases, receipts and calls', () => {
  it('feeds everything after a number in order', async () => {
    const id = await newScript();
    const first = await publish(id);
    const second = await publish(id, { note: '次' });
    const feed = await agent.get<{ seq: number; items: { seq: number; kind: string }[] }>(
      `/api/releases?since=${first.seq - 1}`,
    );
    expect(feed.body.items.map((item) => item.seq)).toEqual([first.seq, second.seq]);
    expect(feed.body.seq).toBe(second.seq);
  });

  it('records an acknowledgement once and shows the roster to supervisors', async () => {
    const id = await newScript();
    const { seq } = await publish(id, { note: '確認を', class: 'confirm' });
    expect((await agent.post(`/api/releases/${seq}/ack`)).status).toBeLessThan(300);
    expect((await agent.post(`/api/releases/${seq}/ack`)).status).toBeLessThan(300);
    expect((await supervisor.post(`/api/releases/${seq}/ack`)).status).toBe(403);
    const roster = await supervisor.get(`/api/scripts/${id}/receipts?seq=${seq}`);
    expect(roster.status).toBe(200);
    expect(JSON.stringify(roster.body)).toContain('op1@sakura.example');
  });

  it('stores a call under the id its client made, once, and ends it with an outcome', async () => {
    const scriptId = await newScript();
    await publish(scriptId);
    const at = new Date().toISOString();
    const call = {
      id: `call-${Date.now()}-a`,
      scriptId,
      version: 1,
      path: [],
      fields: {},
      placeholders: {},
      memo: '',
      switches: [],
      startedAt: at,
    };
    expect((await agent.post('/api/calls', call)).status).toBeLessThan(300);
    expect((await agent.post('/api/calls', call)).status).toBeLessThan(300);
    const saved = await agent.patch<Record<string, unknown>>(`/api/calls/${call.id}`, {
      rev: 1,
      memo: '折り返し希望',
    });
    expect(saved.body).toMatchObject({
      id: call.id,
      scriptId,
      version: 1,
      memo: '折り返し希望',
      outcome: null,
      endedAt: null,
    });
    await agent.patch(`/api/calls/${call.id}`, { rev: 0, memo: '古い' });
    const ended = await agent.post<Record<string, unknown>>(`/api/calls/${call.id}/end`, {
      rev: 2,
      outcome: '受注',
      endedAt: at,
    });
    expect(ended.body).toMatchObject({ memo: '折り返し希望', outcome: '受注' });
    const other = await signIn(server.url, 'op2@sakura.example');
    expect((await other.patch(`/api/calls/${call.id}`, { rev: 9, memo: 'x' })).status).toBe(404);
  });
});

describe('log inquiry', () => {
  it('gives rows of the shape that others rely on, to administrators and auditors only', async () => {
    const rows = await admin.get<List<Record<string, unknown>>>('/api/logs/admin?limit=5');
    expect(rows.status).toBe(200);
    for (const row of rows.body.items) {
      expect(Object.keys(row)).toEqual(
        expect.arrayContaining(['n', 'at', 'actor', 'action', 'target', 'result', 'address', 'detail']),
      );
    }
    expect((await supervisor.get('/api/logs/admin')).status).toBe(403);
    const auditor = await signIn(server.url, 'audit@sakura.example');
    expect((await auditor.get('/api/logs/socket')).status).toBe(200);
  });

  it('downloads the same filter as CSV with a byte order mark and logs the export', async () => {
    const response = await fetch(`${server.url}/api/logs/access.csv?loginId=op1%40sakura.example`, {
      headers: { cookie: admin.cookie },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header = '', ...lines] = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(header.split(',')).toHaveLength(8);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every((line) => line.includes('op1@sakura.example'))).toBe(true);
    const exports = await admin.get<List<unknown>>('/api/logs/exports');
    expect(exports.body.items.length).toBeGreaterThan(0);
  });
});

describe('probes', () => {
  it('answers liveness, readiness and metrics', async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    const metrics = await fetch(`${server.url}/metrics`);
    expect(metrics.headers.get('content-type')).toContain('text/plain');
  });

  it('answers an unknown route of the API with a problem document', async () => {
    const answer = await supervisor.get<{ status: number }>('/api/nothing-here');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body.status).toBe(404);
  });
});
