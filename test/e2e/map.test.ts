import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textOf } from '@daihon/shared/script/contentText';
import type { Script } from '@daihon/shared/script/schema';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { newScript, openEditorPage } from './editorPages.ts';

let server: RunningServer;
let browser: Browser;
let supervisor: Client;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  supervisor = await signIn(server.url, 'sv1@sakura.example');
  ({ context, page } = await newPerson(browser));
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
  await enterAs(page, server.url, 'sv1@sakura.example');
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

async function draft(scriptId: string): Promise<Script> {
  return (await supervisor.get<Script>(`/api/scripts/${scriptId}/draft`)).body;
}

async function fromTemplate(title: string): Promise<string> {
  const made = await supervisor.post<{ id: string }>('/api/scripts', { title, templateId: 'order' });
  return made.body.id;
}

async function openScript(on: Page, scriptId: string): Promise<void> {
  await on.goto(`${server.url}/scripts/${scriptId}`);
  await on.getByRole('tree').getByRole('treeitem', { selected: true }).waitFor();
}

const treeitem = (on: Page, title: string | RegExp) =>
  on.getByRole('tree').getByRole('treeitem', { name: title });

/** Presses Tab until the focus is there. */
async function tabTo(on: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await target.and(on.locator(':focus')).count()) === 1) return;
    await on.keyboard.press('Tab');
  }
  throw new Error('Tab never came there');
}

it('writes, branches, groups and publishes by keyboard alone, in the outline', async () => {
  const { scriptId } = await newScript(supervisor, ['お電話ありがとうございます。']);
  const stepOf = async (title: string) => (await draft(scriptId)).steps.find((step) => step.title === title);
  await openEditorPage(page, server.url, scriptId);
  const keys = page.keyboard;
  const focused = page.locator(':focus');
  const row = (id: string) => page.locator(`[data-row="step:${id}"]`);
  await keys.press('Alt+Digit1');
  await row('step-one').and(focused).waitFor();

  // A connected step of the kind chosen in the menu, named and written.
  await keys.press('Shift+F10');
  await page.getByRole('menuitem', { name: '開く' }).and(focused).waitFor();
  await keys.press('ArrowDown');
  await page.getByRole('menuitem', { name: 'つながるステップを追加' }).and(focused).waitFor();
  await keys.press('ArrowRight');
  await page.getByRole('menuitem', { name: '質問' }).waitFor();
  await keys.press('ArrowDown');
  await page.getByRole('menuitem', { name: '質問' }).and(focused).waitFor();
  await keys.press('Enter');
  await page.getByRole('textbox', { name: 'ステップ名' }).and(focused).waitFor();
  await keys.insertText('本人確認');
  await keys.press('Enter');
  const question = await until('the question is there', () =>
    stepOf('本人確認').then((step) => step ?? false),
  );
  expect(question.kind).toBe('question');
  await keys.press('Alt+Digit3');
  await page.getByRole('textbox', { name: /^読む/u }).and(focused).waitFor();
  await keys.insertText('お名前をお聞かせいただけますか。');

  // A second way to it, by the picker of targets.
  await keys.press('Alt+Digit1');
  await row(question.id).and(focused).waitFor();
  await keys.press('ArrowUp');
  await row('step-one').and(focused).waitFor();
  await keys.press('Alt+Enter');
  await page.getByRole('dialog', { name: /からつなぐ先/u }).waitFor();
  await keys.insertText('ホンニン');
  await page.getByText('一致するステップがありません').waitFor();
  await keys.press('Control+KeyA');
  await keys.insertText('本人');
  await page.getByRole('option', { name: /本人確認/u, selected: true }).waitFor();
  await keys.press('Enter');
  await until('two ways lead there', async () => {
    const first = (await draft(scriptId)).steps.find(({ id }) => id === 'step-one');
    return first?.choices.filter(({ to }) => to === question.id).length === 2;
  });
  await row('step-one').and(focused).waitFor();
  await keys.press('Control+KeyZ');
  await until('one is undone', async () => {
    const first = (await draft(scriptId)).steps.find(({ id }) => id === 'step-one');
    return first?.choices.length === 1;
  });

  // Both in one group, named at once.
  await row('step-one').and(focused).waitFor();
  await keys.press('Shift+ArrowDown');
  await page.getByRole('group', { name: '2件選択中' }).waitFor();
  await keys.press('Control+KeyG');
  await page.getByRole('textbox', { name: 'グループ名' }).and(focused).waitFor();
  await keys.insertText('受付');
  await keys.press('Enter');
  const group = await until('both are in the group', async () => {
    const { groups, steps } = await draft(scriptId);
    const inside = steps.filter((step) => step.group !== null).map(({ id }) => id);
    return groups[0]?.title === '受付' && inside.length === 2 ? groups[0] : false;
  });
  const head = page.locator(`[data-row="group:${group.id}"]`);
  await head.and(focused).waitFor();
  await keys.press('ArrowLeft');
  await until('the group is folded', async () => (await row('step-one').count()) === 0);
  await keys.press('ArrowRight');
  await row('step-one').waitFor();

  // Its way on, by a new end; then all is published.
  await keys.press('ArrowDown');
  await keys.press('ArrowDown');
  await row(question.id).and(focused).waitFor();
  await keys.press('Control+Enter');
  await page.getByRole('textbox', { name: 'ステップ名' }).and(focused).waitFor();
  await keys.insertText('お礼');
  await keys.press('Enter');
  const thanks = await until('the last one is there', () => stepOf('お礼').then((step) => step ?? false));
  expect((await stepOf('本人確認'))?.choices[0]?.to).toBe(thanks.id);
  await keys.press('Alt+Digit3');
  await page.getByRole('textbox', { name: /^読む/u }).and(focused).waitFor();
  await keys.insertText('ありがとうございます。');
  await keys.press('Alt+Digit1');
  await row(thanks.id).and(focused).waitFor();
  await keys.press('Alt+Enter');
  await page.getByRole('dialog', { name: /からつなぐ先/u }).waitFor();
  await keys.insertText('終話');
  await page.getByRole('option', { name: /終話/u, selected: true }).waitFor();
  await keys.press('Enter');
  await until('it leads to the end', async () => ((await stepOf('お礼'))?.choices[0]?.to ?? null) !== null);
  await keys.press('Control+Alt+KeyP');
  const note = page.getByRole('dialog', { name: '公開' }).getByRole('textbox', { name: /変更の説明/u });
  await note.waitFor();
  await tabTo(page, note);
  await keys.insertText('本人確認を加えました');
  await tabTo(page, page.getByRole('button', { name: '公開する' }));
  await keys.press('Enter');
  await page.getByText('公開版 1 を公開しました').waitFor();
  // The new steps are beside the start, which leads elsewhere: a warning, no error.
  const { body } = await supervisor.get<{ publishedVersion: number | null }>(`/api/scripts/${scriptId}`);
  expect(body.publishedVersion).toBe(1);
});

it('makes a connected step of the chosen kind where a way is dropped on empty paper, and undoes it', async () => {
  const { scriptId } = await newScript(supervisor, ['ご用件を承ります。']);
  await openEditorPage(page, server.url, scriptId);
  const node = page.locator('.react-flow__node[data-id="step-one"]');
  await node.hover();
  const box = await node.locator('.react-flow__handle-bottom').boundingBox();
  if (box === null) throw new Error('no handle');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 160, { steps: 6 });
  await page.mouse.up();
  await page.getByRole('menu', { name: '新しいステップの種類' }).waitFor();
  await page.getByRole('menuitem', { name: '質問' }).click();
  const made = await until('there is a question', async () => {
    const { steps } = await draft(scriptId);
    const made = steps.find(({ id }) => id === steps.find((step) => step.id === 'step-one')?.choices[0]?.to);
    return made?.kind === 'question' ? made : false;
  });
  expect(made.position.y).toBeGreaterThan(100);
  await page.getByRole('button', { name: '元に戻す', exact: true }).click();
  await until('it is gone, its way too', async () => {
    const { steps } = await draft(scriptId);
    const gone = steps.every(({ id }) => id !== made.id);
    return gone && steps.find(({ id }) => id === 'step-one')?.choices.length === 0;
  });
});

it('copies three steps from one script into another in a second tab, with what they need, as one change', async () => {
  const from = await fromTemplate('写し元');
  const { scriptId: into } = await newScript(supervisor, ['先の台本です。']);
  const { steps: own } = await draft(into);
  const present = own.length;
  await openScript(page, from);
  await treeitem(page, /名乗り・ご用件の確認/u).click();
  await treeitem(page, /保留して確認/u).click({ modifiers: ['Shift'] });
  await page.getByRole('group', { name: '3件選択中' }).waitFor();
  await treeitem(page, /保留して確認/u).focus();
  await page.keyboard.press('Control+KeyC');
  await page.getByText('3件のステップをコピーしました').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('■ 名乗り・ご用件の確認');

  const second = await context.newPage();
  await openEditorPage(second, server.url, into);
  await second.locator('[data-row="step:step-one"]').focus();
  await second.keyboard.press('Control+KeyV');
  const script = await until('they are there', async () => {
    const now = await draft(into);
    return now.steps.length === present + 3 ? now : false;
  });
  const source = await draft(from);
  const copied = script.steps.slice(-3);
  expect(copied.map(({ title }) => title)).toEqual(source.steps.slice(0, 3).map(({ title }) => title));
  expect(copied.map(({ say }) => textOf(say))).toEqual(
    source.steps.slice(0, 3).map(({ say }) => textOf(say)),
  );
  const ids = new Set(script.steps.map(({ id }) => id));
  const targets = copied.flatMap(({ choices }) => choices.map(({ to }) => to));
  expect(targets.some((to) => to !== null)).toBe(true);
  expect(targets.every((to) => to === null || ids.has(to))).toBe(true);
  expect(copied.some(({ id }) => source.steps.some((step) => step.id === id))).toBe(false);
  expect(script.placeholders.map(({ key }) => key)).toContain('company_name');
  expect(script.groups.map(({ title }) => title)).toEqual(['受付']);

  await second.locator('[data-pane="outline"] [role=treeitem][tabindex="0"]').focus();
  await second.keyboard.press('Control+KeyZ');
  await until('all three are undone at once', async () => {
    const { steps, groups, placeholders } = await draft(into);
    return steps.length === present && groups.length === 0 && placeholders.length === 0;
  });

  // A menu reads the clipboard another way, and text from elsewhere becomes talk steps.
  await second.locator('[data-row="step:step-one"]').click({ button: 'right' });
  await second.getByRole('menuitem', { name: /^貼り付け/u }).click();
  await until('they are there again', async () => (await draft(into)).steps.length === present + 3);
  await second.evaluate(() => navigator.clipboard.writeText('一つ目の段落です。\n\n二つ目の段落です。'));
  await second.locator('[role=treeitem][tabindex="0"]').focus();
  await second.keyboard.press('Control+KeyV');
  await until('two talks came', async () => {
    const now = await draft(into);
    const said = now.steps.map(({ say }) => textOf(say));
    return (
      now.steps.length === present + 5 &&
      said.includes('一つ目の段落です。') &&
      said.includes('二つ目の段落です。')
    );
  });
  await second.close();
});

it('moves a group with all its steps as one change, folds it to one node, and finds what is in it', async () => {
  const scriptId = await fromTemplate('グループの試験');
  await openScript(page, scriptId);
  const map = page.getByRole('region', { name: 'マップ' });
  const before = await draft(scriptId);
  const group = before.groups[0];
  if (group === undefined) throw new Error('no group');
  await page.keyboard.press('Alt+Digit2');
  await page.keyboard.press('Shift+Digit1');
  const head = map.locator(`[data-frame-handle][data-group="${group.id}"]`);
  await head.waitFor();
  await until('the map stands still', async () => {
    const one = await head.boundingBox();
    const two = await head.boundingBox();
    return one !== null && one.x === two?.x && one.x > 0;
  });
  const box = await head.boundingBox();
  if (box === null) throw new Error('no frame');
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5 + 40, box.y + box.height / 2 - 60, { steps: 5 });
  await page.mouse.up();
  const members = before.steps.filter((step) => step.group === group.id);
  const after = await until('the group has moved', async () => {
    const now = await draft(scriptId);
    return now.steps.find(({ id }) => id === members[0]?.id)?.position.y === members[0]?.position.y
      ? false
      : now;
  });
  const by = (script: Script, id: string) => {
    const [was, is] = [before, script].map(({ steps }) => steps.find((step) => step.id === id)?.position);
    return { x: (is?.x ?? NaN) - (was?.x ?? NaN), y: (is?.y ?? NaN) - (was?.y ?? NaN) };
  };
  const shift = by(after, members[0]?.id ?? '');
  for (const { id } of members) expect(by(after, id)).toEqual(shift);
  await page.getByRole('button', { name: '元に戻す', exact: true }).click();
  await until('all are back', async () => {
    const now = await draft(scriptId);
    return members.every(({ id }) => by(now, id).y === 0 && by(now, id).x === 0);
  });

  await head.getByRole('button', { name: /折りたたむ/u }).click();
  const card = map.locator(`.react-flow__node[data-id="card:${group.id}"]`);
  await card.getByText(`${members.length}ステップ`).waitFor();
  expect(await map.locator(`.react-flow__node[data-id="${members[0]?.id ?? ''}"]`).count()).toBe(0);

  await page.keyboard.press('Control+KeyF');
  await page.getByRole('textbox', { name: '検索する言葉' }).fill('ｺﾞ用件');
  await page
    .getByRole('search')
    .getByText(/^\d+ \/ \d+$/u)
    .waitFor();
  await card.getByText(/検索に一致/u).waitFor();
  await page.keyboard.press('Enter');
  await until('the open step shows what was found', async () =>
    page.evaluate(() => (CSS.highlights.get('daihon-find')?.size ?? 0) > 0),
  );
  await page.keyboard.press('Escape');
  expect(await page.getByRole('search', { name: 'このスクリプト内を検索' }).count()).toBe(0);
});
