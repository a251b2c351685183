import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, newPerson, signInPage } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { caretAt, newScript, openEditorPage, say, shownLines, storedLines } from './editorPages.ts';
import { compose, openComposition } from './ime.ts';

let server: RunningServer;
let browser: Browser;
let client: Client;
let sato: Page;
let suzuki: Page;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  client = await signIn(server.url, 'sv1@sakura.example');
  sato = (await newPerson(browser)).page;
  suzuki = (await newPerson(browser)).page;
  await signInPage(sato, server.url, 'sv1@sakura.example');
  await signInPage(suzuki, server.url, 'sv2@sakura.example');
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

/** Both open a script that says `lines`; returns its id. */
async function together(lines: string[]): Promise<string> {
  const { scriptId } = await newScript(client, lines);
  await openEditorPage(sato, server.url, scriptId);
  await openEditorPage(suzuki, server.url, scriptId);
  return scriptId;
}

/** Both screens and the server show the same lines; returns them. */
async function converged(scriptId: string): Promise<string[]> {
  let lastSeen: unknown = null;
  const agree = until('both screens and the server to agree', async () => {
    const [a, b, stored] = await Promise.all([
      shownLines(sato),
      shownLines(suzuki),
      storedLines(client, scriptId),
    ]);
    const saved = (await sato.getByTestId('saved-status').textContent()) === '保存済み';
    lastSeen = { saved, a, b, stored };
    return saved && same(a, b) && same(a, stored) ? a : false;
  });
  return agree.catch((error: unknown) => {
    throw new Error(`last seen: ${JSON.stringify(lastSeen)}`, { cause: error });
  });
}

function same(a: string[], b: string[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const lines = ['お電話ありがとうございます。', '担当の佐藤でございます。'];
const word = '今日は';
const reading = 'こんにちは';

/** Satō composes a word while Suzuki acts after the third key; the word must come out once and whole. */
async function composeWhile(act: () => Promise<void>): Promise<void> {
  await compose(sato, word, {
    reading,
    between: async (keys) => {
      if (keys === 3) await act();
    },
  });
}

const cases: {
  name: string;
  satoAt: [number, number, number?];
  act: () => Promise<void>;
  expected: string[];
}[] = [
  {
    name: 'types in another paragraph',
    satoAt: [0, 3],
    act: async () => {
      await caretAt(suzuki, 1, 2);
      await suzuki.keyboard.type('123');
    },
    expected: ['お電話今日はありがとうございます。', '担当123の佐藤でございます。'],
  },
  {
    name: 'types before the composition in the same paragraph',
    satoAt: [0, 5],
    act: async () => {
      await caretAt(suzuki, 0, 1);
      await suzuki.keyboard.type('123');
    },
    expected: ['お123電話あり今日はがとうございます。', lines[1] ?? ''],
  },
  {
    name: 'types after the composition in the same paragraph',
    satoAt: [0, 3],
    act: async () => {
      await caretAt(suzuki, 0, 13);
      await suzuki.keyboard.type('123');
    },
    expected: ['お電話今日はありがとうございます123。', lines[1] ?? ''],
  },
  {
    name: 'adds a paragraph above',
    satoAt: [1, 3],
    act: async () => {
      await caretAt(suzuki, 0, 0);
      await suzuki.keyboard.press('Enter');
      await suzuki.keyboard.press('ArrowUp');
      await suzuki.keyboard.type('000');
    },
    expected: ['000', lines[0] ?? '', '担当の今日は佐藤でございます。'],
  },
  {
    name: 'makes a word of the same paragraph bold',
    satoAt: [0, 3],
    act: async () => {
      await caretAt(suzuki, 0, 8, 12);
      await suzuki.keyboard.press('Control+b');
    },
    expected: ['お電話今日はありがとうございます。', lines[1] ?? ''],
  },
  {
    name: 'only moves the caret',
    satoAt: [0, 3],
    act: async () => {
      await caretAt(suzuki, 0, 3);
      await caretAt(suzuki, 0, 2);
    },
    expected: ['お電話今日はありがとうございます。', lines[1] ?? ''],
  },
  {
    name: 'types while the composition replaces a selection',
    satoAt: [0, 1, 3],
    act: async () => {
      await caretAt(suzuki, 1, 0);
      await suzuki.keyboard.type('9');
    },
    expected: ['お今日はありがとうございます。', '9担当の佐藤でございます。'],
  },
];

describe('Japanese input while a colleague', () => {
  it.each(cases)('$name keeps the word whole on both screens', async ({ satoAt, act, expected }) => {
    const scriptId = await together(lines);
    await caretAt(sato, ...satoAt);
    await composeWhile(act);
    expect(await converged(scriptId)).toEqual(expected);
  });

  it('splits the same paragraph loses no letter of either', async () => {
    const scriptId = await together(lines);
    await caretAt(sato, 0, 3);
    await composeWhile(async () => {
      await caretAt(suzuki, 0, 7);
      await suzuki.keyboard.press('Enter');
    });
    const shown = (await converged(scriptId)).join('');
    expect(shown).toContain(word);
    expect(shown).not.toMatch(/[a-z]/u);
    expect(shown.replace(word, '')).toBe(lines.join(''));
  });

  it('types at the same position lets each be whole', async () => {
    const scriptId = await together(lines);
    await caretAt(sato, 0, 3);
    await composeWhile(async () => {
      await caretAt(suzuki, 0, 3);
      await suzuki.keyboard.type('123');
    });
    const [first] = await converged(scriptId);
    expect(['お電話今日は123ありがとうございます。', 'お電話123今日はありがとうございます。']).toContain(
      first,
    );
  });

  it('starts typing in the same empty paragraph doubles nothing', async () => {
    const scriptId = await together([lines[0] ?? '', '']);
    await caretAt(sato, 1, 0);
    await composeWhile(async () => {
      await caretAt(suzuki, 1, 0);
      await suzuki.keyboard.type('123');
    });
    const second = (await converged(scriptId))[1];
    expect([`${word}123`, `123${word}`]).toContain(second);
  });

  it('starts typing in a paragraph just made by Enter doubles nothing', async () => {
    const scriptId = await together([lines[0] ?? '']);
    await caretAt(sato, 0, 14);
    await say(sato).press('Enter');
    await until('the paragraph to arrive', async () => (await shownLines(suzuki)).length === 2);
    await caretAt(suzuki, 1, 0);
    await Promise.all([compose(sato, word, { reading }), suzuki.keyboard.type('123')]);
    const second = (await converged(scriptId))[1];
    expect([`${word}123`, `123${word}`]).toContain(second);
  });

  it('deletes the whole paragraph converges and offers the lost words', async () => {
    const scriptId = await together(lines);
    await caretAt(sato, 1, 3);
    await composeWhile(async () => {
      await caretAt(suzuki, 1, 0, 12);
      await suzuki.keyboard.press('Delete');
      await suzuki.keyboard.press('Backspace');
    });
    await sato.getByText('他の人がこの段落を削除しました。').waitFor();
    expect((await converged(scriptId)).join('')).toBe(lines[0]);
  });

  it('composes too gives both words once', async () => {
    const scriptId = await together(lines);
    await caretAt(sato, 0, 3);
    await caretAt(suzuki, 1, 3);
    await Promise.all([compose(sato, word, { reading }), compose(suzuki, '本日', { reading: 'ほんじつ' })]);
    expect(await converged(scriptId)).toEqual([
      'お電話今日はありがとうございます。',
      '担当の本日佐藤でございます。',
    ]);
  });
});

describe('a composition', () => {
  it('is not seen half-typed by a colleague and is undone by one key', async () => {
    const scriptId = await together(lines);
    await caretAt(sato, 0, 3);
    const composition = await openComposition(sato);
    for (const text of ['k', 'こ', 'こn', 'こん']) await composition.preedit(text);
    await caretAt(suzuki, 1, 0);
    await suzuki.keyboard.type('1');
    await until('the digit to be stored', async () =>
      (await storedLines(client, scriptId))[1]?.startsWith('1'),
    );
    expect((await shownLines(suzuki))[0]).toBe(lines[0]);
    await composition.commit('今');
    await until('the word to arrive', async () => (await shownLines(suzuki))[0]?.includes('今'));
    await say(sato).press('Control+z');
    expect(await converged(scriptId)).toEqual([lines[0], `1${lines[1] ?? ''}`]);
  });

  it('in a choice label is not ended by the Enter that fixes it', async () => {
    await together(lines);
    await sato.getByRole('button', { name: '分岐を追加' }).click();
    const label = sato.getByRole('textbox', { name: 'ラベル' });
    await label.waitFor();
    await compose(sato, 'はい');
    await expect.poll(() => label.inputValue()).toBe('はい');
    await label.press('Enter');
    await until('the label to arrive', async () =>
      suzuki.locator('.react-flow__node').getByText('はい').isVisible(),
    );
  });
});
