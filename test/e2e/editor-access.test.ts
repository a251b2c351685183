import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFaults } from '../support/access.ts';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { newScript, openEditorPage } from './editorPages.ts';
import { satoId } from './twoPeople.ts';

let server: RunningServer;
let browser: Browser;
let scriptId: string;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  const client = await signIn(server.url, satoId);
  ({ scriptId } = await newScript(client, ['お電話ありがとうございます。']));
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

type Look = (part: string, open: () => Promise<void>) => Promise<void>;

/** Opens a part of the editor by hand and notes what is wrong with it. */
function looker(page: Page, faults: string[]): Look {
  return async (part, open) => {
    await open();
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))),
    );
    faults.push(...(await seriousFaults(page)).map((fault) => `${part}: ${fault}`));
  };
}

async function lookAtDialog(page: Page, look: Look, name: string | RegExp): Promise<void> {
  await look(String(name), async () => {
    await page.getByRole('button', { name }).first().click();
    await page.getByRole('dialog').waitFor();
  });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

it('dialogs and panels of the editor break no rule seriously', async () => {
  const { page } = await newPerson(browser);
  await enterAs(page, server.url, satoId);
  await openEditorPage(page, server.url, scriptId);
  const faults: string[] = [];
  const look = looker(page, faults);
  await lookAtDialog(page, look, /^公開$/u);
  await lookAtDialog(page, look, /^指摘/u);
  await lookAtDialog(page, look, 'キーボード操作の一覧');
  await look('bin', async () => {
    await page.getByRole('button', { name: /^削除したステップ/u }).click();
    await page.getByRole('heading', { name: '削除したステップ' }).waitFor();
  });
  await look('find', async () => {
    await page.keyboard.press('Control+f');
    await page.getByRole('textbox', { name: '検索する言葉' }).fill('電話');
  });
  await page.keyboard.press('Escape');
  await look('trial', async () => {
    await page.getByRole('button', { name: '試し通し' }).click();
    await page.locator('[data-pane=trial]').waitFor();
  });
  expect(faults).toEqual([]);
  await page.context().close();
});

/** People and things of the demo that are Japanese in any language of the screen. */
const names = /さくらコンタクトセンター|佐藤 由美|桜井 彩|公開|社内|秘|個人情報含む/gu;

it('says everything in English where English is chosen, also in dark and 400 pixels wide, and breaks no rule there', async () => {
  const client = await signIn(server.url, satoId);
  const made = await client.post<{ id: string }>('/api/scripts', { title: 'Order line', language: 'en' });
  const { page } = await newPerson(browser, {
    language: 'en',
    colorScheme: 'dark',
    width: 400,
    height: 800,
  });
  await enterAs(page, server.url, 'admin@sakura.example');
  const faults: string[] = [];
  const look = looker(page, faults);
  const read = async (part: string, open: () => Promise<void>) => {
    await look(part, open);
    const text = (await page.locator('body').innerText()).replace(names, '');
    const left = text.match(/[^\n]*[\u3041-\u30FF\u4E00-\u9FFF][^\n]+/gu) ?? [];
    faults.push(...left.map((line) => `${part} says ${line}`));
  };
  await read('settings', async () => {
    await page.goto(`${server.url}/settings`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
  await read('bin of scripts', async () => {
    await page.goto(`${server.url}/scripts/bin`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
  await read('print', async () => {
    await page.goto(`${server.url}/scripts/${made.body.id}/print`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
  await read('editor', async () => {
    await page.goto(`${server.url}/scripts/${made.body.id}`);
    await page.getByRole('textbox', { name: 'Script name' }).waitFor();
  });
  expect(faults).toEqual([]);
  await page.context().close();
});
