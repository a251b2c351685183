import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../support/client.ts';
import { demoPassword } from '../support/server.ts';
import type { TestApp } from './coreApp.ts';
import { startApp } from './coreApp.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(async () => {
  await app.dispose();
});

describe('a session', () => {
  it('begins with the right pair, says who it is, and ends', async () => {
    const admin = await signIn(app.url, 'admin@sakura.example');
    const session = await admin.get<{
      account: { role: string; tenant: { slug: string } };
      csrfToken: string;
    }>('/api/session');
    expect(session.status).toBe(200);
    expect(session.headers.get('cache-control')).toBe('no-store');
    expect(session.body.account).toMatchObject({ role: 'admin', tenant: { slug: 'sakura' } });
    expect((await admin.del('/api/session')).status).toBe(204);
    expect((await admin.get('/api/session')).status).toBe(401);
  });

  it('gets a new id at sign-in, in a cookie that no script can read', async () => {
    const first = await post('/api/session', pair('admin@sakura.example'));
    const cookie = first.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/HttpOnly/u);
    expect(cookie).toMatch(/SameSite=Strict/u);
    const again = await post('/api/session', pair('admin@sakura.example'), {
      cookie: cookie.split(';')[0] ?? '',
    });
    expect(again.status).toBe(200);
    expect(again.headers.getSetCookie()[0]).not.toBe(cookie);
  });

  it('that has been ended does not stand in the way of the next sign-in', async () => {
    const admin = await signIn(app.url, 'admin@sakura.example');
    const agent = await signIn(app.url, 'op2@sakura.example');
    const change = (role: string) => admin.patch(`/api/accounts/${agent.account.id}`, { role });
    expect((await change('auditor')).status).toBe(200);
    const again = await post('/api/session', pair('op2@sakura.example'), { cookie: agent.cookie });
    expect(again.status).toBe(200);
    expect((await change('agent')).status).toBe(200);
  });

  it('is refused alike for a wrong password and an unknown account', async () => {
    const wrong = await post('/api/session', { loginId: 'sv2@sakura.example', password: 'not the password' });
    const unknown = await post('/api/session', {
      loginId: 'nobody@sakura.example',
      password: 'whatever it is',
    });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const [a, b] = [await problemOf(wrong), await problemOf(unknown)];
    expect({ ...a, requestId: '' }).toEqual({ ...b, requestId: '' });
    expect(wrong.headers.get('content-type')).toMatch(/^application\/problem\+json/u);
  });

  it('is throttled after five failures of one pair, with a time to wait', async () => {
    const ask = () => post('/api/session', { loginId: 'op3@sakura.example', password: 'not the password' });
    for (let count = 0; count < 5; count += 1) expect((await ask()).status).toBe(401);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const evenRight = await post('/api/session', pair('op3@sakura.example'));
    expect(evenRight.status).toBe(429);
  });
});

describe('a write', () => {
  it('is refused without the token, from another site, and as anything but JSON', async () => {
    const admin = await signIn(app.url, 'admin@sakura.example');
    const body = { loginId: 'csrf@sakura.example', name: 'X', role: 'agent' };
    const ask = (headers: Record<string, string>) => admin.request('POST', '/api/accounts', body, headers);
    expect((await ask({ 'x-csrf-token': 'wrong' })).status).toBe(403);
    expect((await ask({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask({ origin: app.url, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await ask({ 'content-type': 'text/plain' })).status).toBe(415);
    expect((await ask({})).status).toBe(201);
  });

  it('is refused when it is too large, too deep, or no JSON', async () => {
    const admin = await signIn(app.url, 'admin@sakura.example');
    const ask = (body: string) => admin.request('POST', '/api/accounts', body);
    expect((await ask(JSON.stringify({ name: 'x'.repeat(300_000) }))).status).toBe(413);
    expect((await ask('{"a":'.repeat(30) + '1' + '}'.repeat(30))).status).toBe(400);
    expect((await ask('{')).status).toBe(400);
    expect((await ask('{"loginId":"a@b.example","name":"x","role":"agent","more":1}')).status).toBe(400);
  });
});

describe('the application', () => {
  it('answers an unknown API path with a problem, and probes without a session', async () => {
    const unknown = await fetch(`${app.url}/api/nothing`);
    expect(unknown.status).toBe(404);
    expect(await problemOf(unknown)).toMatchObject({ status: 404, type: 'urn:daihon:problem:not_found' });
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${app.url}/metrics`)).text()).toContain('daihon_http_request_seconds');
    expect(
      (await fetch(`${app.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status,
    ).toBe(403);
  });

  it('prints the sign-in table once', () => {
    expect(app.told.join('\n')).toContain('admin@sakura.example');
  });
});

function pair(loginId: string) {
  return { loginId, password: demoPassword };
}

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(app.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: app.url, ...headers },
    body: JSON.stringify(body),
  });
}

async function problemOf(response: Response): Promise<Record<string, unknown>> {
  return (await response.json()) as Record<string, unknown>;
}
