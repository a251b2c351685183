import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enterAs, newPerson } from '../support/browser.ts';
import { signIn } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import { until } from '../support/until.ts';
import { caretAt, say } from './editorPages.ts';
import { openComposition } from './ime.ts';
import type { TwoPeople } from './twoPeople.ts';
import { meetTwoPeople, suzukiId } from './twoPeople.ts';

let people: TwoPeople;
const satoName = '佐藤 由美';

beforeAll(async () => {
  people = await meetTwoPeople();
});

afterAll(() => people.dispose());

const row = (page: Page, title: string) =>
  page.getByRole('tree').getByRole('treeitem', { name: new RegExp(title, 'u') });

const openTitle = (page: Page) => page.getByRole('textbox', { name: 'ステップ名' }).inputValue();

it('shows who is on which step in outline, map and panel, their caret, and that they type', async () => {
  const { sato, suzuki, together } = people;
  await together(['お電話ありがとうございます。', '']);
  await caretAt(sato, 0, 3);
  const caret = say(suzuki).locator(`.remote-caret[data-name="${satoName}"]`);
  await caret.waitFor({ state: 'attached' });
  const here = `${satoName}さんがここにいます`;
  await row(suzuki, '場面1').getByText(here).waitFor({ state: 'attached' });
  await suzuki.locator('.react-flow__node').getByText(here).waitFor({ state: 'attached' });
  const composition = await openComposition(sato);
  await composition.preedit('こ');
  const panel = suzuki.getByRole('region', { name: 'ステップ' });
  await panel.getByText(`${satoName}さんが入力中`).waitFor();
  await composition.commit('個');
  await panel.getByText(here).waitFor();

  const colourOf = () =>
    caret.evaluate((element) => getComputedStyle(element).getPropertyValue('--caret-colour'));
  const colour = await colourOf();
  await sato.reload();
  await row(sato, '場面1').click();
  await caretAt(sato, 0, 3);
  await caret.waitFor({ state: 'attached' });
  expect(await colourOf()).toBe(colour);
});

it('follows a colleague from step to step and panel until an action of one’s own', async () => {
  const { sato, suzuki, together } = people;
  await together(['一つ目']);
  await together(['二つ目']);
  await suzuki.getByRole('button', { name: `${satoName}さんを追う` }).click();
  await suzuki.getByText(`${satoName}さんを追っています`).waitFor();
  await row(sato, '場面2').click();
  await until('Suzuki to be taken along', async () => (await openTitle(suzuki)) === '場面2');
  await sato.getByRole('button', { name: '差込項目', exact: false }).first().click();
  await suzuki.getByRole('heading', { name: '差込項目' }).waitFor();
  await row(sato, '場面3').click();
  await until('Suzuki to be taken back', async () => (await openTitle(suzuki)) === '場面3');

  await row(suzuki, '場面2').click();
  await suzuki.getByText(`${satoName}さんを追っています`).waitFor({ state: 'detached' });
  await row(sato, '場面1').click();
  await row(suzuki, '場面1').getByText(`${satoName}さんがここにいます`).waitFor({ state: 'attached' });
  expect(await openTitle(suzuki)).toBe('場面2');

  await suzuki.getByRole('button', { name: `${satoName}さんを追う` }).click();
  await until('Suzuki to be taken along again', async () => (await openTitle(suzuki)) === '場面1');
  await suzuki.keyboard.press('Escape');
  await suzuki.getByText(`${satoName}さんを追っています`).waitFor({ state: 'detached' });
});

it('asks the others to look at one’s step, and takes them there with one click', async () => {
  const { sato, suzuki, together } = people;
  await together(['ここを見てほしい文です。']);
  await row(suzuki, '場面1').click();
  await caretAt(sato, 0, 2);
  await sato.getByRole('button', { name: /^編集中の人（/u }).click();
  await sato.getByRole('menuitem', { name: /ここを見て/u }).click();
  await sato.getByText(/見るよう全員に知らせました/u).waitFor();
  await suzuki.getByText(`${satoName}さん：「`).waitFor();
  await suzuki.getByRole('button', { name: '移動' }).click();
  await until('Suzuki to be there', async () => (await openTitle(suzuki)).startsWith('場面4'));
});

it('hides the cursors of others when asked to, and shows them again', async () => {
  const { sato, suzuki, together } = people;
  await together(['カーソルの試験']);
  await caretAt(sato, 0, 2);
  const caret = say(suzuki).locator('.remote-caret');
  await caret.waitFor({ state: 'attached' });
  const shown = () => caret.evaluate((element) => getComputedStyle(element).display !== 'none');
  expect(await shown()).toBe(true);
  const choose = async (name: string) => {
    await suzuki.getByRole('button', { name: /^編集中の人（/u }).click();
    await suzuki.getByRole('menuitem', { name }).click();
  };
  await choose('他の人のカーソルを隠す');
  expect(await shown()).toBe(false);
  await choose('他の人のカーソルを表示');
  expect(await shown()).toBe(true);
});

it('puts more than five people behind one number', async () => {
  const { server, suzuki, scriptId } = people;
  const admins = await Promise.all(
    ['admin@sakura.example', 'admin2@sakura.example'].map((loginId) => signIn(server.url, loginId)),
  );
  const drafts = [...admins, ...admins, ...admins].map((client) => openDraft(client, scriptId));
  await Promise.all(drafts.map(({ synced }) => synced));
  const menu = suzuki.getByRole('button', { name: '編集中の人（ほか7人）' });
  await menu.waitFor();
  expect(await menu.textContent()).toContain('+3');
  await menu.click();
  await expect.poll(() => suzuki.getByRole('menuitem', { name: /さんを追う$/u }).count()).toBe(7);
  await suzuki.keyboard.press('Escape');
  for (const draft of drafts) draft.close();
  await suzuki.getByRole('button', { name: '編集中の人（ほか1人）' }).waitFor();
});

it('has room for it all at 400 pixels', async () => {
  const { browser, server, scriptId } = people;
  const { page, context } = await newPerson(browser, { width: 400, height: 800 });
  await enterAs(page, server.url, suzukiId);
  await page.goto(`${server.url}/scripts/${scriptId}`);
  await page.getByRole('button', { name: /^編集中の人（/u }).click();
  await page.getByRole('menuitem', { name: /ここを見て/u }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(400);
  await context.close();
});
