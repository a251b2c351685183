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
  await look('trial', async () => {
    await page.getByRole('button', { name: '試し通し' }).click();
    await page.locator('[data-pane=trial]').waitFor();
  });
  expect(faults).toEqual([]);
  await page.context().close();
});
