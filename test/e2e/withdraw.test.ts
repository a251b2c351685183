import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFaults } from '../support/access.ts';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { onStep, press, publishOrder, release, untilStored } from './agentPages.ts';

let server: RunningServer;
let browser: Browser;
let sv1: Client;
let op1: Client;
let supervisor: Page;
let agent: Page;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  sv1 = await signIn(server.url, 'sv1@sakura.example');
  op1 = await signIn(server.url, 'op1@sakura.example');
  ({ page: supervisor } = await newPerson(browser));
  ({ page: agent } = await newPerson(browser, {
    language: 'en',
    colorScheme: 'dark',
    width: 400,
    height: 800,
  }));
  await enterAs(supervisor, server.url, 'sv1@sakura.example');
  await enterAs(agent, server.url, 'op1@sakura.example');
});
afterAll(async () => {
  await browser.close();
  await server.dispose();
});

const substitute = '担当者より本日中に折り返しご連絡いたします。';
const reason = '返品の期限に誤りがありました。';
const notice = () => agent.getByRole('alert').filter({ hasText: substitute });

it('takes a script out of a running call, keeps its words through a reload, and ends with the next version', async () => {
  const title = '通販受注の停止';
  const scriptId = await publishOrder(sv1, title);
  await publishOrder(sv1, '使える台本');
  await agent.goto(`${server.url}/run/${scriptId}`);
  await onStep(agent, '名乗り・ご用件の確認');
  await press(agent, 'Digit1');
  await onStep(agent, 'ご覧になった媒体');
  await press(agent, 'Alt+KeyN');
  await agent.keyboard.insertText('返品のご相談');
  await press(agent, 'Escape');
  await untilStored(op1, scriptId, 'the memo to be stored', ({ memo }) => memo === '返品のご相談');

  await supervisor.goto(`${server.url}/scripts`);
  await supervisor.getByRole('button', { name: `『${title}』の操作` }).click();
  await supervisor.getByRole('menuitem', { name: '公開を停止…' }).click();
  const dialog = supervisor.getByRole('dialog', { name: `『${title}』の公開を停止しますか？` });
  await dialog.getByRole('button', { name: '公開を停止' }).click();
  await dialog.getByText('理由を入力してください').waitFor();
  expect(await seriousFaults(supervisor)).toEqual([]);
  await dialog.getByLabel('代わりにお読みいただく文').fill(substitute);
  await dialog.getByLabel('停止の理由').fill(reason);
  await dialog.getByRole('button', { name: '公開を停止' }).click();
  await supervisor.getByText(`『${title}』の公開を停止しました`).waitFor();
  await supervisor
    .getByRole('row', { name: new RegExp(title, 'u') })
    .getByText('公開停止')
    .waitFor();

  await notice().getByText(reason).waitFor();
  await onStep(agent, 'ご覧になった媒体');
  expect(await seriousFaults(agent)).toEqual([]);
  await agent.reload();
  await notice().waitFor();
  await onStep(agent, 'ご覧になった媒体');
  const call = agent.url();

  await agent.goto(`${server.url}/run`);
  const shelf = agent.getByRole('region', { name: 'Withdrawn scripts' });
  await shelf.getByText(substitute).waitFor();
  await agent.getByRole('link', { name: /^使える台本/u }).waitFor();
  await expect(agent.locator(`a[href="/run/${scriptId}"]`).count()).resolves.toBe(0);
  expect(await seriousFaults(agent)).toEqual([]);
  // A tab of its own: this one would go on with its call.
  const other = await agent.context().newPage();
  await other.goto(`${server.url}/run/${scriptId}`);
  await other.getByRole('region', { name: 'Please read this instead' }).getByText(reason).waitFor();
  expect(await seriousFaults(other)).toEqual([]);
  await other.close();

  await agent.goto(call);
  await notice().waitFor();
  await release(sv1, scriptId, { stepId: 'S07', say: '直した文', note: '期限を直した' });
  await notice().waitFor({ state: 'detached' });
  await agent.reload();
  await onStep(agent, 'ご覧になった媒体');
  await expect(notice().count()).resolves.toBe(0);

  await supervisor.goto(`${server.url}/scripts/${scriptId}`);
  await supervisor.getByRole('button', { name: 'スクリプトの書き出しと読み込み' }).click();
  await supervisor.getByRole('menuitem', { name: '公開を停止…' }).click();
  const again = supervisor.getByRole('dialog', { name: /公開を停止しますか/u });
  await again.getByLabel('代わりにお読みいただく文').fill(substitute);
  await again.getByLabel('停止の理由').fill(reason);
  await again.getByRole('button', { name: '公開を停止' }).click();
  await supervisor.getByRole('link', { name: /公開停止中/u }).waitFor();
  await notice().waitFor();
});
