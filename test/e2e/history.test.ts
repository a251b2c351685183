import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import type { Script } from '@daihon/shared/script/schema';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFaults } from '../support/access.ts';
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

it('names the draft by Ctrl+S, goes back to it from the timeline, and takes that back', async () => {
  const titleOfDraft = async () =>
    (await supervisor.get<{ title: string }>(`/api/scripts/${scriptId}/draft`)).body.title;
  const before = await titleOfDraft();
  await page.goto(`${server.url}/scripts/${scriptId}`);
  await page.getByTestId('saved-status').getByText('保存済み').waitFor();
  await page.keyboard.press('Control+s');
  await page.getByRole('textbox', { name: '名前' }).fill('7月改定の前');
  await page.keyboard.press('Enter');
  await page.getByText('「7月改定の前」を編集の履歴に残しました').waitFor();
  await supervisor.patch(`/api/scripts/${scriptId}`, { title: '別の題' });

  await page.goto(`${server.url}/scripts/${scriptId}/timeline`);
  await page.getByRole('button', { name: /「7月改定の前」/u }).click();
  const change = page.getByRole('listitem', { name: '変更 スクリプト全体' });
  await change.getByText('別の題').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'この時点に戻す' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '下書きに復元' }).click();
  await page.getByText('下書きを「7月改定の前」に戻しました').waitFor();
  expect(await titleOfDraft()).toBe(before);
  await page.getByRole('button', { name: '元に戻す' }).click();
  await page.getByText('復元を元に戻しました').waitFor();
  expect(await titleOfDraft()).toBe('別の題');
});

it('leads from a version to its calls, to the path of one, and back to the step of that version', async () => {
  const agent = await signIn(server.url, 'op1@sakura.example');
  const { body } = await supervisor.get<{ script: Script }>(`/api/scripts/${scriptId}/versions/2`);
  const [first, second] = body.script.steps;
  const at = (minute: number) => `2026-04-01T10:0${minute}:00+09:00`;
  const path = [
    { stepId: first?.id, choiceId: first?.choices[0]?.id ?? null, at: at(1) },
    { stepId: second?.id, choiceId: null, at: at(2), via: 'search' },
  ];
  const call = {
    id: 'call-of-history',
    scriptId,
    version: 2,
    startedAt: at(0),
    path,
  };
  const rest = {
    fields: {},
    placeholders: {},
    memo: '折り返しを希望',
    switches: [],
  };
  expect((await agent.post('/api/calls', { ...call, ...rest })).status).toBe(201);

  await page.goto(`${server.url}/scripts/${scriptId}/versions`);
  await page.getByRole('button', { name: '版 2 の操作' }).click();
  await page.getByRole('menuitem', { name: 'この版の応対' }).click();
  await page.getByRole('row', { name: /版 2/u }).getByRole('link').click();
  await page.getByText('折り返しを希望').waitFor();
  const steps = page.getByRole('list', { name: 'この応対で通ったステップ' });
  await steps.getByRole('link', { name: second?.title ?? '' }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await steps.getByRole('link', { name: first?.title ?? '' }).click();
  await page.waitForURL(/\?v=2#step-/u);
  await step(first?.title ?? '').waitFor();
});
