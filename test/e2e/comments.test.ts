import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommentThread } from '@daihon/shared/comment';
import { seriousFaults } from '../support/access.ts';
import type { Visit } from '../support/browser.ts';
import { launchBrowser, newPerson, signInPage } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { promisedMs, until } from '../support/until.ts';
import { caretAt, newScript, openEditorPage, say, shownLines, storedLines } from './editorPages.ts';
import { compose, openComposition } from './ime.ts';

const greeting = 'お電話ありがとうございます。さくら通販の山田でございます。';

let server: RunningServer;
let browser: Browser;
let supervisor: Client;
let colleague: Client;
let scriptId: string;
let mine: Page;
let theirs: Page;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  supervisor = await signIn(server.url, 'sv1@sakura.example');
  colleague = await signIn(server.url, 'sv2@sakura.example');
  ({ scriptId } = await newScript(supervisor, [greeting, 'ご用件をお伺いいたします。']));
  mine = await editing('sv1@sakura.example');
  theirs = await editing('sv2@sakura.example');
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

async function editing(loginId: string, visit: Visit = {}): Promise<Page> {
  const { page } = await newPerson(browser, visit);
  await signInPage(page, server.url, loginId);
  await openEditorPage(page, server.url, scriptId);
  return page;
}

async function threads(): Promise<CommentThread[]> {
  return (await supervisor.get<{ items: CommentThread[] }>(`/api/scripts/${scriptId}/comments`)).body.items;
}

/** The words under one of the painted marks. */
async function marked(page: Page, name: string): Promise<string[]> {
  return page.evaluate(
    (wanted) => Array.from(CSS.highlights.get(wanted) ?? [], (range) => (range as Range).toString()),
    name,
  );
}

async function untilMarked(page: Page, name: string, words: string): Promise<void> {
  await until(`「${words}」 is marked as ${name}`, async () => (await marked(page, name)).includes(words));
}

async function shot(page: Page, name: string): Promise<void> {
  const directory = process.env.SCREENS_DIR;
  if (directory !== undefined) await page.screenshot({ path: `${directory}/${name}.png` });
}

const card = (page: Page, words: string) => page.getByRole('article').filter({ hasText: words });
const editTab = (page: Page) =>
  page.getByRole('group', { name: '編集・コメント・変更の切り替え' }).getByRole('button', { name: '編集' });

describe('comments', () => {
  it('are written on selected words, in Japanese, and call a colleague by name', async () => {
    await caretAt(mine, 0, 3, 13);
    await mine
      .getByRole('toolbar', { name: '選んだ文への操作' })
      .getByRole('button', { name: 'コメント' })
      .click();
    const composer = mine.getByRole('form', { name: '新しいコメント' });
    await composer.getByText('ありがとうございます', { exact: true }).waitFor();
    const box = composer.getByRole('textbox');
    await box.press('Shift');
    await mine.keyboard.type('@');
    const list = mine.getByRole('listbox', { name: '呼び出す相手' });
    await list.getByText('sv2@sakura.example').waitFor();
    await mine.keyboard.type('sv2');
    await until('one person fits', async () => (await list.getByRole('option').count()) === 1);
    await mine.keyboard.press('Enter');
    expect(await box.inputValue()).toBe(`@${colleague.account.name} `);
    await compose(mine, '確認', { reading: 'かくにん' });
    await mine.keyboard.type('お願いします');
    await shot(mine, 'composer');
    await mine.keyboard.press('Control+Enter');
    await card(mine, '確認お願いします').waitFor();
    await untilMarked(mine, 'dh-comment-active', 'ありがとうございます');
    const [thread] = await threads();
    expect(thread?.messages[0]?.text).toBe(`<@${colleague.account.id}> 確認お願いします`);
    expect(thread?.anchor).toMatchObject({ stepId: 'step-one', stepTitle: '名乗り', field: 'say' });
  });

  it('reach a colleague within a second: the mark in the text, the counts', async () => {
    await untilMarked(theirs, 'dh-comment', 'ありがとうございます');
    const before = performance.now();
    const started = threads().then((known) => known[0]);
    const thread = await started;
    await supervisor.post(`/api/scripts/${scriptId}/comments/${thread?.id}/messages`, {
      id: `reply-${Date.now()}`,
      text: '補足：敬語の確認です',
    });
    await theirs.getByRole('button', { name: 'コメントを開く（未解決1件）' }).click();
    await card(theirs, '補足：敬語の確認です').waitFor({ timeout: promisedMs(1_500) });
    expect(performance.now() - before).toBeLessThan(promisedMs(3_000));
    await theirs.getByRole('treeitem', { name: /未解決のコメント1件/u }).waitFor();
    await shot(theirs, 'all');
  });

  it('call the one mentioned by the bell, on whatever page they are', async () => {
    const [thread] = await threads();
    const { page, context } = await newPerson(browser);
    await signInPage(page, server.url, 'admin@sakura.example');
    const bell = (count: number) => page.getByRole('button', { name: `お知らせ（未読${count}件）` });
    await bell(0).waitFor();
    await page.locator('[role=status][data-status=connected]').waitFor();
    const admin = await signIn(server.url, 'admin@sakura.example');
    await supervisor.post(`/api/scripts/${scriptId}/comments/${thread?.id}/messages`, {
      id: `call-${Date.now()}`,
      text: `<@${admin.account.id}> 承認をお願いします`,
    });
    await bell(1).waitFor({ timeout: 3_000 });
    await page.reload();
    await bell(1).click();
    const line = page.getByRole('link', { name: /さんがあなたを呼び出しました/u });
    await line.getByText('承認をお願いします').waitFor();
    await line.getByText('入力の試験 › 名乗り').waitFor();
    await shot(page, 'bell');
    await line.click();
    await page.locator('article[data-active]').getByText('承認をお願いします').waitFor();
    await bell(0).waitFor();
    await page.reload();
    await bell(0).waitFor();
    await theirs.getByRole('button', { name: 'お知らせ（未読1件）' }).waitFor();
    await context.close();
  });

  it('are answered, and stay on their words while the text before them changes', async () => {
    await card(theirs, '確認お願いします').click();
    await theirs.getByRole('textbox', { name: '返信を入力' }).click();
    await compose(theirs, '了解', { reading: 'りょうかい' });
    await theirs.keyboard.type('です');
    await theirs.getByRole('button', { name: '返信', exact: true }).click();
    await card(mine, '了解です').waitFor();
    await caretAt(theirs, 0, 0);
    await compose(theirs, '本日は', { reading: 'ほんじつは' });
    await until('the text has come', async () => (await shownLines(mine))[0]?.startsWith('本日は'));
    await untilMarked(mine, 'dh-comment-active', 'ありがとうございます');
    await untilMarked(theirs, 'dh-comment-active', 'ありがとうございます');
    await shot(theirs, 'step');
  });

  it('are opened by a click on the marked words, and closed with the edit tab', async () => {
    await editTab(mine).click();
    expect(await mine.getByRole('article').filter({ hasText: '了解です' }).count()).toBe(0);
    await caretAt(mine, 0, 1);
    const at = await mine.evaluate(() => {
      const range = [
        ...(CSS.highlights.get('dh-comment-active') ?? CSS.highlights.get('dh-comment') ?? []),
      ][0];
      const box = (range as Range).getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    });
    await mine.mouse.click(at.x, at.y);
    await card(mine, '了解です').waitFor();
  });

  it('are changed and taken back by their author alone', async () => {
    const own = card(theirs, '確認お願いします');
    expect(await own.getByRole('button', { name: /の操作$/u }).count()).toBe(1);
    await own.getByRole('button', { name: '「了解です」の操作' }).click();
    await theirs.getByRole('menuitem', { name: '編集' }).click();
    const box = own.getByRole('textbox', { name: '編集' });
    await box.fill('了解しました');
    await own.getByRole('button', { name: '保存' }).click();
    await card(mine, '了解しました').getByText('編集済み').waitFor();
    await own.getByRole('button', { name: '「了解しました」の操作' }).click();
    await theirs.getByRole('menuitem', { name: '削除' }).click();
    await theirs.getByRole('dialog').getByRole('button', { name: '削除' }).click();
    await card(mine, 'このコメントは削除されました').waitFor();
  });

  it('lose their words and keep their place when the words are deleted', async () => {
    await caretAt(theirs, 1, 0, 13);
    await theirs.keyboard.press('Control+Alt+KeyM');
    await theirs.getByRole('form', { name: '新しいコメント' }).getByRole('textbox').fill('この行は不要では');
    await theirs.keyboard.press('Control+Enter');
    await card(theirs, 'この行は不要では').waitFor();
    await caretAt(theirs, 1, 0, 13);
    await theirs.keyboard.press('Delete');
    await card(mine, 'この行は不要では').getByText('対象の文は削除されました').waitFor();
    await say(theirs).press('Control+z');
    await until(
      'the words are back',
      async () => (await shownLines(mine))[1] === 'ご用件をお伺いいたします。',
    );
    await card(mine, 'この行は不要では').getByText('対象の文は削除されました').waitFor({ state: 'detached' });
    await card(mine, 'この行は不要では').getByRole('button', { name: '解決済みにする' }).click();
    await until('it is resolved', async () => (await threads()).some(({ state }) => state === 'resolved'));
  });
});

describe('marks', () => {
  const startOn = async (from: number, to: number, text: string) => {
    await caretAt(theirs, 0, from, to);
    await theirs.keyboard.press('Control+Alt+KeyM');
    await theirs.getByRole('form', { name: '新しいコメント' }).getByRole('textbox').fill(text);
    await theirs.keyboard.press('Control+Enter');
    await card(theirs, text).waitFor();
  };

  it('of a colleague’s comment leave a composition alone', async () => {
    await caretAt(mine, 0, 3);
    const composition = await openComposition(mine);
    await composition.preedit('と');
    await composition.preedit('とう');
    await startOn(0, 3, '変換中のコメント');
    await card(mine, '変換中のコメント').waitFor();
    await composition.preedit('当社');
    await composition.commit('当社');
    await until('the word is there once', async () =>
      (await shownLines(theirs))[0]?.startsWith('本日は当社お電話'),
    );
    expect((await shownLines(mine))[0]).toMatch(/^本日は当社お電話/u);
    await untilMarked(mine, 'dh-comment', '本日は');
    await mine.keyboard.press('Control+z');
    await until('the word is gone', async () => (await shownLines(theirs))[0]?.startsWith('本日はお電話'));
    await card(theirs, '変換中のコメント').getByRole('button', { name: '解決済みにする' }).click();
    await until('it is resolved', async () =>
      (await threads()).some(
        ({ state, messages }) => state === 'resolved' && messages[0]?.text === '変換中のコメント',
      ),
    );
  });

  it('are there in a browser that cannot paint beside the text', async () => {
    const { context, page } = await newPerson(browser);
    await page.addInitScript(() => Reflect.deleteProperty(CSS, 'highlights'));
    await page.addInitScript(() =>
      Reflect.deleteProperty(Object.getPrototypeOf(CSS) as object, 'highlights'),
    );
    await signInPage(page, server.url, 'admin2@sakura.example');
    await openEditorPage(page, server.url, scriptId);
    expect(await page.evaluate(() => 'highlights' in CSS)).toBe(false);
    await say(page).locator('.dh-comment', { hasText: 'ありがとうございます' }).waitFor();
    await context.close();
  });
});

describe('suggestions', () => {
  it('are made in the mode of suggesting without touching the draft', async () => {
    await theirs.getByRole('switch', { name: '提案モード' }).click({ force: true });
    await until(
      'the text is not edited',
      async () => (await say(theirs).getAttribute('contenteditable')) === 'false',
    );
    await say(theirs).focus();
    await theirs.keyboard.press('ArrowDown');
    await theirs.keyboard.press('ArrowDown');
    await theirs.keyboard.press('Enter');
    const form = theirs.getByRole('form', { name: '新しい提案' });
    const text = form.getByRole('textbox', { name: '提案する文' });
    expect(await text.inputValue()).toBe('ご用件をお伺いいたします。');
    await text.fill('ご用件を承ります。');
    await form.getByRole('textbox', { name: '理由（省略できます）' }).fill('二重敬語のため');
    await shot(theirs, 'suggesting');
    await form.getByRole('button', { name: '提案する' }).click();
    await card(mine, '二重敬語のため').waitFor();
    // A thread under the pointer is marked more strongly.
    await mine.mouse.move(5, 5);
    await untilMarked(mine, 'dh-suggestion', 'ご用件をお伺いいたします。');
    expect((await storedLines(supervisor, scriptId))[1]).toBe('ご用件をお伺いいたします。');
    await theirs.getByRole('switch', { name: '提案モード' }).click({ force: true });
  });

  it('are accepted as one’s own edit, which one undo takes back', async () => {
    await shot(mine, 'suggestion');
    await card(mine, '二重敬語のため').getByRole('button', { name: '採用' }).click();
    await until('the text is changed', async () => (await shownLines(theirs))[1] === 'ご用件を承ります。');
    await until('it is on record', async () =>
      (await threads()).some(({ suggestion }) => suggestion?.decision === 'accepted'),
    );
    await caretAt(mine, 0, 0);
    await mine.keyboard.press('Control+z');
    await until(
      'the text is back',
      async () => (await shownLines(theirs))[1] === 'ご用件をお伺いいたします。',
    );
    await until('the proposal is up again', async () =>
      (await threads()).some(({ suggestion }) => suggestion?.decision === 'proposed'),
    );
    await mine.keyboard.press('Control+Shift+z');
    await until(
      'the text is changed again',
      async () => (await shownLines(theirs))[1] === 'ご用件を承ります。',
    );
    await until('it is accepted again', async () =>
      (await threads()).some(({ suggestion }) => suggestion?.decision === 'accepted'),
    );
  });

  it('ask when the words have changed since, and show both', async () => {
    await caretAt(theirs, 0, 3, 6);
    await theirs.keyboard.press('Control+Alt+Shift+KeyM');
    const form = theirs.getByRole('form', { name: '新しい提案' });
    await form.getByRole('textbox', { name: '提案する文' }).fill('お電話いただき');
    await form.getByRole('button', { name: '提案する' }).click();
    const wish = mine.getByRole('article', { name: /さんの提案/u }).filter({ hasText: 'いただき' });
    await wish.waitFor();
    await caretAt(theirs, 0, 5);
    await theirs.keyboard.type('々');
    await until('the text has come', async () => (await shownLines(mine))[0]?.includes('お電々話'));
    await wish.getByRole('button', { name: '採用' }).click();
    const dialog = mine.getByRole('dialog', { name: '提案のあとで文が変わっています' });
    await dialog.getByText('お電々話').waitFor();
    await shot(mine, 'changed');
    await dialog.getByRole('button', { name: '現在の文を置き換える' }).click();
    await until('the text is replaced', async () =>
      (await shownLines(theirs))[0]?.startsWith('本日はお電話いただきありがとう'),
    );
  });

  it('may be of an insertion at the caret, of a deletion, and of a choice’s or step’s name', async () => {
    await caretAt(theirs, 1, 3);
    await theirs.getByRole('toolbar', { name: /読む/u }).getByRole('button', { name: '変更を提案' }).click();
    const form = theirs.getByRole('form', { name: '新しい提案' });
    await form.getByRole('textbox', { name: 'ここに挿入する文' }).fill('（ご注文など）');
    await form.getByRole('button', { name: '提案する' }).click();
    await form.waitFor({ state: 'detached' });
    const insertion = mine.getByRole('article', { name: /さんの提案/u }).filter({ hasText: 'ご注文など' });
    await insertion.getByRole('button', { name: '採用' }).click();
    await until('it is in', async () => (await shownLines(theirs))[1] === 'ご用件（ご注文など）を承ります。');
    await caretAt(theirs, 1, 3, 10);
    await theirs.keyboard.press('Control+Alt+Shift+KeyM');
    await form.getByRole('textbox', { name: '提案する文' }).fill('');
    await form.getByRole('button', { name: '提案する' }).click();
    await form.waitFor({ state: 'detached' });
    await mine
      .getByRole('article', { name: /さんの提案/u })
      .getByRole('button', { name: '採用' })
      .click();
    await until('it is out', async () => (await shownLines(theirs))[1] === 'ご用件を承ります。');
    await theirs.getByRole('button', { name: '「名乗り」の変更を提案' }).click();
    await form.getByRole('textbox', { name: '提案する文' }).fill('お名乗り');
    await form.getByRole('button', { name: '提案する' }).click();
    await form.waitFor({ state: 'detached' });
    await mine
      .getByRole('article', { name: /さんの提案/u })
      .getByRole('button', { name: '採用' })
      .click();
    await theirs.getByRole('treeitem', { name: /お名乗り/u }).waitFor();
  });

  it('are rejected with a reason, and gone through one by one', async () => {
    for (const [from, to, words] of [
      [0, 3, '本日もまた'],
      [10, 15, 'まことに'],
    ] as const) {
      await caretAt(theirs, 0, from, to);
      await theirs.keyboard.press('Control+Alt+Shift+KeyM');
      const form = theirs.getByRole('form', { name: '新しい提案' });
      await form.getByRole('textbox', { name: '提案する文' }).fill(words);
      await form.getByRole('button', { name: '提案する' }).click();
      await form.waitFor({ state: 'detached' });
    }
    const walk = mine.getByRole('group', { name: '提案を順に見る' });
    await walk.getByText('提案 2件').waitFor();
    await walk.getByRole('button', { name: '次の提案' }).click();
    await walk.getByText('提案 1／2').waitFor();
    await walk.getByRole('button', { name: '次の提案' }).click();
    await walk.getByText('提案 2／2').waitFor();
    const active = mine.locator('article[data-active]');
    await active.getByRole('button', { name: '却下' }).click();
    await active.getByRole('textbox', { name: '却下の理由（省略できます）' }).fill('冗長です');
    await active.getByRole('button', { name: '却下する' }).click();
    await active.getByText('さんが却下しました').waitFor();
    await walk.getByText('提案 1件').waitFor();
  });
});

describe('before publishing and after a reload', () => {
  it('says what is still open', async () => {
    await mine.getByRole('button', { name: '公開', exact: true }).click();
    const dialog = mine.getByRole('dialog', { name: '公開' });
    await dialog.getByText('未解決のコメントが1件、提案が1件あります').waitFor();
    await dialog.getByRole('button', { name: '表示' }).click();
    await card(mine, '確認お願いします').waitFor();
  });

  it('everything is there again, by its link too', async () => {
    const open = (await threads()).find(({ state, suggestion }) => state === 'open' && suggestion === null);
    await mine.goto(`${server.url}/scripts/${scriptId}?step=step-one&thread=${open?.id}`);
    await card(mine, '確認お願いします').waitFor();
    await mine.locator('article[data-active]').waitFor();
    await untilMarked(mine, 'dh-comment-active', 'ありがとうございます');
    expect(new URL(mine.url()).searchParams.has('thread')).toBe(false);
  });

  it.each([
    { language: 'ja', width: 1440, height: 900, colorScheme: 'light' },
    { language: 'en', width: 1440, height: 900, colorScheme: 'dark' },
    { language: 'ja', width: 400, height: 800, colorScheme: 'dark' },
    { language: 'en', width: 400, height: 800, colorScheme: 'light' },
  ] as const)(
    'has no serious accessibility finding and nothing beside the page in $language at $width px, $colorScheme',
    async (visit) => {
      const { context, page } = await newPerson(browser, visit);
      await signInPage(page, server.url, 'admin@sakura.example');
      const open = (await threads()).find(({ state }) => state === 'open');
      await page.goto(`${server.url}/scripts/${scriptId}?step=step-one&thread=${open?.id}`);
      await page.locator('article[data-active]').waitFor();
      // On a narrow screen the editor has the page to itself.
      if (visit.width > 700) await page.getByRole('button', { name: /^(お知らせ|Notifications)/u }).waitFor();
      await shot(page, `panel-${visit.language}-${visit.width}-${visit.colorScheme}`);
      const serious = await seriousFaults(page);
      expect(serious).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, 'pixels beside the page').toBeLessThanOrEqual(0);
      await context.close();
    },
  );
});
