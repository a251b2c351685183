import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { TestApp } from './coreApp.ts';
import { startApp } from './coreApp.ts';

interface Row {
  n: number;
  action: string;
  actor: { loginId: string };
  target: { id: string } | null;
  result: string;
  detail: Record<string, unknown>;
}
interface Page {
  items: Row[];
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

describe('logs', () => {
  it('hold sign-ins that worked and that failed', async () => {
    await expect(signIn(app.url, 'op1@sakura.example', 'not the password')).rejects.toThrow(/401/u);
    const ok = await admin.get<Page>('/api/logs/signins?loginId=admin@sakura.example&result=ok');
    expect(ok.body.items[0]).toMatchObject({ action: 'sign-in', result: 'ok' });
    const failed = await admin.get<Page>('/api/logs/access?result=failed');
    expect(failed.body.items[0]).toMatchObject({ actor: { loginId: 'op1@sakura.example' } });
  });

  it('hold the reading of a log as a row of the operation log', async () => {
    await admin.get('/api/logs/access?q=op1');
    const operation = await admin.get<Page>('/api/logs/operation?kind=log.read');
    expect(operation.body.items[0]?.detail).toMatchObject({ filter: { q: 'op1' } });
  });

  it('hold account changes with before and after', async () => {
    const invited = await admin.post<{ id: string }>('/api/accounts', {
      loginId: 'log@sakura.example',
      name: '旧姓',
      role: 'agent',
    });
    await admin.patch(`/api/accounts/${invited.body.id}`, { name: '新姓' });
    const log = await admin.get<Page>('/api/logs/admin?kind=account.update');
    expect(log.body.items[0]).toMatchObject({
      target: { id: invited.body.id },
      detail: { before: { name: '旧姓' }, after: { name: '新姓' } },
    });
  });

  it('are paged without a gap or a repeat while they grow', async () => {
    for (let count = 0; count < 12; count += 1) await admin.get('/api/accounts');
    const numbers: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const suffix: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: { body: Page } = await admin.get<Page>(
        `/api/logs/operation?kind=accounts.list&limit=5${suffix}`,
      );
      numbers.push(...page.body.items.map((row) => row.n));
      cursor = page.body.nextCursor;
    }
    expect(numbers.length).toBeGreaterThanOrEqual(12);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => b - a));
  });

  it('are for administrators and auditors only, and of the own tenant only', async () => {
    expect((await (await signIn(app.url, 'audit@sakura.example')).get('/api/logs/access')).status).toBe(200);
    for (const loginId of ['sv1@sakura.example', 'op2@sakura.example']) {
      const client = await signIn(app.url, loginId);
      expect((await client.get('/api/logs/access')).status).toBe(403);
      expect((await client.get('/api/logs/access.csv')).status).toBe(403);
    }
    const midori = await signIn(app.url, 'admin@midori.example');
    const log = await midori.get<Page>('/api/logs/access');
    expect(log.body.items.map((row) => row.actor.loginId)).toEqual(['admin@midori.example']);
    expect((await admin.get('/api/logs/nothing')).status).toBe(404);
    expect((await admin.get('/api/logs/access?from=yesterday')).status).toBe(400);
  });

  it('can all be read, also those that come from other collections', async () => {
    for (const name of ['memo', 'socket', 'releases', 'receipts', 'exports']) {
      expect((await admin.get<Page>(`/api/logs/${name}`)).status, name).toBe(200);
      expect((await admin.get(`/api/logs/${name}.csv`)).status, name).toBe(200);
    }
    const releases = await admin.get<Page>('/api/logs/releases');
    expect(releases.body.items.length).toBeGreaterThan(0);
  });
});

describe('a CSV', () => {
  it('begins with a BOM and a header in the language of the reader', async () => {
    const ja = await csv('/api/logs/access.csv', { 'accept-language': 'ja' });
    expect([...ja.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(firstLine(ja.toString('utf8'))).toBe(
      '\uFEFF"番号","日時","アカウント","操作","対象","結果","接続元","詳細"',
    );
    const en = await csv('/api/logs/access.csv?lang=en', {});
    expect(firstLine(en.toString('utf8'))).toContain('"No.","Time","Account"');
    const memo = await csv('/api/logs/memo.csv', { 'accept-language': 'en-GB,en;q=0.9' });
    expect(firstLine(memo.toString('utf8'))).toBe(
      '\uFEFF"No.","Time","Account","Script","Version","Call","Outcome","Memo"',
    );
  });

  it('holds what the page of the same filter holds, and is itself on record', async () => {
    const page = await admin.get<Page>('/api/logs/access?result=failed&limit=200');
    const text = (await csv('/api/logs/access.csv?result=failed', {})).toString('utf8');
    expect(text.trim().split('\r\n').length - 1).toBe(page.body.items.length);
    const exports = await admin.get<Page>('/api/logs/exports');
    expect(exports.body.items[0]).toMatchObject({ action: 'export', target: { id: 'access' } });
  });

  it('neutralises cells that a spreadsheet would run, full-width twins too', async () => {
    const agents = ['=1+1', '+1', '-1', '@A1', '＝1+1', '＋1', '－1', '＠A1'];
    for (const loginId of agents) {
      await expect(signIn(app.url, `op1@sakura.example`, loginId)).rejects.toThrow();
    }
    for (const name of agents) {
      const response = await fetch(`${app.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: app.url, 'user-agent': 'x' },
        body: JSON.stringify({ loginId: name, password: 'whatever it is' }),
      });
      expect([401, 429]).toContain(response.status);
    }
    const text = (await csv('/api/logs/access.csv', {})).toString('utf8');
    expect(text).not.toMatch(/(^|,)"[=+\-@＝＋－＠\t]/mu);
  });

  it('comes in Shift_JIS on request', async () => {
    const bytes = await csv('/api/logs/access.csv?encoding=sjis', { 'accept-language': 'ja' });
    expect(new TextDecoder('shift_jis').decode(bytes)).toMatch(/^"番号","日時"/u);
  });
});

async function csv(path: string, headers: Record<string, string>): Promise<Buffer> {
  const response = await fetch(app.url + path, { headers: { cookie: admin.cookie, ...headers } });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

function firstLine(text: string): string {
  return text.split('\r\n')[0] ?? '';
}
