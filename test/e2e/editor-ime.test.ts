import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../support/until.ts';
import { caretAt, say, shownLines } from './editorPages.ts';
import { compose, openComposition } from './ime.ts';
import type { TwoPeople } from './twoPeople.ts';
import { meetTwoPeople } from './twoPeople.ts';

let people: TwoPeople;

beforeAll(async () => {
  people = await meetTwoPeople();
});

afterAll(() => people.dispose());

const lines = ['お電話ありがとうございます。', '担当の佐藤でございます。'] as const;
const word = '今日は';
const reading = 'こんにちは';
/** Each situation of the matrix runs once with every change, and five times each night. */
const rounds = process.env.NIGHTLY === undefined ? 1 : 5;

interface Situation {
  /** «Satō composes a word while Suzuki …» */
  suzuki: string;
  lines?: readonly string[];
  /** Where Satō composes: paragraph, offset and, for a selection that is replaced, its end. */
  at: [number, number, number?];
  /** What Suzuki does after Satō's third key. */
  act: () => Promise<void>;
  /** Every outcome that keeps the work of both. */
  outcomes: readonly (readonly string[])[];
  /** When the word cannot stay in the draft: how Satō gets it back. */
  offered?: RegExp;
}

/** The eleven situations in which text editors on Yjs are known to break Japanese input. */
const matrix: Situation[] = [
  {
    suzuki: 'types in another paragraph',
    at: [0, 3],
    act: () => typeAt(1, 2, '123'),
    outcomes: [['お電話今日はありがとうございます。', '担当123の佐藤でございます。']],
  },
  {
    suzuki: 'types before the composition in the same paragraph',
    at: [0, 5],
    act: () => typeAt(0, 1, '123'),
    outcomes: [['お123電話あり今日はがとうございます。', lines[1]]],
  },
  {
    suzuki: 'types after the composition in the same paragraph',
    at: [0, 3],
    act: () => typeAt(0, 13, '123'),
    outcomes: [['お電話今日はありがとうございます123。', lines[1]]],
  },
  {
    suzuki: 'types at the same position',
    at: [0, 3],
    act: () => typeAt(0, 3, '123'),
    outcomes: [
      ['お電話今日は123ありがとうございます。', lines[1]],
      ['お電話123今日はありがとうございます。', lines[1]],
    ],
  },
  {
    suzuki: 'types in the same empty paragraph',
    lines: [lines[0], ''],
    at: [1, 0],
    act: () => typeAt(1, 0, '123'),
    outcomes: [
      [lines[0], `${word}123`],
      [lines[0], `123${word}`],
    ],
  },
  {
    suzuki: 'only moves the caret',
    at: [0, 3],
    act: async () => {
      for (const offset of [3, 2, 3]) await caretAt(people.suzuki, 0, offset);
    },
    outcomes: [['お電話今日はありがとうございます。', lines[1]]],
  },
  {
    suzuki: 'adds a paragraph above',
    at: [1, 3],
    act: async () => {
      await caretAt(people.suzuki, 0, 0);
      await people.suzuki.keyboard.press('Enter');
      await people.suzuki.keyboard.press('ArrowUp');
      await people.suzuki.keyboard.type('000');
    },
    outcomes: [['000', lines[0], '担当の今日は佐藤でございます。']],
  },
  {
    suzuki: 'splits the same paragraph',
    at: [0, 3],
    act: async () => {
      await caretAt(people.suzuki, 0, 7);
      await people.suzuki.keyboard.press('Enter');
    },
    // Satō's caret may land in either half: a split is a deletion and an insertion to Yjs.
    outcomes: [
      ['お電話今日はありがと', 'うございます。', lines[1]],
      ['お電話ありがと', '今日はうございます。', lines[1]],
      ['お電話ありがと今日は', 'うございます。', lines[1]],
    ],
  },
  {
    suzuki: 'makes a word of the same paragraph bold',
    at: [0, 3],
    act: async () => {
      await caretAt(people.suzuki, 0, 8, 12);
      await people.suzuki.keyboard.press('Control+b');
    },
    outcomes: [['お電話今日はありがとうございます。', lines[1]]],
  },
  {
    suzuki: 'deletes the whole paragraph',
    at: [1, 3],
    act: async () => {
      await caretAt(people.suzuki, 1, 0, 12);
      await people.suzuki.keyboard.press('Delete');
      await people.suzuki.keyboard.press('Backspace');
    },
    outcomes: [[lines[0]]],
    offered: /^鈴木 .+さんがこの段落を削除しました。$/u,
  },
  {
    suzuki: 'types while the composition replaces a selection',
    at: [0, 1, 3],
    act: () => typeAt(1, 0, '9'),
    outcomes: [['お今日はありがとうございます。', '9担当の佐藤でございます。']],
  },
];

async function typeAt(paragraph: number, offset: number, text: string): Promise<void> {
  await caretAt(people.suzuki, paragraph, offset);
  await people.suzuki.keyboard.type(text);
}

const runs = Array.from({ length: rounds }, (_, round) =>
  matrix.map(
    (situation) => [situation.suzuki, rounds === 1 ? '' : `, round ${round + 1}`, situation] as const,
  ),
).flat();

describe('Satō composes a word while Suzuki', () => {
  it.each(runs)('%s, and nothing of either is lost%s', async (_suzuki, _round, situation) => {
    const { sato, together, converged } = people;
    await together(situation.lines ?? lines);
    await caretAt(sato, ...situation.at);
    await compose(sato, word, {
      reading,
      between: async (keys) => {
        if (keys === 3) await situation.act();
      },
    });
    if (situation.offered !== undefined) await sato.getByText(situation.offered).waitFor();
    expect(situation.outcomes).toContainEqual(await converged());
  });
});

describe('a composition', () => {
  it("and a colleague's keys in a paragraph just made by Enter double nothing", async () => {
    const { sato, suzuki, together, converged } = people;
    await together([lines[0]]);
    await caretAt(sato, 0, 14);
    await say(sato).press('Enter');
    await until('the paragraph to arrive', async () => (await shownLines(suzuki)).length === 2);
    await caretAt(suzuki, 1, 0);
    await Promise.all([compose(sato, word, { reading }), suzuki.keyboard.type('123')]);
    const second = (await converged())[1];
    expect([`${word}123`, `123${word}`]).toContain(second);
  });

  it('of each of two people at once gives both words once', async () => {
    const { sato, suzuki, together, converged } = people;
    await together(lines);
    await caretAt(sato, 0, 3);
    await caretAt(suzuki, 1, 3);
    await Promise.all([compose(sato, word, { reading }), compose(suzuki, '本日', { reading: 'ほんじつ' })]);
    expect(await converged()).toEqual(['お電話今日はありがとうございます。', '担当の本日佐藤でございます。']);
  });

  it('is not seen half-typed by a colleague and is undone by one key', async () => {
    const { sato, suzuki, stored, together, converged } = people;
    await together(lines);
    await caretAt(sato, 0, 3);
    const composition = await openComposition(sato);
    for (const text of ['k', 'こ', 'こn', 'こん']) await composition.preedit(text);
    await typeAt(1, 0, '1');
    await until('the digit to be stored', async () => (await stored())[1]?.startsWith('1'));
    expect((await shownLines(suzuki))[0]).toBe(lines[0]);
    await composition.commit('今');
    await until('the word to arrive', async () => (await shownLines(suzuki))[0]?.includes('今'));
    await say(sato).press('Control+z');
    expect(await converged()).toEqual([lines[0], `1${lines[1]}`]);
  });
});

describe('a caret that a key has moved', () => {
  const arrivals = [
    {
      what: 'words come in',
      act: () => typeAt(1, 2, '1'),
      here: async () => (await shownLines(people.sato))[1]?.startsWith('担当1') ?? false,
      other: '担当1の佐藤でございます。',
    },
    {
      what: 'caret moves',
      act: () => caretAt(people.suzuki, 1, 2),
      here: async () => (await beforeCaretOfSuzuki()) === '担当',
      other: lines[1],
    },
  ];

  it.each(arrivals)(
    "stays where it went although a colleague's $what before the page is told",
    async (arrival) => {
      const { sato, suzuki, together, converged } = people;
      await together(lines);
      await caretAt(suzuki, 1, 5);
      await caretAt(sato, 0, 0, 3);
      const tellAgain = await tellNoCaret(sato);
      await sato.keyboard.press('ArrowRight');
      await arrival.act();
      await until(`the colleague's ${arrival.what}`, arrival.here);
      await tellAgain();
      await compose(sato, word, { reading });
      expect(await converged()).toEqual(['お電話今日はありがとうございます。', arrival.other]);
    },
  );
});

/** From now on the page is not told of moved carets, as in the moment between a key and the browser's news of it. */
async function tellNoCaret(page: Page): Promise<() => Promise<void>> {
  const stop = await page.evaluateHandle(() => {
    const keep = (event: Event) => {
      if (event.isTrusted) event.stopImmediatePropagation();
    };
    window.addEventListener('selectionchange', keep, { capture: true });
    return keep;
  });
  return () =>
    stop.evaluate((keep) => window.removeEventListener('selectionchange', keep, { capture: true }));
}

/** The words of the second paragraph before Suzuki's caret, on Satō's screen. */
function beforeCaretOfSuzuki(): Promise<string | null> {
  return say(people.sato).evaluate((editor) => {
    const line = editor.querySelectorAll('p')[1];
    const caret = line?.querySelector('.remote-caret');
    if (line === undefined || caret === undefined || caret === null) return null;
    const range = document.createRange();
    range.setStart(line, 0);
    range.setEndBefore(caret);
    return range.toString();
  });
}
