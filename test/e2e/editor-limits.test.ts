import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page, WebSocketRoute } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { addStepThatSays, caretAt, newScript, openEditorPage, say, storedLines } from './editorPages.ts';
import { satoId, savedStatus } from './twoPeople.ts';

const line = 'お電話ありがとうございます。';
const draftStateBytes = 40_000;

let folder: string;
let server: RunningServer;
let browser: Browser;
let client: Client;
let scriptId: string;
let page: Page;
/** The page's present line to the room. */
let socket: WebSocketRoute;
let room: WebSocketRoute;
/** Whether what the server says comes through. */
let deaf: boolean;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'daihon-limits-'));
  const limits = path.join(folder, 'limits.json');
  await writeFile(limits, JSON.stringify({ draftStateBytes }));
  server = await startServer({ env: { LIMITS_FILE: limits } });
  browser = await launchBrowser();
  client = await signIn(server.url, satoId);
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  deaf = false;
  ({ scriptId } = await newScript(client, [line]));
  page = (await newPerson(browser)).page;
  await page.routeWebSocket(/\/collab\//u, (route) => {
    socket = route;
    room = route.connectToServer();
    route.onMessage((message) => room.send(message));
    room.onMessage((message) => {
      if (!deaf) route.send(message);
    });
  });
  await enterAs(page, server.url, satoId);
  return () => page.context().close();
});

async function openLive(): Promise<void> {
  await openEditorPage(page, server.url, scriptId);
  await until('the draft to be live', async () => (await savedStatus(page)) === '保存済み');
}

/** Types what no answer comes for. */
async function typeUnconfirmed(text: string): Promise<void> {
  deaf = true;
  await caretAt(page, 0, 0);
  await page.keyboard.insertText(text);
  await until('it waits', async () => /[1-9]/u.test(await savedStatus(page)));
}

const dialog = () => page.getByRole('dialog', { name: '未送信の変更' });
const readOnlyText = () => page.locator('.ProseMirror[contenteditable=false]').first();

describe('a full draft', () => {
  it('is shown read-only with what makes room, and is edited again once the bin is emptied', async () => {
    const lines = ['あ'.repeat(12_700)];
    await addStepThatSays(client, scriptId, { id: 'large', title: '長い説明', lines });
    await openEditorPage(page, server.url, scriptId);
    const banner = page.getByTestId('space-banner');
    await banner.getByText('上限に達したため').waitFor();
    await readOnlyText().waitFor();
    expect(await page.getByRole('button', { name: '公開' }).first().isEnabled()).toBe(true);

    const row = page.getByRole('treeitem', { name: /長い説明/u });
    await row.click();
    await row.press('Delete');
    await row.waitFor({ state: 'detached' });
    await banner.getByRole('button', { name: 'ごみ箱を開く' }).click();
    await page.getByRole('button', { name: 'ごみ箱を空にする' }).click();
    await page.getByRole('button', { name: '1件を完全に削除する' }).click();
    await banner.waitFor({ state: 'detached' });

    await page
      .getByRole('treeitem', { name: /名乗り/u })
      .last()
      .click();
    await say(page).waitFor();
    await caretAt(page, 0, 0);
    await page.keyboard.insertText('もう一度');
    await until('it is stored', async () => (await storedLines(client, scriptId))[0] === `もう一度${line}`);
    await until('it is saved', async () => (await savedStatus(page)) === '保存済み');
  });

  it('refuses what is too much for it, says so and keeps the text for its author', async () => {
    await openLive();
    await caretAt(page, 0, 0);
    await page.keyboard.insertText('い'.repeat(14_000));
    await page.getByText('下書きの容量が上限に達しました').waitFor();
    await page.getByRole('button', { name: '未送信の変更を確認' }).click();
    await dialog().getByText('いいい').waitFor();
    expect(await storedLines(client, scriptId)).toEqual([line]);
  });
});

describe('the end of a draft', () => {
  it('by a new epoch takes no more edits and hands out what was not sent, never back into the draft', async () => {
    await openLive();
    await typeUnconfirmed('古い下書きへ');
    await socket.close({ code: 4409, reason: 'the draft has a new epoch' });
    await page.getByText('下書きが新しい状態に置き換えられました').waitFor();
    await readOnlyText().waitFor();
    expect(await savedStatus(page)).toBe('編集終了');
    await page.getByRole('button', { name: '未送信の変更を確認' }).click();
    await dialog().getByText('古い下書きへ').waitFor();
    await dialog()
      .getByText(/戻せません/u)
      .waitFor();
    expect(await dialog().getByRole('button', { name: '下書きに戻す' }).count()).toBe(0);
    expect(await dialog().getByRole('button', { name: 'コピー' }).count()).toBe(1);
  });

  it('by an update that the server refuses says so, and the draft opens anew', async () => {
    await openLive();
    await typeUnconfirmed('届かない文');
    // What no page of ours sends: the server itself ends the line.
    const broken = Buffer.from([0, 2, 3, 7, 7, 7]);
    deaf = false;
    room.send(broken);
    await page.getByText('送信した変更がサーバーに受け付けられませんでした').waitFor();
    await page.getByRole('button', { name: '再読み込み' }).click();
    await say(page).waitFor();
    await until('the draft to be live', async () => (await savedStatus(page)) === '保存済み');
  });
});
