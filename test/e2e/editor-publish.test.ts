import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readScript } from '@daihon/shared/script/draft/read';
import { bringDraftTo } from '@daihon/shared/script/draft/write';
import type { Script } from '@daihon/shared/script/schema';
import { stepOf, to } from '@daihon/shared/script/script.fixture';
import { signIn } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import { until } from '../support/until.ts';
import { caretAt, say } from './editorPages.ts';
import { openComposition } from './ime.ts';
import type { TwoPeople } from './twoPeople.ts';
import { meetTwoPeople, suzukiId } from './twoPeople.ts';

let people: TwoPeople;
const path = () => `/api/scripts/${people.scriptId}`;

/** Two scenes, published once; then Satō changes the first and Suzuki the second. */
beforeAll(async () => {
  people = await meetTwoPeople();
  const { sato, together, client } = people;
  await together(['一つ目の文です。']);
  await together(['二つ目の文です。']);
  await mend(sato);
  const published = await client.post(`${path()}/publish`, { note: '最初の版' });
  expect(published.body).toMatchObject({ number: 1 });
  await write(sato, '場面1', '佐藤');
  await write(people.suzuki, '場面2', '鈴木');
});

afterAll(() => people.dispose());

/** Leads step to step and ends the call, so that the checks find no error. */
async function mend(page: Page): Promise<void> {
  const { body } = await people.client.get<Script>(`${path()}/draft`);
  for (const step of body.steps) {
    await page.locator(`[data-row="step:${step.id}"]`).click();
    await page.getByRole('combobox', { name: '種類' }).click();
    await page.getByRole('option', { name: '終話' }).click();
    const outcome = page.getByRole('combobox', { name: /結果コード/u });
    await outcome.fill('完了');
    await outcome.press('Enter');
  }
}

async function write(page: Page, title: string, text: string): Promise<void> {
  await page.getByRole('treeitem', { name: new RegExp(title, 'u') }).click();
  await until('it is open', async () => (await say(page).textContent())?.includes('目の文'));
  await caretAt(page, 0, 0);
  await page.keyboard.insertText(text);
}

const dialog = (page: Page) => page.getByRole('dialog', { name: '公開' });

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: '公開', exact: true }).click();
  await dialog(page).getByText('公開版 1 からの変更').waitFor();
}

it('shows the changes by step with their words, and by who made them', async () => {
  const { sato } = people;
  await openDialog(sato);
  const changes = dialog(sato).locator('details');
  await expect.poll(() => changes.count()).toBe(2);
  await changes.filter({ hasText: '場面1' }).locator('summary').click();
  await changes.getByText('佐藤', { exact: true }).waitFor();
  await dialog(sato)
    .getByText(/^鈴木 .+（\d）$/u)
    .click();
  await expect.poll(() => changes.allTextContents()).toHaveLength(1);
  expect(await changes.textContent()).toContain('場面2');
  await dialog(sato).getByText('全員', { exact: true }).click();
});

it('holds a step back from there, says what goes out in its stead, and takes it in again', async () => {
  const { sato } = people;
  const changes = dialog(sato).locator('details');
  await changes.filter({ hasText: '場面2' }).locator('summary').click();
  await dialog(sato).getByRole('button', { name: '「場面2」を作業中にして、今回は出さない' }).click();
  await expect.poll(() => changes.count()).toBe(1);
  const held = dialog(sato).getByRole('region', { name: '作業中のステップ' });
  await held.getByText('公開中の文のまま出します。', { exact: true }).waitFor();
  await held.getByRole('switch').press('Space');
  await held.waitFor({ state: 'detached' });
  await expect.poll(() => changes.count()).toBe(2);
});

it('tells at once what a colleague has published meanwhile, and waits for words that are being composed', async () => {
  const { sato, suzuki, server, client } = people;
  const other = await signIn(server.url, suzukiId);
  expect((await other.post(`${path()}/publish`, { note: '鈴木が先に' })).status).toBe(201);
  const note = dialog(sato).getByRole('textbox', { name: '変更の説明' });
  await note.fill('佐藤の版');
  await dialog(sato)
    .getByText(/鈴木 .+さんが先に公開版 2 を公開しました（\d+\/\d+ \d+:\d+）/u)
    .waitFor();
  await dialog(sato).getByText('変更の説明：鈴木が先に').waitFor();
  await dialog(sato)
    .getByText(/変わったステップ（2）：場面1、場面2/u)
    .waitFor();
  expect(await note.inputValue()).toBe('佐藤の版');

  await caretAt(suzuki, 0, 0);
  const composition = await openComposition(suzuki);
  await composition.preedit('かくに');
  await dialog(sato)
    .getByText(/さんが入力中です。公開すると/u)
    .waitFor();
  await composition.commit('確認');
  await until('it is stored', async () =>
    JSON.stringify((await client.get(`${path()}/draft`)).body).includes('確認'),
  );
});

it('lets nothing go out that came after the look: it says what, and one click looks at it', async () => {
  const { sato } = people;
  const news = dialog(sato).getByRole('alert').filter({ hasText: 'あなたが確認してから変更がありました' });
  await news.getByText('場面2（鈴木', { exact: false }).waitFor();
  const confirm = dialog(sato).getByRole('button', { name: '公開する' });
  expect(await confirm.isDisabled()).toBe(true);
  await news.getByRole('button', { name: '新しい変更を確認する' }).click();
  await news.waitFor({ state: 'detached' });
  expect(await confirm.isDisabled()).toBe(false);
  const changed = dialog(sato).locator('details', { hasText: '場面2' });
  await changed.getByText('確認後の変更').waitFor();
  await changed.locator('ins', { hasText: '確認' }).waitFor();
});

it('can be gone through by keyboard alone', async () => {
  const { sato, client } = people;
  await sato.keyboard.press('Escape');
  await dialog(sato).waitFor({ state: 'detached' });
  await sato.getByRole('treeitem', { name: /場面1/u }).focus();
  await sato.keyboard.press('Control+Alt+KeyP');
  const note = dialog(sato).getByRole('textbox', { name: '変更の説明' });
  await expect.poll(() => note.evaluate((element) => element === document.activeElement)).toBe(true);
  await sato.keyboard.insertText('キーボードで');
  await sato.keyboard.press('Tab');
  await sato.keyboard.press('ArrowDown');
  await expect
    .poll(() =>
      dialog(sato)
        .getByRole('radio', { name: /要確認/u })
        .getAttribute('aria-checked'),
    )
    .toBe('true');
  const confirm = dialog(sato).getByRole('button', { name: '公開する' });
  const focused = () => confirm.evaluate((element) => element === document.activeElement);
  for (let tabs = 0; tabs < 8 && !(await focused()); tabs += 1) await sato.keyboard.press('Tab');
  expect(await focused()).toBe(true);
  await sato.keyboard.press('Enter');
  await sato.getByText('公開版 3 を公開しました').waitFor();
  const { body } = await client.get<{ note: string; class: string }>(`${path()}/versions/3`);
  expect(body).toMatchObject({ note: 'キーボードで', class: 'confirm' });
});

it('publishes a held step with its published text and the others as they stand', async () => {
  const { sato, suzuki, client } = people;
  await write(sato, '場面1', '朝の');
  await write(suzuki, '場面2', '夕方の');
  await until('both are stored', async () => {
    const text = JSON.stringify((await client.get(`${path()}/draft`)).body);
    return text.includes('朝の') && text.includes('夕方の');
  });
  await sato.keyboard.press('Control+Alt+KeyP');
  const changes = dialog(sato).locator('details');
  await changes.filter({ hasText: '場面2' }).locator('summary').click();
  await dialog(sato).getByRole('button', { name: '「場面2」を作業中にして、今回は出さない' }).click();
  await expect.poll(() => changes.count()).toBe(1);
  await dialog(sato).getByRole('textbox', { name: '変更の説明' }).fill('朝の分だけ');
  await dialog(sato).getByRole('button', { name: '公開する' }).click();
  await sato.getByText('公開版 4 を公開しました').waitFor();
  const { body } = await client.get<{ script: Script }>(`${path()}/versions/4`);
  const text = JSON.stringify(body.script);
  expect(text).toContain('朝の');
  expect(text).not.toContain('夕方の');
  expect(body.script.steps.map(({ hold }) => hold)).not.toContain(true);
});

it('shows beside a step what changed in it and by whom, and takes it back as one edit', async () => {
  const { sato, client } = people;
  const stored = async () => JSON.stringify((await client.get(`${path()}/draft`)).body);
  await sato.getByRole('treeitem', { name: /場面2/u }).click();
  await sato.getByRole('button', { name: '変更', exact: true }).click();
  const changes = sato.getByRole('region', { name: '公開版 4 からの変更' });
  await changes.locator('ins', { hasText: '夕方の' }).waitFor();
  await changes.getByRole('list', { name: 'このステップを編集した人' }).getByText(/^鈴木/u).waitFor();
  await changes.getByRole('button', { name: '公開版に戻す' }).click();
  await sato.getByText('公開版から変わっていません').waitFor();
  await until('it is as published', async () => !(await stored()).includes('夕方の'));
  await sato.keyboard.press('Control+KeyZ');
  await changes.locator('ins', { hasText: '夕方の' }).waitFor();
  await sato.getByRole('treeitem', { name: /場面1/u }).click();
  await sato.getByText('公開版から変わっていません').waitFor();
  await sato.getByRole('button', { name: '編集', exact: true }).click();
});

it('says in the checks and before publishing what a hold leaves without a way on, and holds it too', async () => {
  const { sato, client, scriptId } = people;
  const draft = openDraft(client, scriptId);
  await draft.synced;
  const script = readScript(draft.doc);
  const end = script.steps[0]?.id ?? null;
  const steps = [
    ...script.steps,
    stepOf('m', { choices: to('n') }),
    stepOf('n', { hold: true, choices: to(end) }),
  ];
  bringDraftTo(draft.doc, { ...script, title: '改題', steps }, { stepId: null, by: '', at: '' }, 'test');
  await draft.saved();
  draft.close();
  const sentence = '「題n」は作業中のため、公開されません。';
  await sato.getByRole('button', { name: /^指摘/u }).click();
  const checks = sato.getByRole('dialog', { name: '指摘' });
  await checks.getByText(sentence).first().waitFor();
  await sato.keyboard.press('Escape');
  await checks.waitFor({ state: 'detached' });
  await sato.keyboard.press('Control+Alt+KeyP');
  const blocked = dialog(sato).getByRole('listitem').filter({ hasText: sentence }).first();
  const confirm = dialog(sato).getByRole('button', { name: '公開する' });
  expect(await confirm.isDisabled()).toBe(true);
  await blocked.getByRole('button', { name: '「題m」も作業中にする' }).click();
  await dialog(sato).getByText(sentence).first().waitFor({ state: 'detached' });
  await dialog(sato).getByRole('switch', { name: /題m/u }).waitFor();
  await expect.poll(() => confirm.isDisabled()).toBe(false);
});
