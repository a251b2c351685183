import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, newPerson, signInPage } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { caretAt, say, shownLines } from './editorPages.ts';
import { compose } from './ime.ts';

interface Person {
  page: Page;
  context: BrowserContext;
}

interface Row {
  action: string;
  actor: { loginId: string };
  detail: Record<string, unknown>;
}

let server: RunningServer;
let browser: Browser;
let scriptId: string;
let people: Record<'sato' | 'suzuki' | 'agent' | 'away' | 'admin', Person>;
let supervisor: Client;
let admin: Client;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  supervisor = await signIn(server.url, 'sv1@sakura.example');
  admin = await signIn(server.url, 'admin@sakura.example');
  const { body } = await supervisor.get<{ items: { id: string; title: string }[] }>('/api/scripts?limit=200');
  scriptId = body.items.find(({ title }) => title.includes('みなと暮らし便'))?.id ?? '';
  people = {
    sato: await signedIn('sv1@sakura.example'),
    suzuki: await signedIn('sv2@sakura.example'),
    agent: await signedIn('op1@sakura.example'),
    away: await signedIn('op2@sakura.example'),
    admin: await signedIn('admin@sakura.example'),
  };
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

async function signedIn(loginId: string): Promise<Person> {
  const person = await newPerson(browser);
  await signInPage(person.page, server.url, loginId);
  return person;
}

/** What the agent reads aloud, as one text. */
async function spoken(page: Page): Promise<string> {
  return (await page.getByRole('region', { name: '読む' }).innerText()).replaceAll('\n', '');
}

async function socketRows(filter: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { body: { items: Row[]; nextCursor: string | null } } = await admin.get(
      `/api/logs/socket?limit=200&${filter}${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    rows.push(...page.body.items);
    cursor = page.body.nextCursor;
  }
  return rows;
}

it('carries a sentence from two supervisors’ keyboards to the customer’s ear, with every event on record', async () => {
  const { sato, suzuki, agent, away } = people;

  // An agent is in the middle of a call: one field and a memo are filled in.
  await agent.page.goto(`${server.url}/run/${scriptId}`);
  await until('the first line to be read', async () =>
    (await spoken(agent.page)).includes('お電話ありがとうございます'),
  );
  await agent.page.keyboard.press('m');
  const memo = agent.page.getByRole('textbox', { name: '応対メモ' });
  await memo.click();
  await compose(agent.page, '折り返し希望');
  await expect.poll(() => memo.inputValue()).toBe('折り返し希望');
  const before = await agent.page.getByRole('region', { name: '読む' }).boundingBox();

  // A second agent loses the network.
  await away.page.goto(`${server.url}/run`);
  await away.page.getByText('みなと暮らし便').first().waitFor();
  await away.context.setOffline(true);

  // Two supervisors compose Japanese into the same step at once.
  for (const { page } of [sato, suzuki]) {
    await page.goto(`${server.url}/scripts/${scriptId}?step=S01`);
    await say(page).waitFor();
  }
  const [line = ''] = await shownLines(sato.page);
  await caretAt(sato.page, 0, 3);
  await caretAt(suzuki.page, 0, line.length);
  await Promise.all([
    compose(sato.page, '本日も', { reading: 'ほんじつも' }),
    compose(suzuki.page, '少々混み合っております', { reading: 'しょうしょうこみあっております' }),
  ]);
  const expected = `${line.slice(0, 3)}本日も${line.slice(3)}少々混み合っております`;
  await until('both supervisors see both phrases once', async () => {
    const [one, other] = await Promise.all([shownLines(sato.page), shownLines(suzuki.page)]);
    return one[0] === expected && other[0] === expected;
  });
  await expect.poll(() => sato.page.getByTestId('saved-status').textContent()).toBe('保存済み');

  // One of them publishes; the agent must confirm.
  await sato.page.getByRole('button', { name: '公開', exact: true }).click();
  const dialog = sato.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /変更の説明/u }).fill('混雑のお知らせを加えました');
  await dialog.getByText('要確認').click();
  await dialog.getByRole('button', { name: '公開する' }).click();
  await dialog.waitFor({ state: 'hidden' });

  // The agent sees the banner; the words under the eyes neither change nor move.
  const news = agent.page.getByRole('complementary', { name: '新しい版のお知らせ' });
  await news.getByText(/このステップが変わりました/u).waitFor();
  expect(await spoken(agent.page)).not.toContain('混み合って');
  expect(await agent.page.getByRole('region', { name: '読む' }).boundingBox()).toEqual(before);

  // On the agent's word the new words are there, and nothing typed is lost.
  await agent.page.keyboard.press('Alt+u');
  await until('the new line to be read', async () =>
    (await spoken(agent.page)).includes('少々混み合っております'),
  );
  expect(await memo.inputValue()).toBe('折り返し希望');

  // The second agent comes back and catches up.
  await away.context.setOffline(false);
  await away.page.getByText('混雑のお知らせを加えました').first().waitFor();

  // The administrator finds every event of it.
  const rows = await until('the receipts to be on record', async () => {
    const found = await socketRows('');
    return (
      found.some(({ action, actor }) => action === 'resume' && actor.loginId === 'op2@sakura.example') &&
      found
    );
  });
  const of = (action: string, loginId: string) =>
    rows.filter((row) => row.action === action && row.actor.loginId === loginId).length;
  for (const loginId of ['sv1@sakura.example', 'sv2@sakura.example']) {
    expect(of('join', loginId), `${loginId} joined`).toBeGreaterThan(0);
    expect(of('update', loginId), `${loginId} edited`).toBeGreaterThan(0);
    expect(of('saved', loginId), `${loginId} was told that it is saved`).toBeGreaterThan(0);
  }
  expect(rows.some(({ action }) => action === 'broadcast')).toBe(true);
  expect(rows.some(({ action, detail }) => action === 'release' && Number(detail.recipients) > 0)).toBe(true);
  await seeOnScreen(people.admin.page);
});

async function seeOnScreen(page: Page) {
  await page.goto(`${server.url}/logs`);
  await page.getByRole('tab', { name: 'ソケット' }).click();
  await page.getByRole('row').nth(1).waitFor();
  await page.getByRole('tab', { name: '公開' }).click();
  await page.getByText('混雑のお知らせを加えました').first().waitFor();
  await page.getByRole('button', { name: 'CSVを保存' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /UTF-8/u }).click();
  const lines = await readFile(await (await download).path(), 'utf8');
  expect(lines.charCodeAt(0)).toBe(0xfeff);
  expect(lines).toContain('混雑のお知らせを加えました');
}
