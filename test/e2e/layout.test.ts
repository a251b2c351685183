import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { addStepThatSays, newScript, openEditorPage, say } from './editorPages.ts';

let server: RunningServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  const supervisor = await signIn(server.url, 'sv1@sakura.example');
  const { scriptId } = await newScript(supervisor, ['お電話ありがとうございます。']);
  await addStepThatSays(supervisor, scriptId, { id: 'step-two', title: '本人確認', lines: [''] });
  ({ page } = await newPerson(browser, { width: 1440, height: 900 }));
  await enterAs(page, server.url, 'sv1@sakura.example');
  await openEditorPage(page, server.url, scriptId);
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

const pane = (name: string) => page.locator(`[data-pane="${name}"]`);
const widthOf = async (name: string) => Math.round((await pane(name).boundingBox())?.width ?? 0);
const divider = (name: string) => page.getByRole('separator', { name });
const checks = () => page.getByRole('button', { name: /^指摘\d+件/u });
const mapTools = () =>
  page
    .getByRole('button', { name: /全体を表示|Shift\+1/u })
    .first()
    .locator('..');
const stepName = () => page.getByRole('textbox', { name: 'ステップ名' });

async function shown(...names: string[]): Promise<void> {
  await until(`only ${names.join(', ')} stand there`, async () => {
    const widths = await Promise.all(['outline', 'canvas', 'panel'].map(widthOf));
    const wide = ['outline', 'canvas', 'panel'].filter((_, index) => (widths[index] ?? 0) > 100);
    return wide.join() === names.join();
  });
}

it('resizes and folds the sides at their dividers, by pointer and by keys, and knows it after a reload', async () => {
  await shown('outline', 'canvas', 'panel');
  const before = await widthOf('outline');
  await divider('「アウトライン」の幅を変える').focus();
  await page.keyboard.press('ArrowRight');
  await until('one key is 24 pixels', async () => (await widthOf('outline')) === before + 24);
  await page.keyboard.press('Home');
  await until('the least width', async () => (await widthOf('outline')) === 220);

  const line = await divider('「ステップ」の幅を変える').boundingBox();
  const panel = await widthOf('panel');
  if (line === null) throw new Error('no divider');
  await page.mouse.move(line.x, line.y + 200);
  await page.mouse.down();
  await page.mouse.move(line.x - 60, line.y + 200, { steps: 4 });
  await page.mouse.up();
  await until('it was dragged', async () => Math.abs((await widthOf('panel')) - panel - 60) < 4);
  const dragged = await widthOf('panel');

  await divider('「ステップ」の幅を変える').focus();
  await page.keyboard.press('Enter');
  await shown('outline', 'canvas');
  await page.reload();
  await pane('canvas').waitFor();
  await shown('outline', 'canvas');
  expect(await widthOf('outline')).toBe(220);
  await divider('「ステップ」の幅を変える').dblclick();
  await shown('outline', 'canvas', 'panel');
  expect(await widthOf('panel')).toBe(dragged);
});

it('lets each pane stand alone, by keys and by the menu, and brings all back', async () => {
  await page.keyboard.press('Alt+Shift+Digit1');
  await shown('outline');
  await page.keyboard.press('Alt+Shift+Digit2');
  await shown('canvas');
  await page.keyboard.press('Alt+Shift+Digit2');
  await shown('outline', 'canvas', 'panel');
  await page.getByRole('button', { name: '画面の並べ方' }).click();
  await page.getByRole('menuitem', { name: /^ステップだけを表示/u }).click();
  await shown('panel');
  await page.reload();
  await say(page).waitFor();
  await shown('panel');
  await page.getByRole('button', { name: '画面の並べ方' }).click();
  const boxes = page.getByRole('menuitemcheckbox');
  expect(await boxes.evaluateAll((items) => items.map((item) => item.ariaChecked))).toEqual([
    'false',
    'false',
    'true',
  ]);
  await page.getByRole('menuitemcheckbox', { name: 'アウトライン' }).click();
  await shown('outline', 'panel');
  await page.getByRole('menuitem', { name: 'すべて並べて表示' }).click();
  await shown('outline', 'canvas', 'panel');
});

it('unfolds the step’s panel for whoever goes into it: Alt+3, Enter in the outline, F8 and a finding', async () => {
  const fold = async () => {
    await page.getByRole('button', { name: '画面の並べ方' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'ステップ' }).click();
    await page.keyboard.press('Escape');
    await shown('outline', 'canvas');
  };
  await fold();
  await page.keyboard.press('Alt+Digit3');
  await shown('outline', 'canvas', 'panel');

  await fold();
  await page.keyboard.press('Alt+Digit1');
  const row = page.locator('[data-row="step:step-two"]');
  await row.click();
  await until(
    'a click alone leaves it folded',
    async () => (await row.getAttribute('aria-current')) !== null,
  );
  await shown('outline', 'canvas');
  await page.keyboard.press('Enter');
  await shown('outline', 'canvas', 'panel');
  expect(await stepName().inputValue()).toBe('本人確認');

  await checks().waitFor();
  await fold();
  await page.keyboard.press('F8');
  await shown('outline', 'canvas', 'panel');

  await fold();
  await checks().click();
  await page.getByRole('dialog').getByRole('listitem').first().getByRole('button').first().click();
  await shown('outline', 'canvas', 'panel');
});

it('shows news where they cover neither the step nor the tools of the map, or can be scrolled free', async () => {
  const news = page.getByRole('region', { name: 'お知らせ' }).getByText(/元に戻しました/u);
  const tell = async () => {
    await page.locator('[data-row="step:step-two"]').press('Control+KeyD');
    await until('the copy is there', async () => (await page.locator('[data-row^="step:"]').count()) > 3);
    await page.keyboard.press('Control+KeyZ');
    await news.first().waitFor();
  };
  const boxOf = async (part: Locator) => {
    const box = await part.boundingBox();
    if (box === null) throw new Error('nothing there');
    return { ...box, right: box.x + box.width, bottom: box.y + box.height };
  };
  await page.keyboard.press('Escape');
  await page.locator('[data-row="step:step-two"]').click();
  await tell();
  const card = await boxOf(news.first().locator('..'));
  for (const part of [pane('panel'), pane('outline'), page.locator('.react-flow__minimap'), mapTools()]) {
    const box = await boxOf(part);
    const apart = card.right <= box.x || box.right <= card.x || card.bottom <= box.y || box.bottom <= card.y;
    expect(apart, await part.first().getAttribute('class').then(String)).toBe(true);
  }
  await page.setViewportSize({ width: 400, height: 800 });
  await pane('canvas').waitFor({ state: 'detached' });
  await page.getByRole('radio', { name: 'ステップ' }).check({ force: true });
  await stepName().waitFor();
  const last = pane('panel').getByRole('button').last();
  await last.scrollIntoViewIfNeeded();
  await pane('panel')
    .locator('> *')
    .first()
    .evaluate((scroller) => {
      scroller.scrollTop = scroller.scrollHeight;
    });
  expect((await boxOf(last)).bottom).toBeLessThanOrEqual(800 - 72 - 48);
});
