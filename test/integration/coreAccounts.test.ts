import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { promisedMs, until } from '../support/until.ts';
import type { TestApp } from './coreApp.ts';
import { startApp } from './coreApp.ts';
import { rawUpgrade } from './rawUpgrade.ts';

interface AccountBody {
  id: string;
  loginId: string;
  role: string;
  state: string;
  invitationUrl?: string;
}
interface List {
  items: AccountBody[];
  nextCursor: string | null;
}

let app: TestApp;
let admin: Client;

beforeAll(async () => {
  app = await startApp();
  admin = await signIn(app.url, 'admin@sakura.example');
});

afterAll(async () => {
  await app.dispose();
});

describe('accounts', () => {
  it('are listed page by page, and only those of the own tenant', async () => {
    const first = await admin.get<List>('/api/accounts?limit=5');
    const second = await admin.get<List>(`/api/accounts?limit=5&cursor=${first.body.nextCursor ?? ''}`);
    const all = [...first.body.items, ...second.body.items].map((account) => account.loginId);
    expect(all).toContain('audit@sakura.example');
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((loginId) => loginId.endsWith('@sakura.example'))).toBe(true);
  });

  it('of another tenant are unknown, with the same body as one that never was', async () => {
    const other = await signIn(app.url, 'admin@midori.example');
    const foreign = await idOf(other, 'op1@midori.example');
    const never = await admin.patch<{ requestId: string }>('/api/accounts/AAAAAAAAAAAAAAAA', { name: 'x' });
    const theirs = await admin.patch<{ requestId: string }>(`/api/accounts/${foreign}`, { name: 'x' });
    expect([never.status, theirs.status]).toEqual([404, 404]);
    expect({ ...theirs.body, requestId: '' }).toEqual({ ...never.body, requestId: '' });
    expect((await admin.del(`/api/accounts/${foreign}`)).status).toBe(404);
  });

  it('are nothing for a supervisor', async () => {
    const supervisor = await signIn(app.url, 'sv1@sakura.example');
    expect((await supervisor.get('/api/accounts')).status).toBe(403);
    expect((await supervisor.post('/api/accounts', {})).status).not.toBe(201);
  });

  it('begin with an invitation that works once', async () => {
    const ask = { loginId: 'New.Person@sakura.example', name: '新人', role: 'agent' };
    const invited = await admin.post<AccountBody>('/api/accounts', ask);
    expect(invited.status).toBe(201);
    expect(invited.body).toMatchObject({ loginId: 'new.person@sakura.example', state: 'invited' });
    expect((await admin.post('/api/accounts', ask)).status).toBe(409);
    const token = new URL(invited.body.invitationUrl ?? '').hash.slice(1);
    expect(await accept(token, 'short')).toBe(400);
    expect(await accept(token, 'a password of many words')).toBe(204);
    expect(await accept(token, 'a password of many words')).toBe(404);
    const person = await signIn(app.url, 'new.person@sakura.example', 'a password of many words');
    expect(person.account.role).toBe('agent');
  });

  it('keep a last administrator', async () => {
    const midori = await signIn(app.url, 'admin@midori.example');
    const own = await idOf(midori, 'admin@midori.example');
    expect((await midori.patch(`/api/accounts/${own}`, { state: 'suspended' })).status).toBe(409);
    expect((await midori.patch(`/api/accounts/${own}`, { role: 'agent' })).status).toBe(409);
    expect((await midori.del(`/api/accounts/${own}`)).status).toBe(409);
    expect((await midori.get('/api/session')).status).toBe(200);
  });

  it('lose access within a second of being suspended, sockets included', async () => {
    const leaver = await signIn(app.url, 'sv2@sakura.example');
    const push = await rawUpgrade(app.url, '/socket.io/?EIO=4&transport=websocket', {
      origin: app.url,
      cookie: leaver.cookie,
    });
    expect(push.status).toBe(101);
    const id = await idOf(admin, 'sv2@sakura.example');
    const startedAt = performance.now();
    expect((await admin.patch(`/api/accounts/${id}`, { state: 'suspended' })).status).toBe(200);
    expect((await leaver.get('/api/session')).status).toBe(401);
    await push.closed;
    expect(performance.now() - startedAt).toBeLessThan(promisedMs(1_000));
    await expect(signIn(app.url, 'sv2@sakura.example')).rejects.toThrow(/401/u);
    expect((await admin.patch(`/api/accounts/${id}`, { state: 'active' })).status).toBe(200);
    expect((await signIn(app.url, 'sv2@sakura.example')).account.id).toBe(id);
  });

  it('lose their sockets when the session signs out', async () => {
    const person = await signIn(app.url, 'op2@sakura.example');
    const push = await rawUpgrade(app.url, '/socket.io/?EIO=4&transport=websocket', {
      origin: app.url,
      cookie: person.cookie,
    });
    await person.del('/api/session');
    await push.closed;
  });

  it('that are deleted are gone, and stay in the admin log with what they were', async () => {
    const id = await idOf(admin, 'op1@sakura.example');
    const gone = await signIn(app.url, 'op1@sakura.example');
    expect((await admin.del(`/api/accounts/${id}`)).status).toBe(204);
    expect((await gone.get('/api/session')).status).toBe(401);
    const row = await until('the row of the deletion', async () => {
      const log = await admin.get<{ items: { action: string; target: { id: string }; detail: unknown }[] }>(
        '/api/logs/admin?kind=account.delete',
      );
      return log.body.items.find((item) => item.target.id === id);
    });
    expect(row).toMatchObject({ detail: { before: { loginId: 'op1@sakura.example' } } });
  });
});

describe('address rules', () => {
  it('cannot shut out the one who sets them, and let in who is inside', async () => {
    const midori = await signIn(app.url, 'admin@midori.example');
    expect((await midori.patch('/api/settings', { addressRules: ['203.0.113.0/24'] })).status).toBe(409);
    expect((await midori.patch('/api/settings', { addressRules: ['not an address'] })).status).toBe(400);
    expect((await midori.patch('/api/settings', { addressRules: ['127.0.0.0/8'] })).status).toBe(200);
    expect((await midori.get('/api/session')).status).toBe(401);
    expect((await signIn(app.url, 'admin@midori.example')).account.role).toBe('admin');
  });
});

describe('the settings', () => {
  it('are replaced part by part, kept, on record, and told to everyone but for the address rules', async () => {
    const admin = await signIn(app.url, 'admin@sakura.example');
    const agent = await signIn(app.url, 'op2@sakura.example');
    const outcomes = [{ code: '受注', label: 'ご注文' }];
    expect((await agent.patch('/api/settings', { outcomes })).status).toBe(403);
    expect((await admin.patch('/api/settings', { outcomes: [{ code: '' }] })).status).toBe(400);
    expect((await admin.patch('/api/settings', { outcomes })).status).toBe(200);
    expect((await admin.patch('/api/settings', { pages: ['help.example.jp'] })).status).toBe(200);
    const policy = (await agent.get<Record<string, unknown>>('/api/policy')).body;
    expect(policy).toMatchObject({ outcomes, pages: ['help.example.jp'], tax: { standardPercent: 10 } });
    expect(policy).not.toHaveProperty('addressRules');
    // Only address rules end sessions.
    expect((await admin.get('/api/session')).status).toBe(200);
    const log = await admin.get<{ items: { detail: unknown }[] }>('/api/logs/admin?kind=settings.update');
    expect(log.body.items[0]?.detail).toEqual({
      before: { pages: [] },
      after: { pages: ['help.example.jp'] },
    });
  });
});

async function idOf(client: Client, loginId: string): Promise<string> {
  const { body } = await client.get<List>('/api/accounts?limit=200');
  const account = body.items.find((item) => item.loginId === loginId);
  if (account === undefined) throw new Error(`${loginId} is not in the list`);
  return account.id;
}

async function accept(token: string, password: string): Promise<number> {
  const response = await fetch(`${app.url}/api/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: app.url },
    body: JSON.stringify({ token, password }),
  });
  return response.status;
}
