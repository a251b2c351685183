import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Script } from '@daihon/shared/script/schema';
import { addChoice, addField, addGate } from '@daihon/shared/script/draft/editItems';
import { openDraft } from '../support/draft.ts';
import { promisedMs, until } from '../support/until.ts';
import { caretAt, say } from './editorPages.ts';
import type { TwoPeople } from './twoPeople.ts';
import { meetTwoPeople } from './twoPeople.ts';

let people: TwoPeople;
const satoName = '佐藤 由美';

beforeAll(async () => {
  people = await meetTwoPeople();
});

afterAll(() => people.dispose());

const draft = async (): Promise<Script> =>
  (await people.client.get<Script>(`/api/scripts/${people.scriptId}/draft`)).body;
const titles = async () => (await draft()).steps.map(({ title }) => title);

it('warns who deletes a step that someone is in, tells that one at once, and brings it back with its connections', async () => {
  const { sato, suzuki, together, client, scriptId } = people;
  await together(['消される文です。']);
  await together(['後ろの文です。']);
  const raw = openDraft(client, scriptId);
  await raw.synced;
  addChoice(raw.doc, 'step-one', { id: 'c1', label: '次へ', to: 'scene-1', when: null }, null);
  addChoice(raw.doc, 'scene-1', { id: 'c2', label: 'その次', to: 'scene-2', when: null }, null);
  await raw.saved();
  raw.close();
  const before = await draft();
  await sato.getByRole('treeitem', { name: /場面1/u }).click();
  await caretAt(sato, 0, 0);

  await suzuki.getByRole('treeitem', { name: /場面1/u }).click();
  await suzuki.getByRole('treeitem', { name: /場面1/u }).press('Delete');
  const dialog = suzuki.getByRole('dialog');
  await dialog.getByText(new RegExp(`${satoName}.*編集中`, 'u')).waitFor();
  await dialog.getByText(/1件の分岐がこのステップにつながっています/u).waitFor();
  await dialog.getByRole('button', { name: '削除' }).click();

  await sato.getByText(/さんがこのステップを削除しました/u).waitFor({ timeout: promisedMs(2_000) });
  expect((await draft()).steps.find(({ id }) => id === 'step-one')?.choices.at(-1)?.to).toBeNull();
  await sato
    .getByRole('region', { name: 'ステップ' })
    .getByRole('button', { name: '戻す', exact: true })
    .click();
  await until('it is back', async () => (await titles()).includes('場面1'));
  expect(await draft()).toEqual(before);
  await say(sato).waitFor();
});

it('keeps deleted steps in the bin: found by what they say, looked into, and back in their place with one click', async () => {
  const { suzuki } = people;
  const before = await draft();
  const remove = async (title: string) => {
    await suzuki.getByRole('treeitem', { name: new RegExp(title, 'u') }).click();
    await suzuki.getByRole('treeitem', { name: new RegExp(title, 'u') }).press('Delete');
    const yes = suzuki.getByRole('dialog').getByRole('button', { name: '削除' });
    if (await yes.isVisible()) await yes.click();
    await until(`${title} is gone`, async () => !(await titles()).includes(title));
  };
  await people.sato.getByRole('treeitem', { name: /場面1/u }).click();
  await remove('場面2');
  await suzuki.getByRole('button', { name: /^削除したステップ/u }).click();
  const panel = suzuki.getByRole('region', { name: 'ステップ' });
  await panel.getByText('場面2').waitFor();
  await panel.getByText(/あと30日/u).waitFor();
  const search = panel.getByRole('textbox', { name: '削除したステップを検索' });
  await search.fill('どこにもない文');
  await panel.getByText('一致するステップがありません').waitFor();
  await search.fill('後ろの文');
  await panel.getByRole('button', { name: '「場面2」の内容' }).click();
  await panel.getByText('後ろの文です。').waitFor();
  await panel.getByText('1件の分岐がつながり直します').waitFor();
  await panel.getByRole('button', { name: '「場面2」を戻す' }).click();
  await until('it is back', async () => (await titles()).includes('場面2'));
  expect(await draft()).toEqual(before);
});

it('puts a new step into the bin when its maker undoes it while a colleague has it open, and tells both who', async () => {
  const { sato, suzuki } = people;
  await sato
    .getByRole('treeitem', { name: /名乗り/u })
    .first()
    .click();
  const before = await titles();
  await sato
    .getByRole('treeitem', { name: /名乗り/u })
    .first()
    .press('Control+d');
  await until('it is there', async () => (await titles()).length === before.length + 1);
  const copy = suzuki.getByRole('treeitem', { name: /名乗り/u }).nth(1);
  await copy.click();
  await sato
    .getByRole('region', { name: 'ステップ' })
    .getByText(/鈴木/u)
    .first()
    .waitFor({ state: 'attached' });
  await sato.getByRole('button', { name: '元に戻す', exact: true }).click();
  await sato.getByText(/鈴木.*さんが開いているステップのため、ごみ箱に移しました/u).waitFor();
  await suzuki.getByText(new RegExp(`${satoName}さんがこのステップを削除しました`, 'u')).waitFor();
  await until('it is gone', async () => (await titles()).length === before.length);
  await suzuki.getByRole('region', { name: 'ステップ' }).getByText(new RegExp(satoName, 'u')).waitFor();
  await sato.getByRole('button', { name: '戻す', exact: true }).last().click();
  await until('it is back', async () => (await titles()).length === before.length + 1);
});

it('names who deletes the choice, the field, the check item or the paragraph that someone is in', async () => {
  const { sato, suzuki, together, client, scriptId } = people;
  await together(['最初の段落です。', '消える段落です。']);
  const raw = openDraft(client, scriptId);
  await raw.synced;
  const stepId = (await draft()).steps.at(-1)?.id ?? '';
  const field = {
    key: 'order_no',
    label: '注文番号',
    type: 'text',
    required: false,
    personal: false,
  } as const;
  addChoice(raw.doc, stepId, { id: 'c9', label: 'はい', to: null, when: null }, null);
  addField(raw.doc, stepId, { id: 'f9', ...field }, null);
  addGate(raw.doc, stepId, { id: 'g9', label: '復唱した' }, null);
  await raw.saved();
  raw.close();
  const told = (words: string) =>
    sato.getByText(new RegExp(`^鈴木 .+さんが${words}を削除しました。$`, 'u')).waitFor();
  const panel = (page: Page) => page.getByRole('region', { name: 'ステップ' });
  const parts = [
    { words: '分岐「はい」', value: 'はい', remove: '分岐を削除' },
    { words: '入力項目「注文番号」', value: '注文番号', remove: '入力項目を削除' },
    { words: '確認項目「復唱した」', value: '復唱した', remove: '確認項目を削除' },
  ];
  for (const { words, value, remove } of parts) {
    const input = panel(sato).locator(`input[value="${value}"]`).first();
    await input.click();
    await panel(suzuki)
      .getByRole('button', { name: `その他の操作: ${value}` })
      .click();
    await suzuki.getByRole('menuitem', { name: remove }).click();
    await told(words);
  }
  await caretAt(sato, 1, 3);
  await caretAt(suzuki, 1, 0, 8);
  await suzuki.keyboard.press('Delete');
  await suzuki.keyboard.press('Backspace');
  await told('この段落');
});
