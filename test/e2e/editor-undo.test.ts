import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Script } from '@daihon/shared/script/schema';
import { signIn } from '../support/client.ts';
import { largeScript, storeScript } from '../support/largeScript.ts';
import { until } from '../support/until.ts';
import { caretAt, openEditorPage, say, shownLines } from './editorPages.ts';
import { compose } from './ime.ts';
import type { TwoPeople } from './twoPeople.ts';
import { meetTwoPeople, savedStatus, satoId } from './twoPeople.ts';

let people: TwoPeople;
let sato: Page;
let suzuki: Page;

beforeAll(async () => {
  people = await meetTwoPeople();
  ({ sato, suzuki } = people);
});

afterAll(() => people.dispose());

const draft = async (scriptId = people.scriptId): Promise<Script> =>
  (await people.client.get<Script>(`/api/scripts/${scriptId}/draft`)).body;
const titles = async () => (await draft()).steps.map(({ title }) => title);
const row = (page: Page, title: string) =>
  page.getByRole('tree').getByRole('treeitem', { name: new RegExp(`${title}(?!\\d)`, 'u') });
const title = (page: Page) => page.getByRole('textbox', { name: 'ステップ名' });
const saved = (page: Page) =>
  until('everything is saved', async () => (await savedStatus(page)) === '保存済み');

async function lines(page: Page, wanted: readonly string[]): Promise<void> {
  await until(`the text to be ${wanted.join('／')}`, async () => {
    return JSON.stringify(await shownLines(page)) === JSON.stringify(wanted);
  });
}

async function titled(page: Page, wanted: string): Promise<void> {
  await until(`the step to be called ${wanted}`, async () => (await title(page).inputValue()) === wanted);
}

async function rename(page: Page, to: string): Promise<void> {
  await title(page).fill(to);
  await title(page).press('Enter');
  await until(`${to} to be stored`, async () => (await titles()).includes(to));
}

/** Both open a new step that says `lines`; returns what it is called. */
async function newScene(lines: readonly string[]): Promise<string> {
  await people.together(lines);
  return title(sato).inputValue();
}

/** From where no text is typed. */
async function fromOutline(page: Page, step: string, key: string): Promise<void> {
  await row(page, step).click();
  await row(page, step).press(key);
}

async function told(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).waitFor();
}

describe('one history', () => {
  it('takes text, name and place back in the order they were made, and brings all of it again', async () => {
    const scene = await newScene(['お電話ありがとうございます。']);
    const placed = async () => (await draft()).steps.at(-1)?.position;
    const start = await placed();
    await caretAt(sato, 0, 0);
    await compose(sato, '本日は', { reading: 'ほんじつは' });
    await lines(sato, ['本日はお電話ありがとうございます。']);
    await rename(sato, '挨拶');
    const card = sato.getByRole('region', { name: 'マップ' }).getByRole('article', { name: /挨拶/u });
    await card.click();
    await sato.keyboard.press('ArrowRight');
    await until('it has moved', async () => (await placed())?.x === (start?.x ?? 0) + 10);
    await caretAt(sato, 0, 3);
    await sato.keyboard.insertText('早速の');
    await lines(suzuki, ['本日は早速のお電話ありがとうございます。']);

    await sato.keyboard.press('Control+KeyZ');
    await lines(suzuki, ['本日はお電話ありがとうございます。']);
    expect((await placed())?.x).toBe((start?.x ?? 0) + 10);
    await sato.keyboard.press('Control+KeyZ');
    await until('it is back', async () => (await placed())?.x === start?.x);
    expect(await titles()).toContain('挨拶');
    await sato.keyboard.press('Control+KeyZ');
    await titled(suzuki, scene);
    await lines(suzuki, ['本日はお電話ありがとうございます。']);
    await sato.keyboard.press('Control+KeyZ');
    await lines(suzuki, ['お電話ありがとうございます。']);

    for (const times of [1, 2, 3, 4]) {
      await sato.keyboard.press(times % 2 === 0 ? 'Control+KeyY' : 'Control+Shift+KeyZ');
    }
    await lines(suzuki, ['本日は早速のお電話ありがとうございます。']);
    await titled(suzuki, '挨拶');
    expect((await placed())?.x).toBe((start?.x ?? 0) + 10);
  });

  it('outlives the text editors: another step, another tab, and back', async () => {
    const scene = await newScene(['一度目の文。']);
    await caretAt(sato, 0, 0);
    await sato.keyboard.insertText('書き足した');
    await lines(sato, ['書き足した一度目の文。']);
    await row(sato, '名乗り').last().click();
    await titled(sato, '名乗り');
    await fromOutline(sato, scene, 'Alt+Digit3');
    await lines(sato, ['書き足した一度目の文。']);
    await caretAt(sato, 0, 2);
    await sato.keyboard.press('Control+KeyZ');
    await lines(suzuki, ['一度目の文。']);
    await row(sato, '名乗り').last().click();
    await titled(sato, '名乗り');
    await sato.keyboard.press('Control+Shift+KeyZ');
    await told(sato, `「${scene}」の変更をやり直しました`);
    await titled(sato, scene);
    await lines(suzuki, ['書き足した一度目の文。']);
  });

  it('is the one key in a name, too, once what is typed there is written', async () => {
    const scene = await newScene(['名前の試験。']);
    await rename(sato, '新しい名前');
    await title(sato).click();
    await sato.keyboard.press('End');
    await sato.keyboard.insertText('の続き');
    await sato.keyboard.press('Control+KeyZ');
    await titled(sato, '新しい名前');
    expect(await titles()).toContain('新しい名前');
    await sato.keyboard.press('Control+KeyZ');
    await titled(sato, scene);
    await titled(suzuki, scene);
  });
});

describe('a colleague’s work', () => {
  it('is not undone: a value changed since stays and the person is told, and the next key takes what is older', async () => {
    await newScene(['値の試験。']);
    await caretAt(sato, 0, 0);
    await sato.keyboard.insertText('先に、');
    await rename(sato, '佐藤の名前');
    await titled(suzuki, '佐藤の名前');
    await rename(suzuki, '鈴木の名前');
    await titled(sato, '鈴木の名前');
    await fromOutline(sato, '鈴木の名前', 'Control+KeyZ');
    await told(sato, '他の人が変更したため元に戻せません。');
    expect(await titles()).toContain('鈴木の名前');
    await lines(suzuki, ['先に、値の試験。']);
    await sato.keyboard.press('Control+KeyZ');
    await lines(suzuki, ['値の試験。']);
    expect(await titles()).toContain('鈴木の名前');
  });

  it('is kept with the new step or paragraph it stands in: undoing that is refused in words', async () => {
    const scene = await newScene(['一行目。']);
    await caretAt(sato, 0, 4);
    await sato.keyboard.press('Enter');
    await sato.keyboard.insertText('二行目。');
    await lines(suzuki, ['一行目。', '二行目。']);
    await caretAt(suzuki, 1, 3);
    await suzuki.keyboard.insertText('（鈴木）');
    await lines(sato, ['一行目。', '二行目（鈴木）。']);
    await caretAt(sato, 0, 0);
    await sato.keyboard.press('Control+KeyZ');
    await told(sato, /他の人がこの中で作業したため、そのまま残しました/u);
    expect(await people.converged()).toEqual(['一行目。', '二行目（鈴木）。']);

    const known = new Set((await draft()).steps.map(({ id }) => id));
    await fromOutline(sato, scene, 'Control+Enter');
    const fresh = await until('a new step', async () => {
      return (await draft()).steps.find(({ id }) => !known.has(id)) ?? false;
    });
    await rename(sato, '共同の手順');
    await row(suzuki, '共同の手順').click();
    await titled(suzuki, '共同の手順');
    await caretAt(suzuki, 0, 0);
    await suzuki.keyboard.insertText('鈴木が書いた文。');
    await lines(sato, ['鈴木が書いた文。']);
    await sato
      .getByRole('region', { name: 'お知らせ' })
      .getByRole('button', { name: '閉じる' })
      .first()
      .click();
    await fromOutline(sato, '共同の手順', 'Control+KeyZ');
    await until('the name is undone', async () => !(await titles()).includes('共同の手順'));
    await sato.keyboard.press('Control+KeyZ');
    await told(sato, /他の人がこの中で作業したため、そのまま残しました/u);
    expect((await draft()).steps.some(({ id }) => id === fresh.id)).toBe(true);
    await lines(sato, ['鈴木が書いた文。']);
  });

  it('made while one was cut off stays, when what was edited meanwhile is undone after coming back', async () => {
    const scene = await newScene(['接続の試験。', '二行目。']);
    await sato.context().setOffline(true);
    await until('offline', async () => (await savedStatus(sato)).includes('オフライン'));
    await caretAt(sato, 0, 0);
    await sato.keyboard.insertText('圏外で');
    await title(sato).fill('圏外の名前');
    await title(sato).press('Enter');
    await caretAt(suzuki, 1, 0);
    await suzuki.keyboard.insertText('その間に');
    await sato.context().setOffline(false);
    expect(await people.converged()).toEqual(['圏外で接続の試験。', 'その間に二行目。']);
    await titled(suzuki, '圏外の名前');
    await fromOutline(sato, '圏外の名前', 'Control+KeyZ');
    await titled(suzuki, scene);
    await sato.keyboard.press('Control+KeyZ');
    expect(await people.converged()).toEqual(['接続の試験。', 'その間に二行目。']);
    await sato.keyboard.press('Control+Shift+KeyZ');
    await sato.keyboard.press('Control+Shift+KeyZ');
    expect(await people.converged()).toEqual(['圏外で接続の試験。', 'その間に二行目。']);
    await titled(suzuki, '圏外の名前');
  });
});

it('says which step went and came back, and saves the redo of several hundred at once', async () => {
  const steps = 200;
  const client = await signIn(people.server.url, satoId);
  const scriptId = await storeScript(client, largeScript({ steps, groupSize: 0 }));
  await sato.goto(`${people.server.url}/scripts/${scriptId}`);
  await sato.getByRole('tree').getByRole('treeitem').first().click();
  await saved(sato);
  await sato.keyboard.press('Control+KeyA');
  await sato.keyboard.press('Control+KeyD');
  const count = async () => (await draft(scriptId)).steps.length;
  await until('the copies are stored', async () => (await count()) === 2 * steps);
  await sato.keyboard.press('Control+KeyZ');
  await told(sato, `${steps}件のステップを元に戻しました`);
  await until('they are gone', async () => (await count()) === steps);
  await sato.keyboard.press('Control+Shift+KeyZ');
  await told(sato, `${steps}件のステップをやり直しました`);
  await until('they are back', async () => (await count()) === 2 * steps);
  await saved(sato);
  await sato.reload();
  await sato.getByRole('tree').getByRole('treeitem').first().waitFor();
  expect(await count()).toBe(2 * steps);

  const first = (await draft(scriptId)).steps[0];
  if (first === undefined) throw new Error('no step');
  await row(sato, first.title).first().click();
  await sato.keyboard.press('Control+KeyD');
  await until('one more', async () => (await count()) === 2 * steps + 1);
  await sato.keyboard.press('Control+KeyZ');
  await told(sato, /元に戻しました：「.*」はなくなりました/u);
  await sato.keyboard.press('Control+Shift+KeyZ');
  await told(sato, /やり直しました：「.*」が戻りました/u);
  await openEditorPage(sato, people.server.url, people.scriptId);
  await say(sato).waitFor();
});
