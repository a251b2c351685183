import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Script } from '@daihon/shared/script/schema';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { addStepThatSays, caretAt, newScript, openEditorPage, say, takeOption } from './editorPages.ts';
import { openComposition } from './ime.ts';

let server: RunningServer;
let browser: Browser;
let supervisor: Client;
let page: Page;
let scriptId: string;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  supervisor = await signIn(server.url, 'sv1@sakura.example');
  ({ scriptId } = await newScript(supervisor, ['さくら通信のお電話窓口でございます。']));
  await addStepThatSays(supervisor, scriptId, { id: 'step-two', title: '本人確認', lines: ['お名前は。'] });
  ({ page } = await newPerson(browser, { width: 1440, height: 900 }));
  await enterAs(page, server.url, 'sv1@sakura.example');
});

beforeEach(() => openEditorPage(page, server.url, scriptId));

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

const draft = async () => (await supervisor.get<Script>(`/api/scripts/${scriptId}/draft`)).body;
const palette = () => page.getByRole('dialog', { name: '移動・操作' });
const option = (name: string | RegExp) => palette().getByRole('option', { name });
const focused = (target: Locator) => target.and(page.locator(':focus'));
const row = (id: string) => page.locator(`[data-row="step:${id}"]`);

async function ask(text: string): Promise<void> {
  await page.keyboard.press('Control+KeyK');
  await focused(palette().getByRole('combobox')).waitFor();
  await page.keyboard.insertText(text);
}

it('goes to a step by a part of its name, in the middle of a text, and Enter of a conversion goes nowhere', async () => {
  await caretAt(page, 0, 3);
  await page.keyboard.press('Control+KeyK');
  await focused(palette().getByRole('combobox')).waitFor();
  const composition = await openComposition(page);
  await composition.preedit('ほんに');
  // What is half-typed is not searched: everything is still offered.
  await option('公開').waitFor();
  await composition.preedit('本人');
  await composition.commit('本人');
  await option(/本人確認/u)
    .and(page.locator('[aria-selected=true]'))
    .waitFor();
  expect(await palette().count()).toBe(1);
  await page.keyboard.press('Enter');
  await palette().waitFor({ state: 'detached' });
  await until('the step is open', async () => (await row('step-two').getAttribute('aria-current')) !== null);
});

it('does by name what has a key, and opens another script', async () => {
  await ask('マップだけ');
  await option(/マップだけを表示/u)
    .and(page.locator('[aria-selected=true]'))
    .waitFor();
  await page.keyboard.press('Enter');
  await until('the map stands alone', async () => !(await row('step-one').isVisible()));
  await ask('並べて');
  await option('すべて並べて表示').waitFor();
  await page.keyboard.press('Enter');
  await row('step-one').waitFor();
  await ask('検索と置換');
  await option(/このスクリプトで検索と置換/u).waitFor();
  await page.keyboard.press('Escape');
  await palette().waitFor({ state: 'detached' });
  await ask('みなと暮らし便');
  await option(/みなと暮らし便/u)
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.includes(scriptId) && url.pathname.startsWith('/scripts/'));
  await openEditorPage(page, server.url, scriptId);
});

it('makes chosen words a link, and goes to the history, by keys', async () => {
  await caretAt(page, 0, 0, 3);
  await page.keyboard.press('Control+Shift+KeyK');
  await focused(page.getByRole('textbox', { name: 'リンク' })).waitFor();
  await page.keyboard.insertText('https://faq.example/');
  await page.keyboard.press('Enter');
  await until('the draft has the link', async () => JSON.stringify(await draft()).includes('faq.example'));
  await page.keyboard.press('Control+Alt+Shift+KeyH');
  await page.waitForURL(/\/versions$/u);
  await page.goBack();
  await say(page).waitFor();
});

it('goes from what is looked for in this script to replacing it there, and back', async () => {
  await page.keyboard.press('Control+KeyF');
  await page.getByRole('textbox', { name: '検索する言葉' }).fill('お電話窓口');
  await page.getByRole('search').getByRole('button', { name: '検索と置換' }).click();
  await page.waitForURL(/\/scripts\/replace/u);
  expect(await page.getByRole('textbox', { name: '検索する語句' }).inputValue()).toBe('お電話窓口');
  expect(await page.getByRole('radio', { name: '選択した1件' }).isChecked()).toBe(true);
  await page.getByRole('textbox', { name: '置換後の語句' }).fill('ご連絡先');
  await page.getByRole('button', { name: '検索', exact: true }).click();
  await page.getByRole('button', { name: '1か所を置換' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '1か所を置換' }).click();
  await page.getByRole('listitem').getByText('1か所を置換', { exact: true }).waitFor();
  await page.getByRole('link', { name: '編集に戻る' }).click();
  await until('the draft has it', async () => JSON.stringify(await draft()).includes('ご連絡先'));
  await say(page).waitFor();
  await page.keyboard.press('Control+Shift+KeyF');
  await page.getByRole('radio', { name: '選択した1件' }).waitFor();
  await page.getByRole('link', { name: '編集に戻る' }).click();
  await say(page).waitFor();
});

it('finds what belongs to no step, and shows it in its panel', async () => {
  await page.getByRole('button', { name: /^差込項目 \d/u }).click();
  await page.getByRole('textbox', { name: 'キー', exact: true }).fill('callback.no');
  await page.getByRole('button', { name: '差込項目を追加' }).click();
  await until('it is there', async () => (await draft()).placeholders.length === 1);
  await row('step-one').click();
  await page.keyboard.press('Control+KeyF');
  await page.getByRole('textbox', { name: '検索する言葉' }).fill('callback');
  await page
    .getByRole('search')
    .getByRole('button', { name: /差込項目/u })
    .click();
  await page
    .getByRole('textbox', { name: /: callback\.no$/u })
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
});

it('asks before the start or the target of an interrupt goes, and leads out of the map into the outline', async () => {
  const { start, interrupts } = await draft();
  expect(start).not.toBeNull();
  await page.getByRole('button', { name: /^割り込み \d/u }).click();
  await page.getByRole('button', { name: '割り込みを追加' }).click();
  await focused(page.getByRole('textbox', { name: '表示名' })).waitFor();
  await page.keyboard.insertText('責任者を希望');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: /責任者を希望/u }).click();
  await page.getByRole('combobox', { name: /責任者を希望/u }).fill('本人');
  await takeOption(page, /本人確認/u);
  await until('it leads there', async () => (await draft()).interrupts.some(({ to }) => to === 'step-two'));
  expect(interrupts.every(({ to }) => to !== 'step-two')).toBe(true);
  const asked = page.getByRole('dialog');
  await row('step-two').click();
  await row('step-two').press('Delete');
  await asked.getByText(/割り込み「責任者を希望」の行き先/u).waitFor();
  await asked.getByRole('button', { name: 'キャンセル' }).click();
  await row(start ?? '').click();
  await row(start ?? '').press('Delete');
  await asked.getByText(/応対の開始ステップです/u).waitFor();
  await asked.getByRole('button', { name: 'キャンセル' }).click();
  await page.getByRole('button', { name: 'アウトラインで操作' }).press('Enter');
  await focused(page.locator('[role=treeitem]')).waitFor();
});

it('duplicates, adds a choice, cuts, pastes, redoes, tidies and folds by keys, each as one change', async () => {
  const made = await supervisor.post<{ id: string }>('/api/scripts', {
    title: 'キーの試験',
    templateId: 'order',
  });
  const { id } = made.body;
  const script = async () => (await supervisor.get<Script>(`/api/scripts/${id}/draft`)).body;
  const before = await script();
  const count = async (wanted: number) =>
    until(`${wanted} steps`, async () => (await script()).steps.length === wanted);
  const total = before.steps.length;
  const first = before.steps[0]?.id ?? '';
  const places = async () => (await script()).steps.map(({ position }) => position);
  await page.goto(`${server.url}/scripts/${id}`);
  await row(first).click();
  const keys = page.keyboard;

  await keys.press('Control+KeyD');
  await count(total + 1);
  await keys.press('Control+KeyZ');
  await count(total);
  await keys.press('Control+KeyY');
  await count(total + 1);
  await keys.press('Control+KeyZ');
  await count(total);

  await row(first).click();
  await keys.press('Control+Shift+Enter');
  const choices = async () => (await script()).steps[0]?.choices.length;
  const had = before.steps[0]?.choices.length ?? 0;
  await until('one more choice', async () => (await choices()) === had + 1);
  await row(first).click();
  await keys.press('Control+KeyZ');
  await until('it is undone', async () => (await choices()) === had);

  const last = before.steps.at(-1)?.id ?? '';
  await row(last).click();
  await keys.press('Control+KeyX');
  const yes = page.getByRole('dialog').getByRole('button', { name: '削除' });
  await until('it is cut', async () => {
    if (await yes.isVisible()) await yes.click();
    return (await script()).steps.length === total - 1;
  });
  await row(first).click();
  await keys.press('Control+KeyV');
  await count(total);

  await row(first).click();

  const scattered = await places();
  const tidied = async (what: string) =>
    until(what, async () => JSON.stringify(await places()) !== JSON.stringify(scattered));
  const back = async () =>
    until(
      'every place is as before',
      async () => JSON.stringify(await places()) === JSON.stringify(scattered),
    );
  await row(first).click();
  await keys.press('Alt+Digit2');
  await page.locator('[data-pane=canvas]:focus-within').waitFor();
  await keys.press('Shift+KeyL');
  await tidied('all are tidied');
  await keys.press('Control+KeyZ');
  await back();
  await row(first).click();
  const second = before.steps[2]?.id ?? '';
  await row(second).click({ modifiers: ['Control'] });
  await page.getByRole('button', { name: /^選択したステップを整列|選択.*整列/u }).click();
  await tidied('the chosen ones are tidied');
  const [now, ids] = [await places(), (await script()).steps.map((step) => step.id)];
  const moved = ids.filter((_, at) => JSON.stringify(now[at]) !== JSON.stringify(scattered[at]));
  expect(moved.every((each) => each === first || each === second)).toBe(true);
  await keys.press('Control+KeyZ');
  await back();

  await row(first).click();
  await keys.press('Alt+Digit2');
  await page.locator('[data-pane=canvas]:focus-within').waitFor();
  const nodes = page.locator('.react-flow__node');
  const shown = await nodes.count();
  await keys.press('KeyF');
  await until('what stands behind is folded', async () => (await nodes.count()) < shown);
  await keys.press('KeyF');
  await until('it is back', async () => (await nodes.count()) === shown);
});

it('shows the map at 100 %, and leaves single keys alone where they are switched off', async () => {
  await page.keyboard.press('Alt+Digit2');
  await page.keyboard.press('Shift+Digit1');
  await page.keyboard.press('Shift+Digit0');
  await page.getByRole('button', { name: /100%$/u }).waitFor();
  const minimap = page.locator('.react-flow__minimap');
  await minimap.waitFor();
  await page.keyboard.press('KeyM');
  await minimap.waitFor({ state: 'detached' });
  await page.keyboard.press('Shift+Slash');
  const dialog = page.getByRole('dialog', { name: 'キーボード操作' });
  await dialog.getByRole('switch', { name: '1文字のキー操作を使う' }).click();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('Alt+Digit2');
  await page.keyboard.press('KeyM');
  await page.keyboard.press('Shift+Slash');
  // What comes after these two is done, they were not.
  await page.keyboard.press('Alt+Digit1');
  await focused(page.locator('[role=treeitem]')).waitFor();
  expect(await minimap.count()).toBe(0);
  expect(await dialog.count()).toBe(0);
  await page.reload();
  await say(page).waitFor();
  await ask('キーボード');
  await option('キーボード操作の一覧').waitFor();
  await page.keyboard.press('Enter');
  const toggle = dialog.getByRole('switch', { name: '1文字のキー操作を使う' });
  await until('it was kept', async () => !(await toggle.isChecked()));
});
