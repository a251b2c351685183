import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentOf, textOf } from '@daihon/shared/script/contentText';
import { writeContent } from '@daihon/shared/script/draft/contentWrite';
import { addStep } from '@daihon/shared/script/draft/edit';
import { addChoice, addField } from '@daihon/shared/script/draft/editItems';
import { addPlaceholder } from '@daihon/shared/script/draft/editScript';
import { stepFragment } from '@daihon/shared/script/draft/layout';
import type { FieldType, Script, StepKind } from '@daihon/shared/script/schema';
import { axeOn } from '../support/access.ts';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { takeOption } from './editorPages.ts';

let server: RunningServer;
let browser: Browser;
let supervisor: Client;
let scriptId: string;
let page: Page;
let panel: Locator;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  supervisor = await signIn(server.url, 'sv1@sakura.example');
  const partId = await publishedPart();
  scriptId = await scriptCalling(partId);
  const person = await newPerson(browser);
  page = person.page;
  await enterAs(page, server.url, 'sv1@sakura.example');
  panel = page.getByRole('region', { name: 'ステップ' });
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

/** A script of one step that ends, which takes `customer` and gives back `checked`. */
async function publishedPart(): Promise<string> {
  const { body } = await supervisor.post<{ id: string }>('/api/scripts', { title: '本人確認の部品' });
  const draft = openDraft(supervisor, body.id);
  await draft.synced;
  draft.doc.transact(() => {
    step(draft.doc, 'part-end', 'end', 'ご確認', 'ご確認いたします。{{customer}}様');
    draft.doc.getMap('steps').forEach((each) => {
      (each as { set(name: string, value: unknown): void }).set('outcome', '確認済み');
    });
    addPlaceholder(
      draft.doc,
      { key: 'customer', label: 'お客様', type: 'text', example: '山田', fallback: 'お客様', input: true },
      null,
    );
    addField(
      draft.doc,
      'part-end',
      {
        id: 'checked',
        key: 'checked',
        label: '確認結果',
        type: 'text',
        required: false,
        personal: false,
        output: true,
      },
      null,
    );
  });
  await draft.saved();
  draft.close();
  const published = await supervisor.post(`/api/scripts/${body.id}/publish`, { note: '初版' });
  expect(published.status).toBe(201);
  return body.id;
}

async function scriptCalling(partId: string): Promise<string> {
  const { body } = await supervisor.post<{ id: string }>('/api/scripts', { title: 'ルールの試験' });
  const draft = openDraft(supervisor, body.id);
  await draft.synced;
  draft.doc.transact(() => {
    step(draft.doc, 'ask', 'form', '数量', 'ご注文は{{quantity}}個ですね。');
    field(draft.doc, 'quantity', '数量', 'number');
    field(draft.doc, 'due', 'お届け日', 'date');
    field(draft.doc, 'total', '合計', 'number', 'quantity * 980');
    addChoice(draft.doc, 'ask', { id: 'many', label: '多い', to: 'end', when: 'quantity >= 10' }, null);
    step(draft.doc, 'branch', 'condition', '分かれ道', '');
    step(draft.doc, 'end', 'end', '終わり', '{{quantity}}個、承りました。');
    step(draft.doc, 'call', 'jump', '本人確認', '');
    (draft.doc.getMap('steps').get('call') as { set(name: string, value: unknown): void }).set('jump', {
      scriptId: partId,
    });
  });
  await draft.saved();
  draft.close();
  return body.id;
}

type Doc = ReturnType<typeof openDraft>['doc'];

function step(doc: Doc, id: string, kind: StepKind, title: string, text: string): void {
  addStep(doc, { id, kind, title, group: null, afterId: null, position: { x: 0, y: 0 } }, null);
  const say = stepFragment(doc, id, 'say');
  if (say !== null) writeContent(say, contentOf(text));
}

function field(doc: Doc, key: string, label: string, type: FieldType, computed?: string): void {
  const plain = { id: key, key, label, type, required: false, personal: false };
  addField(doc, 'ask', computed === undefined ? plain : { ...plain, computed }, null);
}

async function open(stepId: string): Promise<void> {
  await page.goto(`${server.url}/scripts/${scriptId}?step=${stepId}`);
  await panel.getByRole('textbox', { name: 'ステップ名' }).waitFor();
  await panel.getByText('このステップへの入口').waitFor();
}

async function stored(): Promise<Script> {
  return (await supervisor.get<Script>(`/api/scripts/${scriptId}/draft`)).body;
}

async function stepOf(id: string) {
  const found = (await stored()).steps.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no step ${id}`);
  return found;
}

/** Types what is wanted into the list that has the focus and takes the first that fits. */
async function choose(words: string): Promise<void> {
  await page.keyboard.insertText(words);
  await takeOption(page, words);
}

it('builds a condition step with two rules and a default by keyboard', async () => {
  await open('branch');
  const rules = panel.getByRole('list', { name: 'ルール' });
  for (const [number, amount] of [
    [1, '10'],
    [2, '3'],
  ] as const) {
    // The first way on of a condition step is its default.
    if (number === 1) {
      await panel.getByRole('combobox', { name: '「それ以外（既定）」の行き先' }).focus();
      await choose('終わり');
      await until('there is a default', async () => (await stepOf('branch')).choices.length === 1);
      expect(
        await page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
        'the focus stays where the default was picked',
      ).toBe('「それ以外（既定）」の行き先');
    }
    await panel.getByRole('button', { name: 'ルールを追加' }).focus();
    await page.keyboard.press('Enter');
    const subject = rules.getByRole('combobox', { name: '項目 1', exact: true });
    await until('the new rule has the focus', () =>
      subject.evaluate((element) => element === document.activeElement),
    );
    await choose('数量');
    const operator = rules.getByRole('combobox', { name: '比較 1', exact: true });
    await operator.focus();
    await page.keyboard.press('Enter');
    await takeOption(page, '次以上');
    await rules.getByRole('textbox', { name: '値 1', exact: true }).focus();
    await page.keyboard.insertText(amount);
    await page.keyboard.press('Enter');
    await until('the rule is stored', async () =>
      (await stepOf('branch')).choices.some(({ when }) => when === `quantity >= ${amount}`),
    );
    await rules.getByText(/サンプル値では：いいえ/u).waitFor();
    await rules.getByRole('button', { name: '閉じる' }).click();
  }
  expect((await stepOf('branch')).choices.map(({ when }) => when)).toEqual([
    'quantity >= 10',
    'quantity >= 3',
    null,
  ]);
  await rules.getByText('条件：数量 ≥ 10').waitFor();
  await rules.getByRole('textbox', { name: 'ラベル' }).nth(1).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await until(
    'the rule has moved up',
    async () => (await stepOf('branch')).choices[0]?.when === 'quantity >= 3',
  );
});

it('shows a paragraph by its rule, in words, and takes the rule back with one undo', async () => {
  await open('end');
  await panel.getByRole('textbox', { name: /^読む/u }).click();
  await panel.getByRole('button', { name: '表示条件' }).first().click();
  const dialog = page.getByRole('dialog', { name: '表示条件' });
  await dialog.getByRole('combobox', { name: '項目 1', exact: true }).click();
  await page.getByRole('option', { name: 'お届け日' }).click();
  await dialog.getByRole('combobox', { name: '比較 1', exact: true }).click();
  await page.getByRole('option', { name: '営業日でない' }).click();
  await until('the paragraph has its condition', async () =>
    JSON.stringify((await stepOf('end')).say).includes('"!isBusinessDay(due)"'),
  );
  await dialog.getByRole('button', { name: '閉じる' }).click();
  const words = panel.locator('p[data-when]');
  expect(await words.getAttribute('data-sentence')).toContain('お届け日');
  await page.getByRole('button', { name: '元に戻す', exact: true }).click();
  await until(
    'the condition is gone',
    async () => !JSON.stringify((await stepOf('end')).say).includes('"when"'),
  );
});

it('computes a day three business days later, as a menu writes it', async () => {
  await open('ask');
  const due = panel.getByRole('list', { name: '入力項目' }).getByRole('listitem').nth(1);
  await due.getByRole('button', { name: '計算式で求める' }).click();
  await due.getByRole('button', { name: '関数を挿入' }).click();
  await page.getByRole('menuitem', { name: /◯営業日後の日付/u }).click();
  await until(
    'the expression is stored',
    async () => (await stepOf('ask')).fields[1]?.computed === 'addBusinessDays(today(), 3)',
  );
  await due.getByText(/結果：\d{4}-\d{2}-\d{2}/u).waitFor();
});

it('renames a key in all its uses and takes that back in one undo', async () => {
  await open('ask');
  const before = await stored();
  const key = panel.getByRole('textbox', { name: 'キー' }).first();
  await key.focus();
  // Two texts, three conditions of choices, one computed field.
  await panel.getByText('このキーは6か所で使われています').waitFor();
  await key.fill('ｏｒｄｅｒ．count');
  await key.press('Enter');
  await until('it is renamed', async () => (await stepOf('ask')).fields[0]?.key === 'order.count');
  const after = await stored();
  expect(JSON.stringify(after)).not.toMatch(/quantity(?!")/u);
  expect(textOf((await stepOf('end')).say)).toBe('{{order.count}}個、承りました。');
  await page.getByRole('button', { name: '元に戻す', exact: true }).click();
  await until('all is as before', async () => JSON.stringify(await stored()) === JSON.stringify(before));
});

it('hands values to a part and takes them back', async () => {
  await open('call');
  const inputs = panel.getByRole('region', { name: '渡す値' });
  await inputs.getByRole('combobox', { name: '「お客様」に渡すもの' }).click();
  await page.getByRole('option', { name: '固定の値' }).click();
  const value = inputs.getByRole('textbox', { name: '「お客様」に渡す値' });
  await value.fill('山田');
  await value.press('Enter');
  await panel.getByRole('combobox', { name: '「確認結果」を受け取る項目' }).click();
  await page.getByRole('option', { name: '合計' }).click();
  await until('the call is stored', async () => {
    const { jump } = await stepOf('call');
    return jump?.inputs?.length === 1 && jump.outputs?.length === 1 ? jump : false;
  });
  expect((await stepOf('call')).jump).toMatchObject({
    inputs: [{ key: 'customer', from: '"山田"' }],
    outputs: [{ key: 'checked', to: 'total' }],
  });
});

it('makes a placeholder from the menu and mends full-width braces', async () => {
  await open('end');
  const say = panel.getByRole('textbox', { name: /^読む/u });
  await say.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText('{{担当者名');
  await page.getByRole('option', { name: '差込項目「担当者名」を作る' }).click();
  const made = await until('the placeholder is there', async () =>
    (await stored()).placeholders.find(({ label }) => label === '担当者名'),
  );
  expect(textOf((await stepOf('end')).say)).toContain(`{{${made.key}}}`);
  await page.keyboard.insertText('｛｛quantity｝｝');
  await panel.getByRole('button', { name: '{{quantity}} に直す' }).click();
  await until('the braces are mended', async () =>
    textOf((await stepOf('end')).say).endsWith(`{{${made.key}}}{{quantity}}`),
  );
});

it('leads from a placeholder to where it is used, and renames it there', async () => {
  await open('end');
  await page.getByRole('button', { name: /^差込項目 \d+$/u }).click();
  const list = page.getByRole('list', { name: '差込項目' });
  const key = list.getByRole('textbox', { name: /^キー:/u }).first();
  await key.fill('agent.name');
  await key.press('Enter');
  await until('its use is renamed', async () => textOf((await stepOf('end')).say).includes('{{agent.name}}'));
  await list.getByRole('button', { name: /で使用: agent\.name/u }).click();
  await list.getByRole('button', { name: /終わり/u }).click();
  await panel.getByRole('textbox', { name: 'ステップ名' }).waitFor();
});

it.each([
  ['wide', 'light', {}],
  ['narrow', 'dark', { width: 400, height: 860, colorScheme: 'dark' as const }],
])('has no faults of access in any state of the panel, %s and %s', async (_width, _scheme, visit) => {
  const person = await newPerson(browser, visit);
  await enterAs(person.page, server.url, 'sv2@sakura.example');
  for (const id of ['branch', 'ask', 'call', 'end']) {
    await person.page.goto(`${server.url}/scripts/${scriptId}?step=${id}`);
    if ('width' in visit) await person.page.getByText('ステップ', { exact: true }).first().click();
    const region = person.page.getByRole('region', { name: 'ステップ', exact: true });
    await region.getByText('このステップへの入口').waitFor();
    for (const condition of await region.getByRole('button', { name: /の条件:/u }).all())
      await condition.click();
    const { violations } = await axeOn(person.page)
      .include('[data-pane="panel"]')
      .withTags(['wcag2a', 'wcag2aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id: rule, nodes }) => `${id} ${rule}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
    const overflow = await region.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow, id).toBeLessThanOrEqual(0);
  }
  await person.context.close();
});
