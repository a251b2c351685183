import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { say } from './editorPages.ts';

let server: RunningServer;
let browser: Browser;
let page: Page;
let address: string;
const loaded = new Map<string, Promise<Buffer>>();

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  const supervisor = await signIn(server.url, 'sv1@sakura.example');
  const made = await supervisor.post<{ id: string }>('/api/scripts', {
    title: '読み込みの試験',
    templateId: 'order',
  });
  address = `${server.url}/scripts/${made.body.id}`;
  const signedIn = await newPerson(browser);
  await enterAs(signedIn.page, server.url, 'sv1@sakura.example');
  const fresh = await newPerson(browser);
  await fresh.context.addCookies(await signedIn.context.cookies());
  await signedIn.context.close();
  ({ page } = fresh);
  await page.addInitScript(holdRest);
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/\.(?:js|css)$/u.test(pathname)) loaded.set(pathname, response.body());
  });
});
afterAll(async () => {
  await browser.close();
  await server.dispose();
});

/** The page is never idle until the test lets it be: what comes then is counted apart. */
function holdRest(): void {
  const waiting: IdleRequestCallback[] = [];
  window.requestIdleCallback = (act) => waiting.push(act);
  Object.assign(window, {
    letRest: () => {
      window.requestIdleCallback = (act) => window.setTimeout(act, 0);
      for (const act of waiting) act({ didTimeout: false, timeRemaining: () => 50 });
    },
  });
}

const sizeOf = (files: readonly Buffer[]) =>
  files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);

describe('what an editor loads', () => {
  it('is less than 560 kB of script and style until the first text can be typed in', async () => {
    await page.goto(address);
    await say(page).waitFor();
    await say(page).pressSequentially('あ');
    await until('the first words', async () => (await say(page).innerText()).includes('あ'));
    const files = await Promise.all(loaded.values());
    console.log(`an editor's first load: ${(sizeOf(files) / 1_000).toFixed(1)} kB`);
    expect(sizeOf(files)).toBeLessThan(560_000);
  });

  it('has Yjs once and neither schemas nor expressions at first', async () => {
    const text = Buffer.concat(await Promise.all(loaded.values())).toString();
    expect(text.split('Yjs was already imported')).toHaveLength(2);
    expect(text.includes('ProseMirror')).toBe(true);
    // Words of the schema library and of the reader of expressions.
    expect(text.includes('ZodError')).toBe(false);
    expect(text.includes('Unknown variable')).toBe(false);
  });

  it('brings the rest when the page is idle, and has it when the network is cut', async () => {
    const before = loaded.size;
    await page.evaluate('letRest()');
    await until('the rest', () => Promise.resolve(loaded.size > before));
    await page.waitForLoadState('networkidle');
    await page
      .getByText(/字・約\d+秒/u)
      .first()
      .waitFor();
    expect(loaded.size).toBeGreaterThan(before);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '分岐を追加' }).first().waitFor();
    await page.keyboard.press('Control+f');
    await page.getByLabel('検索する言葉').fill('お電話');
    await page
      .getByRole('search')
      .getByRole('option')
      .or(page.getByRole('search').getByRole('button'))
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^コメントを開く/u }).click();
    await page.getByText('未解決のコメントはありません。').waitFor();
    await page.getByRole('button', { name: '試し通し', exact: true }).click();
    await page.locator('[data-pane="trial"]').getByRole('region', { name: '読む' }).waitFor();
  });
});
