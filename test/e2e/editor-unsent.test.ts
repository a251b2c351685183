import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seriousFaults } from '../support/access.ts';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { demoPassword, startServer } from '../support/server.ts';
import { promisedMs, until } from '../support/until.ts';
import { caretAt, newScript, openEditorPage, say, storedLines } from './editorPages.ts';
import { savedStatus } from './twoPeople.ts';

const line = 'お電話ありがとうございます。';
const unsent = '届かなかった文';
const [satoLogin, suzukiLogin] = ['sv1@sakura.example', 'sv2@sakura.example'] as const;

let server: RunningServer;
let browser: Browser;
let admin: Client;
let sato: Client;
let suzukiAccount: string;
let scriptId: string;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  admin = await signIn(server.url, 'admin@sakura.example');
  sato = await signIn(server.url, satoLogin);
  suzukiAccount = (await signIn(server.url, suzukiLogin)).account.id;
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

/** Suzuki has a draft open, in a new tab. */
beforeEach(async () => {
  await setAccount({ state: 'active', role: 'supervisor' });
  ({ scriptId } = await newScript(sato, [line]));
  page = (await newPerson(browser)).page;
  await enterAs(page, server.url, suzukiLogin);
  await openEditorPage(page, server.url, scriptId);
  await until('the draft to be live', async () => (await savedStatus(page)) === '保存済み');
  return () => page.context().close();
});

async function setAccount(change: { state?: string; role?: string }): Promise<void> {
  expect((await admin.patch(`/api/accounts/${suzukiAccount}`, change)).status).toBe(200);
}

async function typeOffline(text: string): Promise<void> {
  await page.context().setOffline(true);
  await caretAt(page, 0, 0);
  await page.keyboard.insertText(text);
  await until('the page to say so', async () => (await savedStatus(page)).includes('未送信 1'));
}

async function signInHere(loginId: string): Promise<void> {
  await page.getByLabel(/ログインID/u).fill(loginId);
  await page.locator('input[type=password]').fill(demoPassword);
  await page.getByRole('button', { name: 'ログイン' }).click();
  await page.waitForURL((at) => !at.pathname.startsWith('/login'));
}

async function signOutHere(): Promise<void> {
  await page.getByRole('button', { name: /^アカウントメニュー/u }).click();
  await page.getByRole('menuitem', { name: 'ログアウト' }).click();
}

const dialog = () => page.getByRole('dialog', { name: '未送信の変更' });

describe('the saving state', () => {
  it('says within two seconds that the network is cut, and all is merged when it is back', async () => {
    const startedMs = performance.now();
    await page.context().setOffline(true);
    await until('offline', async () => (await savedStatus(page)) === 'オフライン', promisedMs(2_000));
    expect(performance.now() - startedMs).toBeLessThan(promisedMs(2_000));
    await caretAt(page, 0, 0);
    await page.keyboard.insertText('圏外で');
    await page.context().setOffline(false);
    await until('it is saved', async () => (await savedStatus(page)) === '保存済み');
    expect(await storedLines(sato, scriptId)).toEqual([`圏外で${line}`]);
  });

  it('says within two seconds that the server is silent, and never that something is saved meanwhile', async () => {
    process.kill(server.pid, 'SIGSTOP');
    try {
      await until('offline', async () => (await savedStatus(page)) === 'オフライン', 2_500);
      await caretAt(page, 0, 0);
      await page.keyboard.insertText('無応答');
      await until('unsent', async () => (await savedStatus(page)) === 'オフライン・未送信 1');
    } finally {
      process.kill(server.pid, 'SIGCONT');
    }
    await until('it is saved', async () => (await savedStatus(page)) === '保存済み');
    expect(await storedLines(sato, scriptId)).toEqual([`無応答${line}`]);
  });
});

describe('changes that have not reached the server', () => {
  it('are asked about when the page is left, survive that, and come in at the next visit', async () => {
    await typeOffline(unsent);
    const asked: string[] = [];
    page.on('dialog', (question) => {
      asked.push(question.type());
      void question.accept();
    });
    await page.goto('about:blank');
    expect(asked).toEqual(['beforeunload']);
    await page.context().setOffline(false);
    await Promise.all([
      page.getByText('前回送信できなかった変更を取り込みました').waitFor(),
      openEditorPage(page, server.url, scriptId),
    ]);
    await until('it is saved', async () => (await storedLines(sato, scriptId))[0] === unsent + line);
    await page.reload();
    await say(page).waitFor();
    expect(await storedLines(sato, scriptId)).toEqual([unsent + line]);
  });

  it('of a suspended person are shown to nobody else at that seat, and come back by their author’s hand', async () => {
    await typeOffline(unsent);
    await setAccount({ state: 'suspended' });
    await page.context().setOffline(false);
    await page.getByText('送信できなかった変更をこのタブに保管しています').waitFor();
    await signInHere(satoLogin);
    await page.goto(`${server.url}/scripts/${scriptId}`);
    await say(page).waitFor();
    expect(await page.getByText('未送信の変更がこのタブに残っています').count()).toBe(0);
    expect(await storedLines(sato, scriptId)).toEqual([line]);
    await page.goto(`${server.url}/scripts`);
    await signOutHere();
    await page.getByText('ログアウトしました').waitFor();

    await setAccount({ state: 'active' });
    await page.reload();
    await signInHere(suzukiLogin);
    await page.getByText('未送信の変更がこのタブに残っています').waitFor();
    await page.getByRole('button', { name: '確認する' }).click();
    await dialog().getByText(unsent).waitFor();
    await dialog().getByRole('link', { name: '下書きを開く' }).click();
    await say(page).waitFor();
    expect(await storedLines(sato, scriptId)).toEqual([line]);
    await page.getByRole('button', { name: '確認する' }).click();
    await dialog().getByRole('button', { name: '下書きに戻す' }).click();
    await until('it is in the draft', async () => (await storedLines(sato, scriptId))[0] === unsent + line);
    await page.getByText('未送信の変更がこのタブに残っています').waitFor({ state: 'detached' });
  });

  it('of one who may no longer edit can be read and copied, not put back', async () => {
    await typeOffline(unsent);
    await setAccount({ role: 'agent' });
    await page.context().setOffline(false);
    await page.waitForURL((at) => at.pathname === '/login');
    await signInHere(suzukiLogin);
    await page.getByRole('button', { name: '確認する' }).click();
    await dialog().getByText(unsent).waitFor();
    await dialog().getByRole('button', { name: 'コピー' }).waitFor();
    expect(await dialog().getByRole('link', { name: '下書きを開く' }).count()).toBe(0);
    expect(await dialog().getByRole('button', { name: '下書きに戻す' }).count()).toBe(0);
    await dialog().getByRole('button', { name: '破棄' }).click();
    await dialog().getByRole('button', { name: '本当に破棄する' }).click();
    await dialog().getByText('未送信の変更はありません').waitFor();
  });

  it('are named when the script was deleted meanwhile; the page takes no more', async () => {
    await typeOffline(unsent);
    await sato.del(`/api/scripts/${scriptId}`);
    await page.context().setOffline(false);
    await page.getByText('このスクリプトは削除されました').waitFor();
    expect(await say(page).getAttribute('contenteditable')).toBe('false');
    await page.getByRole('button', { name: '未送信の変更を確認' }).click();
    await dialog().getByText(unsent).waitFor();
  });

  it('are asked about at a sign-out and let go with it', async () => {
    const back = page.getByRole('link', { name: 'トークスクリプト' }).first();
    await back.click();
    await page.waitForURL((at) => at.pathname === '/scripts');
    await page.goBack();
    await say(page).waitFor();
    await typeOffline(unsent);
    await back.click();
    await page.getByText('未送信の変更がこのタブに残っています').waitFor();
    await page.context().setOffline(false);
    await signOutHere();
    await dialog().getByText('ログアウトすると').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog().getByRole('button', { name: '破棄してログアウト' }).click();
    await page.getByText('ログアウトしました').waitFor();
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(unsent);
  });
});

describe('the editor', () => {
  it.each([
    ['the role changes', () => setAccount({ role: 'agent' }), /権限または接続元/u],
    ['the account is suspended', () => setAccount({ state: 'suspended' }), /停止されています/u],
  ])('closes at once with the reason when %s', async (_what, act, reason) => {
    await act();
    await page.getByText(reason).waitFor({ timeout: promisedMs(2_000) });
  });

  it('closes at once when the person signs out in another tab', async () => {
    const other = await page.context().newPage();
    await other.goto(`${server.url}/scripts`);
    await other.getByRole('button', { name: /^アカウントメニュー/u }).click();
    await other.getByRole('menuitem', { name: 'ログアウト' }).click();
    await page.waitForURL((at) => at.pathname === '/login', { timeout: 4_000 });
  });

  it('turns read-only at once with the reason when the script is deleted', async () => {
    await sato.del(`/api/scripts/${scriptId}`);
    await page.getByText('このスクリプトは削除されました').waitFor({ timeout: promisedMs(2_000) });
    expect(await say(page).getAttribute('contenteditable')).toBe('false');
    expect(await page.getByText('未送信の変更はありません').count()).toBe(1);
  });
});
