import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OwnReading } from '@daihon/shared/receipts';
import { seriousFaults } from '../support/access.ts';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { onStep, press, publishOrder, release } from './agentPages.ts';

let server: RunningServer;
let browser: Browser;
let supervisor: Client;
let agent: Client;
let admin: Client;
let scriptId: string;
let start: string;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  supervisor = await signIn(server.url, 'sv1@sakura.example');
  agent = await signIn(server.url, 'op1@sakura.example');
  admin = await signIn(server.url, 'admin@sakura.example');
  scriptId = await publishOrder(supervisor, '確認の試験');
  start = (await supervisor.get<{ start: string }>(`/api/scripts/${scriptId}/draft`)).body.start;
  await release(supervisor, scriptId, {
    stepId: start,
    say: '二版の名乗りでございます。',
    note: '名乗りを改めました',
    class: 'confirm',
  });
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

async function person(loginId: string, visit: Parameters<typeof newPerson>[1] = {}): Promise<Page> {
  const { page } = await newPerson(browser, visit);
  await enterAs(page, server.url, loginId);
  return page;
}

const pendingOf = async () =>
  (await agent.get<OwnReading>('/api/releases/mine')).body.pending.filter(
    (each) => each.scriptId === scriptId,
  );

it('shows a supervisor who is missing, live, reminds them, and the agent confirms', async () => {
  const page = await person('sv1@sakura.example');
  await page.goto(`${server.url}/scripts/${scriptId}/versions`);
  await page.getByRole('button', { name: '版 2 の操作' }).click();
  await page.getByRole('menuitem', { name: '確認状況' }).click();
  const status = page.getByRole('status').filter({ hasText: '未確認' });
  await status.filter({ hasText: '未確認 3人' }).waitFor();
  const rows = page.getByRole('row');
  await rows.nth(3).waitFor();
  expect(await seriousFaults(page)).toEqual([]);

  const desk = await person('op1@sakura.example');
  await desk.goto(`${server.url}/run`);
  await desk.getByText('名乗りを改めました').first().waitFor();
  await page.getByRole('button', { name: '未確認者に催促（3人）' }).click();
  await desk.getByText('確認のお願い', { exact: false }).first().waitFor();
  await desk.getByText('確認期限', { exact: false }).first().waitFor();
  await desk.getByRole('button', { name: '確認する' }).first().click();

  await status.filter({ hasText: '未確認 2人' }).waitFor();
  const last = rows.nth(3);
  expect(await last.innerText()).toContain('op1@sakura.example');
  await page.getByText('未確認のみ').click();
  await until('those who are missing alone', async () => (await rows.count()) === 3);
  await page.getByRole('button', { name: 'ファイルに保存' }).click();
  const coming = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /UTF-8/u }).click();
  expect(await readFile(await (await coming).path(), 'utf8')).toContain('"op2@sakura.example"');
  await desk.context().close();
  await page.context().close();

  const narrow = await person('admin@sakura.example', { language: 'en', width: 400, colorScheme: 'dark' });
  await narrow.goto(`${server.url}/scripts/${scriptId}/receipts`);
  await narrow.getByText('Not confirmed: 2').waitFor();
  expect(await seriousFaults(narrow)).toEqual([]);
  await narrow.setViewportSize({ width: 360, height: 800 });
  expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await narrow.context().close();
});

it('does not ask again at a second seat, and shows what changed since the version that was read', async () => {
  const seat = await person('op1@sakura.example');
  await seat.goto(`${server.url}/run/${scriptId}`);
  await onStep(seat, '名乗り・ご用件の確認');
  await until('the reading to be known', async () => {
    const { body } = await agent.get<OwnReading>('/api/releases/mine');
    return body.lastRead[scriptId] === 2;
  });
  await seat.context().close();
  await release(supervisor, scriptId, {
    stepId: start,
    say: '三版の名乗りでございます。',
    note: '名乗りをもう一度',
  });
  const other = await person('op1@sakura.example');
  await other.goto(`${server.url}/run`);
  await other.getByText('名乗りをもう一度').first().waitFor();
  await other.getByText('確認済み').first().waitFor();
  await other.getByRole('button', { name: /前回からの変更.*確認の試験/u }).click();
  const sheet = other.getByRole('dialog');
  await sheet.locator('ins', { hasText: '三版' }).waitFor();
  await sheet.locator('del', { hasText: '二版' }).waitFor();
  expect(await seriousFaults(other)).toEqual([]);
  await other.context().close();
});

it('holds the next call behind the changes that are to be confirmed, also without a network', async () => {
  const releases = { deadlineMinutes: { confirm: 60, urgent: 30 }, gate: 'script' };
  expect((await admin.patch('/api/settings', { releases })).status).toBe(200);
  await release(supervisor, scriptId, {
    stepId: start,
    say: '四版の名乗りでございます。',
    note: '四版です',
    class: 'urgent',
  });
  const desk = await person('op1@sakura.example', { language: 'en', width: 400, colorScheme: 'dark' });
  await desk.goto(`${server.url}/run/${scriptId}`);
  const gate = desk.getByRole('region', { name: 'Confirm before the call' });
  await gate.getByText('四版です').waitFor();
  expect(await desk.getByRole('heading', { level: 2, name: '名乗り・ご用件の確認' }).count()).toBe(0);
  await gate.getByRole('button', { name: /Changes since version/u }).click();
  await gate.locator('ins', { hasText: '四版' }).waitFor();
  expect(await seriousFaults(desk)).toEqual([]);
  await desk.context().setOffline(true);
  await press(desk, 'Shift+Tab');
  await gate.getByRole('button', { name: 'Confirm and begin' }).click();
  await desk.context().setOffline(false);
  // The confirmation is kept; the script itself comes only over a line, at the latest when it is asked for again.
  const retry = desk.getByRole('button', { name: 'Try again' });
  await retry.or(desk.getByRole('heading', { level: 2, name: '名乗り・ご用件の確認' })).waitFor();
  if (await retry.isVisible()) await retry.click();
  await onStep(desk, '名乗り・ご用件の確認');
  await until('the confirmation to arrive', async () => (await pendingOf()).length === 0);
  await desk.context().close();
});
