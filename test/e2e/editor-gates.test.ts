import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Script } from '@daihon/shared/script/schema';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { addStepThatSays, newScript, openEditorPage, takeOption } from './editorPages.ts';

let server: RunningServer;
let browser: Browser;
let supervisor: Client;
let scriptId: string;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  supervisor = await signIn(server.url, 'sv1@sakura.example');
  ({ scriptId } = await newScript(supervisor, ['お電話ありがとうございます。']));
  await addStepThatSays(supervisor, scriptId, { id: 'side', title: '責任者へ', lines: ['代わります。'] });
  ({ page } = await newPerson(browser));
  await enterAs(page, server.url, 'sv1@sakura.example');
  await openEditorPage(page, server.url, scriptId);
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

const draft = async (): Promise<Script> =>
  (await supervisor.get<Script>(`/api/scripts/${scriptId}/draft`)).body;

const gates = async () => (await draft()).steps.find(({ id }) => id === 'step-one')?.gates ?? [];

const stored = (what: string, look: () => Promise<boolean>) => until(what, look);

/** From the menu of the item that is called so. */
async function pick(items: Locator, name: string, command: string): Promise<void> {
  await items.getByRole('button', { name: `その他の操作: ${name}` }).click();
  await page.getByRole('menuitem', { name: command }).click();
  await page.getByRole('menu').waitFor({ state: 'hidden' });
}

it('gates of a step are added, named, ordered and removed', async () => {
  const list = page.getByRole('list', { name: '確認項目' });
  for (const [index, label] of ['ご了承をいただいた', '復唱した'].entries()) {
    await page.getByRole('button', { name: '確認項目を追加' }).click();
    const input = list.getByRole('textbox').nth(index);
    await until('the new one to have the caret', () =>
      input.evaluate((element) => element === document.activeElement),
    );
    await page.keyboard.insertText(label);
    await page.keyboard.press('Tab');
  }
  await stored(
    'both',
    async () => (await gates()).map(({ label }) => label).join() === 'ご了承をいただいた,復唱した',
  );
  await pick(list, '復唱した', '上へ');
  await stored('the order', async () => (await gates())[0]?.label === '復唱した');
  await pick(list, 'ご了承をいただいた', '確認項目を削除');
  await stored('one less', async () => (await gates()).map(({ label }) => label).join() === '復唱した');
  expect(await list.getByRole('textbox').count()).toBe(1);
});

it('interrupts are added, named, led to a step, ordered and removed', async () => {
  await page.getByRole('button', { name: /^割り込み/u }).click();
  await page.getByText('割り込みはまだありません').waitFor();
  const list = page.getByRole('list', { name: '割り込み' });
  const labels = async () => (await draft()).interrupts.map(({ label }) => label).join();
  for (const [index, label] of ['責任者を', '後にしたい'].entries()) {
    await page.getByRole('button', { name: '割り込みを追加' }).click();
    const input = list.getByRole('textbox', { name: '表示名' }).nth(index);
    await until('the new one to have the caret', () =>
      input.evaluate((element) => element === document.activeElement),
    );
    await page.keyboard.insertText(label);
    await page.keyboard.press('Tab');
  }
  await stored('both', async () => (await labels()) === '責任者を,後にしたい');
  const target = page.getByRole('combobox', { name: '「責任者を」の行き先' });
  await target.click();
  await target.fill('責任者へ');
  await takeOption(page, /責任者へ/u);
  await stored('the target', async () => (await draft()).interrupts[0]?.to === 'side');
  await pick(list, '責任者を', '下へ');
  await stored('the order', async () => (await labels()) === '後にしたい,責任者を');
  await pick(list, '後にしたい', '割り込みを削除');
  await stored('one less', async () => (await labels()) === '責任者を');
  // Both are there after the page is opened anew.
  await openEditorPage(page, server.url, scriptId);
  await page.getByRole('button', { name: /^割り込み/u }).click();
  await until('the name to be back', async () => {
    return (await list.getByRole('textbox', { name: '表示名' }).inputValue()) === '責任者を';
  });
});
