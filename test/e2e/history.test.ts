import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { publishOrder, release } from './agentPages.ts';

let server: RunningServer;
let browser: Browser;
let supervisor: Client;
let page: Page;
let scriptId: string;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  supervisor = await signIn(server.url, 'sv1@sakura.example');
  scriptId = await publishOrder(supervisor, '履歴の試験');
  ({ page } = await newPerson(browser));
  await enterAs(page, server.url, 'sv1@sakura.example');
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

const step = (title: string) => page.getByRole('listitem', { name: new RegExp(`^\\d+ ${title}$`, 'u') });

it('shows the first version as a whole, with its choices leading from step to step', async () => {
  await page.goto(`${server.url}/scripts/${scriptId}/versions`);
  const first = step('名乗り・ご用件の確認');
  await first.getByRole('region', { name: '読む' }).getByText('お電話ありがとうございます。').waitFor();
  await first.getByRole('link', { name: '4 ご覧になった媒体' }).click();
  await page.waitForURL(/\?v=1#step-/u);
  const focused = page.locator('li:focus');
  await focused.waitFor();
  expect(await focused.getAttribute('aria-label')).toBe('4 ご覧になった媒体');
});

it('finds words in a version whatever their width and kana, and marks them', async () => {
  await page.goto(`${server.url}/scripts/${scriptId}/versions?v=1`);
  await step('名乗り・ご用件の確認').waitFor();
  await page.getByRole('searchbox', { name: 'この版の中を検索' }).fill('ホウジ茶の成分');
  await page.getByText('29ステップ中1ステップが一致').waitFor();
  expect(await page.locator('mark').allInnerTexts()).toEqual(['ほうじ茶の成分']);
  expect(await step('名乗り・ご用件の確認').count()).toBe(0);
});

it('goes from a change to the whole step of that version and back to the comparison', async () => {
  const { body } = await supervisor.get<{ start: string }>(`/api/scripts/${scriptId}/draft`);
  await release(supervisor, scriptId, {
    stepId: body.start,
    say: '新しい名乗りでございます。',
    note: '名乗り',
  });
  await page.goto(`${server.url}/scripts/${scriptId}/versions`);
  await page.getByRole('link', { name: '名乗り・ご用件の確認' }).click();
  await step('名乗り・ご用件の確認').getByText('新しい名乗りでございます。').waitFor();
  expect(new URL(page.url()).search).toBe('?v=2');

  await page.getByRole('button', { name: /^版 1 通知/u }).click();
  await step('名乗り・ご用件の確認').getByText('お電話ありがとうございます。').waitFor();
  expect(new URL(page.url()).search).toBe('?v=1');

  await page.getByRole('button', { name: /^版 2 公開中/u }).click();
  await page.getByText('変更点', { exact: true }).click();
  await page.getByRole('list', { name: '変更されたステップ' }).waitFor();
  expect(new URL(page.url()).search).toBe('?a=1&b=2');
});

it('takes an older version out as a file, named after its number', async () => {
  await page.goto(`${server.url}/scripts/${scriptId}/versions`);
  await page.getByRole('button', { name: '版 1 の操作' }).click();
  await page.getByRole('menuitem', { name: '書き出し・印刷' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /^JSON/u }).check();
  expect(await dialog.getByRole('combobox', { name: '対象' }).inputValue()).toBe('版 1');
  const coming = page.waitForEvent('download');
  await dialog.getByRole('button', { name: '書き出す' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/-v1\.json$/u);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('お電話ありがとうございます。');
  expect(text).not.toContain('新しい名乗りでございます。');
});
