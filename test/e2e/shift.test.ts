import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Call } from '@daihon/shared/call';
import { launchBrowser, newPerson, signInPage } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { freePort } from '../support/port.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { onStep, orderUnderWay, press, release, untilStored } from './agentPages.ts';
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
let folder: string;
let env: Record<string, string>;
let people: Record<'sato' | 'suzuki' | 'agent' | 'away' | 'third' | 'admin', Person>;
let callers: Record<'agent' | 'away' | 'third', Client>;
let supervisor: Client;
let admin: Client;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'daihon-shift-'));
  // A script too large to travel with its release: each page fetches it.
  const limits = path.join(folder, 'limits.json');
  await writeFile(limits, JSON.stringify({ inlineScriptBytes: 1_000 }));
  env = { PORT: String(await freePort()), LIMITS_FILE: limits };
  server = await startServer({ env });
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
    third: await signedIn('op3@sakura.example'),
    admin: await signedIn('admin@sakura.example'),
  };
  callers = {
    agent: await signIn(server.url, 'op1@sakura.example'),
    away: await signIn(server.url, 'op2@sakura.example'),
    third: await signIn(server.url, 'op3@sakura.example'),
  };
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
  await rm(folder, { recursive: true, force: true });
});

async function signedIn(loginId: string): Promise<Person> {
  const person = await newPerson(browser);
  await signInPage(person.page, server.url, loginId);
  return person;
}

const firstStep = '名乗り・ご用件の確認';
const newsOn = (page: Page) => page.getByRole('complementary', { name: '新しい版のお知らせ' });
const waysOf = ({ path: walked }: Call) => walked.map(({ stepId, choiceId }) => [stepId, choiceId]);
const typedIn = ({ fields, memo, path: walked }: Call) =>
  fields.customer_name === '水野 和子' && memo === '折り返しは16時以降' && walked.at(-1)?.stepId === 'S07';

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
  const { sato, suzuki, agent, away, third } = people;

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

  // A second agent, in a call as well, loses the network and writes on.
  await away.page.goto(`${server.url}/run/${scriptId}`);
  await onStep(away.page, firstStep);
  await press(away.page, 'Alt+KeyN');
  await away.page.keyboard.insertText('回線が切れる前');
  await away.context.setOffline(true);
  await away.page.keyboard.insertText('、切れた後');

  // A third has taken half an order when the words of that very step are changed; the first try to fetch them fails.
  await third.page.goto(`${server.url}/run/${scriptId}`);
  await onStep(third.page, firstStep);
  await orderUnderWay(third.page);
  const order = await untilStored(callers.third, scriptId, 'the order to be stored', typedIn);
  let failed = 0;
  await third.page.route('**/api/scripts/*/versions/*', (route) => {
    failed += 1;
    return failed === 1 ? route.abort() : route.continue();
  });
  const thirdNews = newsOn(third.page);
  await release(supervisor, scriptId, { stepId: 'S07', say: 'お名前をどうぞ。', note: 'お名前の伺い方' });
  await thirdNews.getByText(/このステップが変わりました/u).waitFor();
  expect(failed).toBeGreaterThan(1);
  await third.page.keyboard.press('Alt+u');
  await third.page.getByText('お名前をどうぞ。').first().waitFor();

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
  const news = newsOn(agent.page);
  await news.getByText(/このステップが変わりました/u).waitFor();
  expect(await spoken(agent.page)).not.toContain('混み合って');
  expect(await agent.page.getByRole('region', { name: '読む' }).boundingBox()).toEqual(before);

  // On the agent's word the new words are there, and nothing typed is lost.
  await agent.page.keyboard.press('Alt+u');
  await until('the new line to be read', async () =>
    (await spoken(agent.page)).includes('少々混み合っております'),
  );
  expect(await memo.inputValue()).toBe('折り返し希望');

  // The server is killed while two agents write; they write on, and it comes back.
  await memo.focus();
  await agent.page.keyboard.insertText('、落ちる前');
  await press(third.page, 'Alt+KeyN');
  await third.page.keyboard.insertText('、落ちる前');
  await server.kill();
  await agent.page.keyboard.insertText('、落ちた後');
  await third.page.keyboard.insertText('、落ちた後');
  server = await startServer({ dataDir: server.dataDir, env });
  await untilStored(callers.agent, scriptId, 'the memo of the first', ({ memo: text }) =>
    text.endsWith('、落ちた後'),
  );

  // Then words that must be replaced at once: on the third agent's screen, and acknowledged by both.
  await release(supervisor, scriptId, {
    stepId: 'S07',
    say: '本日は受付を停止しております。',
    note: '受付停止',
    class: 'urgent',
  });
  await third.page.getByText('本日は受付を停止しております。').first().waitFor();
  for (const page of [third.page, agent.page]) {
    await newsOn(page)
      .getByRole('button', { name: /確認しました/u })
      .click();
  }

  // The second agent comes back and catches up with all of it.
  const newest = (await supervisor.get<{ publishedVersion: number }>(`/api/scripts/${scriptId}`)).body
    .publishedVersion;
  await away.context.setOffline(false);
  const caughtUp = ({ version, switches }: Call) => version === newest || switches.at(-1)?.to === newest;
  const after = {
    agent: await untilStored(callers.agent, scriptId, 'the first on the newest version', caughtUp),
    away: await untilStored(
      callers.away,
      scriptId,
      'the second on the newest version, with what it wrote',
      (call) => caughtUp(call) && call.memo.includes('切れた後'),
    ),
    third: await untilStored(callers.third, scriptId, 'the third on the newest version', caughtUp),
  };

  // Nothing that was typed or walked is lost, on screen or on the server.
  expect(after.agent.memo).toBe('折り返し希望、落ちる前、落ちた後');
  expect(await memo.inputValue()).toBe(after.agent.memo);
  expect(after.away.memo).toBe('回線が切れる前、切れた後');
  expect(after.third.memo).toBe('折り返しは16時以降、落ちる前、落ちた後');
  expect(after.third.fields).toEqual(order.fields);
  expect(waysOf(after.third)).toEqual(waysOf(order));
  expect(after.third.switches.map(({ how }) => how)).toEqual(['accepted', 'silent', 'urgent']);

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
