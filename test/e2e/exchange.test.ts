import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { outlineSections } from '@daihon/shared/script/outlineOrder';
import type { Script } from '@daihon/shared/script/schema';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { seriousFaults } from '../support/access.ts';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

let server: RunningServer;
let browser: Browser;
let supervisor: Client;
let page: Page;
let folder: string;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  supervisor = await signIn(server.url, 'sv1@sakura.example');
  ({ page } = await newPerson(browser));
  await enterAs(page, server.url, 'sv1@sakura.example');
  folder = await mkdtemp(path.join(tmpdir(), 'daihon-exchange-'));
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
  await rm(folder, { recursive: true, force: true });
});

async function openCreate(way: string): Promise<void> {
  await page.goto(`${server.url}/scripts`);
  await page.getByRole('button', { name: '新規作成' }).click();
  await page.getByRole('dialog').getByText(way, { exact: true }).click();
}

/** The script that the editor has open. */
async function openedDraft(): Promise<Script> {
  await page.waitForURL(/\/scripts\/[A-Za-z0-9_-]{16}(?:\?|$)/u);
  const scriptId = new URL(page.url()).pathname.split('/')[2] ?? '';
  return (await supervisor.get<Script>(`/api/scripts/${scriptId}/draft`)).body;
}

it('names the two bad rows of a table and makes a script without them', async () => {
  const file = path.join(folder, 'カード紛失.csv');
  const rows = [
    '種類,タイトル,読む,分岐,移動先',
    'トーク,名乗り,お電話ありがとうございます。,はい,終話',
    'とーく,種類の誤り,読み上げ,,',
    `トーク,${'長'.repeat(201)},読み上げ,,`,
    '終話,終話,失礼いたします。,,',
  ];
  await writeFile(file, rows.join('\r\n'));
  await openCreate('読み込み');
  await page.getByLabel('ファイルを選ぶ').setInputFiles(file);
  await page.getByRole('row', { name: /エラー 3行目「種類」 種類「とーく」はありません/u }).waitFor();
  await page.getByRole('row', { name: /エラー 4行目「タイトル」 長すぎます（200文字まで）/u }).waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  const make = page.getByRole('button', { name: '作成して編集を始める' });
  expect(await make.isDisabled()).toBe(true);
  await page.getByLabel('エラーのある2件を除いて取り込む').check();
  await make.click();
  const draft = await openedDraft();
  expect(draft.title).toBe('カード紛失');
  expect(draft.steps.map(({ title }) => title)).toEqual(['名乗り', '終話']);
});

it('writes a script as Markdown that comes in again the same', async () => {
  const { body } = await supervisor.post<ScriptSummary>('/api/scripts', {
    title: '往復の試験',
    templateId: 'outage',
  });
  await page.goto(`${server.url}/scripts/${body.id}`);
  await page.getByRole('button', { name: 'スクリプトの書き出しと読み込み' }).click();
  await page.getByRole('menuitem', { name: '書き出し・印刷' }).click();
  await page.getByRole('radio', { name: /^Markdown/u }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '書き出す', exact: true }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('往復の試験.md');
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('# 往復の試験');

  await openCreate('読み込み');
  await page.getByRole('button', { name: '貼り付けて読み込む' }).click();
  await page.getByLabel('スクリプトのテキスト').fill(text);
  await page.getByRole('button', { name: '内容を確認する' }).click();
  await page.getByText('問題は見つかりませんでした').waitFor();
  await page.getByRole('button', { name: '作成して編集を始める' }).click();
  const again = await openedDraft();
  const before = (await supervisor.get<Script>(`/api/scripts/${body.id}/draft`)).body;
  const withoutPlaces = (script: Script) => ({
    ...script,
    placeholders: script.placeholders.map(({ example: _, ...rest }) => rest),
    // Across groups the file has the order of the outline.
    steps: outlineSections(script).flatMap(({ steps }) => steps.map(({ position: _, ...step }) => step)),
  });
  expect(withoutPlaces(again)).toEqual(withoutPlaces(before));
});

it('shows what a template holds before it is chosen', async () => {
  await openCreate('テンプレート');
  await page.getByRole('radio', { name: /^障害一次受付/u }).click();
  const preview = page.getByRole('region', { name: /障害一次受付.*の内容/u });
  await preview.getByText('見本の応対').waitFor();
  expect(await preview.getByRole('listitem').count()).toBeGreaterThan(10);
  expect(await seriousFaults(page)).toEqual([]);
});

it('asks for a reason where a script is secret, and prints it with numbers, boxes and page margins', async () => {
  const { body } = await supervisor.post<ScriptSummary>('/api/scripts', {
    title: '印刷の試験',
    templateId: 'outage',
  });
  await supervisor.patch(`/api/scripts/${body.id}`, { labels: ['秘'] });
  await page.goto(`${server.url}/scripts/${body.id}`);
  await page.getByRole('button', { name: 'スクリプトの書き出しと読み込み' }).click();
  await page.getByRole('menuitem', { name: '書き出し・印刷' }).click();
  await page.getByRole('radio', { name: /^印刷・PDF/u }).click();
  await page.getByRole('button', { name: '印刷画面を開く' }).click();
  await page.getByText('理由を入力してください').waitFor();
  await page.getByLabel('書き出す理由').fill('研修で配るため');
  const popup = page.context().waitForEvent('page');
  await page.getByRole('button', { name: '印刷画面を開く' }).click();
  const print = await popup;
  await print.getByRole('heading', { level: 1, name: '印刷の試験' }).waitFor();
  const steps = print.getByRole('article');
  expect(await steps.count()).toBeGreaterThan(10);
  expect(await steps.first().locator('header').innerText()).toMatch(/^1\s/u);
  expect(
    await steps
      .first()
      .getByText(/^→ \d+ /u)
      .count(),
  ).toBeGreaterThan(0);
  expect(await seriousFaults(print)).toEqual([]);
  const pdf = await print.pdf({ preferCSSPageSize: true });
  expect(pdf.length).toBeGreaterThan(20_000);
  const margins = await print.evaluate(() =>
    [...document.querySelectorAll('style')].some(({ textContent }) => textContent.includes('counter(pages)')),
  );
  expect(margins).toBe(true);
  await print.close();
  const admin = await signIn(server.url, 'admin@sakura.example');
  const log = await admin.get<{ items: { detail: unknown }[] }>(`/api/logs/exports?scriptId=${body.id}`);
  expect(log.body.items[0]?.detail).toMatchObject({
    format: 'print',
    scope: 'draft',
    reason: '研修で配るため',
  });
});

it('replaces a draft by a file, shows what changes and asks again after a colleague’s edit; both may undo it', async () => {
  const { body } = await supervisor.post<ScriptSummary>('/api/scripts', {
    title: '置き換えの試験',
    templateId: 'outage',
  });
  const draft = async () => (await supervisor.get<Script>(`/api/scripts/${body.id}/draft`)).body;
  const before = await draft();
  const file = path.join(folder, '置き換え.csv');
  await writeFile(
    file,
    '種類,タイトル,読む,分岐,移動先\nトーク,新しい案内,お待たせしました。,はい,終話\n終話,終話,失礼いたします。,,\n',
  );
  const colleague = (await newPerson(browser)).page;
  await enterAs(colleague, server.url, 'sv2@sakura.example');
  await colleague.goto(`${server.url}/scripts/${body.id}`);
  await colleague.getByRole('button', { name: 'スクリプトの書き出しと読み込み' }).waitFor();

  await page.goto(`${server.url}/scripts/${body.id}`);
  await page.getByRole('button', { name: 'スクリプトの書き出しと読み込み' }).click();
  await page.getByRole('menuitem', { name: 'ファイルを読み込んで置き換え' }).click();
  await page.getByLabel('ファイルを選ぶ').setInputFiles(file);
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/いまこの下書きを開いている人：.+さん/u).waitFor();
  const changes = dialog.getByRole('region', { name: '下書きから変わるところ' });
  await changes.getByText('スクリプト全体').click();
  await changes.getByText('差込項目', { exact: true }).last().waitFor();
  expect(await seriousFaults(page)).toEqual([]);

  const second = await signIn(server.url, 'sv2@sakura.example');
  await second.patch(`/api/scripts/${body.id}`, { title: '同僚が付けた題' });
  await dialog.getByRole('button', { name: '下書きを置き換える' }).click();
  await dialog.getByText(`確認したあとで、${second.account.name}さんが下書きを変更しました。`).waitFor();
  await dialog.getByRole('button', { name: 'もう一度確認する' }).click();
  await dialog.getByRole('button', { name: '下書きを置き換える' }).click();
  await page.getByText('読み込んだ内容で置き換えました').waitFor();
  expect((await draft()).steps.map(({ title }) => title)).toEqual(['新しい案内', '終話']);

  const news = colleague.getByText(/さんがファイルを読み込んで、この下書きを置き換えました/u);
  await news.waitFor();
  await colleague.getByRole('button', { name: '元に戻す', exact: true }).last().click();
  await colleague.getByText('読み込む前の内容に戻しました').waitFor();
  await page.getByText(/さんが読み込みを元に戻しました/u).waitFor();
  expect(await draft()).toEqual({ ...before, title: '同僚が付けた題' });
  await page.getByRole('button', { name: '元に戻す', exact: true }).last().click();
  await page.getByText('この読み込みはすでに元に戻されています').waitFor();
  await colleague.context().close();
});

it('offers the way back in the menu when the message is gone', async () => {
  const { body } = await supervisor.post<ScriptSummary>('/api/scripts', {
    title: '後から戻す',
    templateId: 'outage',
  });
  const draft = async () => (await supervisor.get<Script>(`/api/scripts/${body.id}/draft`)).body;
  const before = await draft();
  await supervisor.post('/api/imports', {
    name: '表.csv',
    text: 'タイトル,読む\n案内,お待たせしました。\n終話,失礼いたします。',
    scriptId: body.id,
  });
  await page.goto(`${server.url}/scripts/${body.id}`);
  await page.getByRole('button', { name: 'スクリプトの書き出しと読み込み' }).click();
  await page.getByRole('menuitem', { name: /直前の読み込みを元に戻す.*表\.csv/u }).click();
  await page.getByText('読み込む前の内容に戻しました').waitFor();
  expect(await draft()).toEqual(before);
  const asked = page.waitForResponse(/\/imports\/last$/u);
  await page.getByRole('button', { name: 'スクリプトの書き出しと読み込み' }).click();
  expect(await (await asked).json()).toMatchObject({
    item: { takenBack: { by: expect.any(String) as string } },
  });
  expect(await page.getByRole('menuitem', { name: /直前の読み込み/u }).count()).toBe(0);
});
