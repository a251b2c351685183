import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textOf } from '@daihon/shared/script/contentText';
import type { Script } from '@daihon/shared/script/schema';
import { launchBrowser, newPerson, signInPage } from '../support/browser.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';

/** What a person who knows neither the keys nor the map may need: a click or key each second and a half leaves time to think. */
const mostActions = 50;

let server: RunningServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  ({ page } = await newPerson(browser));
  await signInPage(page, server.url, 'sv1@sakura.example');
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

/** A hand at mouse and keyboard; counts what it does. Words count as one: they have to be thought of in any editor. */
function hand(on: Page) {
  const did = { clicks: 0, keys: 0, texts: 0 };
  return {
    did,
    click: async (target: Locator) => {
      did.clicks += 1;
      await target.click();
    },
    press: async (key: string) => {
      did.keys += 1;
      await on.keyboard.press(key);
    },
    write: async (text: string) => {
      did.texts += 1;
      await on.keyboard.insertText(text);
    },
  };
}

it('writes a first script of five steps, two branches and a field, and publishes it, without leaving the panel', async () => {
  const { did, click, press, write } = hand(page);
  const panel = page.getByRole('region', { name: 'ステップ', exact: true });
  const focused = page.locator(':focus');
  const spoken = panel.getByRole('textbox', { name: /^読む/u });
  const named = (name: string) => page.getByRole('textbox', { name });

  /** After the name of a way the focus is where it leads: the name of a step that is there, or of a new one. */
  const leadTo = async (title: string) => {
    await panel
      .getByRole('combobox', { name: /の行き先$/u })
      .and(focused)
      .waitFor();
    await write(title);
    await page.locator('[role="option"][data-combobox-selected]', { hasText: title }).waitFor();
    await press('Enter');
  };
  const addWay = async (label: string, title: string) => {
    await click(panel.getByRole('button', { name: '分岐を追加' }));
    await named('ラベル').and(focused).waitFor();
    await write(label);
    await press('Enter');
    await leadTo(title);
    await panel
      .getByRole('combobox', { name: `「${label}」の行き先` })
      .and(page.locator(`[value$="${title}"]`))
      .waitFor();
  };
  const open = async (title: string) => {
    await click(page.getByRole('tree').getByRole('treeitem', { name: title }));
    await panel
      .getByRole('textbox', { name: 'ステップ名' })
      .and(page.locator(`[value="${title}"]`))
      .waitFor();
  };
  const say = async (text: string) => {
    await click(spoken);
    await write(text);
  };

  await click(page.getByRole('button', { name: '新規作成' }));
  await named('タイトル').and(focused).waitFor();
  await write('注文と返品の受付');
  await press('Enter');

  // The new script has a greeting that leads to an end; its way gets a name of its own and leads on elsewhere.
  await click(named('ラベル'));
  await press('Control+a');
  await write('注文したい');
  await press('Enter');
  await click(panel.getByRole('combobox', { name: '「注文したい」の行き先' }));
  await press('Control+a');
  await leadTo('ご注文の内容');
  await addWay('返品したい', '返品のご案内');

  await open('ご注文の内容');
  await click(panel.getByRole('combobox', { name: '種類' }));
  await click(page.getByRole('option', { name: '入力' }));
  await say('ご注文の数量をお聞かせください。');
  await click(panel.getByRole('button', { name: '入力項目を追加' }));
  await named('表示名').and(focused).waitFor();
  await write('数量');
  await press('Enter');
  await addWay('伺った', 'ご注文の復唱');

  await open('ご注文の復唱');
  await say('ご注文を復唱いたします。');
  await addWay('ご了承', '終話');

  await open('返品のご案内');
  await say('返品は、お届けから8日以内に承っております。');
  await addWay('ご案内した', '終話');

  await click(page.getByRole('button', { name: '公開', exact: true }));
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: /^変更の説明/u })
    .and(focused)
    .waitFor();
  await write('初版');
  await click(dialog.getByRole('button', { name: '公開する' }));
  await dialog.waitFor({ state: 'detached' });

  const client = await signIn(server.url, 'sv1@sakura.example');
  const scriptId = new URL(page.url()).pathname.split('/')[2] ?? '';
  const script = async () => (await client.get<Script>(`/api/scripts/${scriptId}/draft`)).body;
  await until('the version is out', async () => {
    const { body } = await client.get<{ publishedVersion: number | null }>(`/api/scripts/${scriptId}`);
    return body.publishedVersion === 1;
  });
  const { steps } = await script();
  expect(steps.map(({ title, kind }) => [title, kind])).toEqual(
    expect.arrayContaining([
      ['名乗り', 'talk'],
      ['ご注文の内容', 'form'],
      ['ご注文の復唱', 'talk'],
      ['返品のご案内', 'talk'],
      ['終話', 'end'],
    ]),
  );
  expect(steps).toHaveLength(5);
  const titleOf = (id: string | null) => steps.find((step) => step.id === id)?.title;
  const [greeting] = steps;
  expect(greeting?.choices.map(({ label, to }) => [label, titleOf(to)])).toEqual([
    ['注文したい', 'ご注文の内容'],
    ['返品したい', '返品のご案内'],
  ]);
  expect(steps.flatMap(({ fields }) => fields.map(({ label }) => label))).toEqual(['数量']);
  expect(steps.every(({ say: text }) => textOf(text) !== '')).toBe(true);
  expect(did.clicks + did.keys + did.texts).toBeLessThanOrEqual(mostActions);
});
