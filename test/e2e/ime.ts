import type { CDPSession, Page } from 'playwright';

/** A composition under way, as an input method drives it. */
export interface Composition {
  /** Shows the next state of the preedit text. */
  preedit(text: string): Promise<void>;
  /** Fixes the text in place of the preedit. */
  commit(text: string): Promise<void>;
}

/** A key that goes to the input method while it composes, as the browser reports it to the page. */
export async function keyToInputMethod(
  page: Page,
  code: string,
  modifiers: { ctrl?: boolean; alt?: boolean } = {},
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const key = {
    key: 'Process',
    code,
    windowsVirtualKeyCode: 229,
    modifiers: (modifiers.alt === true ? 1 : 0) + (modifiers.ctrl === true ? 2 : 0),
  };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await session.detach();
}

/** Opens a composition at the caret of `page` through the browser's own input pipeline. */
export async function openComposition(page: Page): Promise<Composition> {
  const session: CDPSession = await page.context().newCDPSession(page);
  return {
    preedit: async (text) => {
      await session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    },
    commit: async (text) => {
      await session.send('Input.insertText', { text });
      await session.detach();
    },
  };
}

export interface ComposeOptions {
  /** The kana typed before it is converted to `text`; the text itself when left out. */
  reading?: string;
  /** Called between two key presses with the number of keys so far. */
  between?: (keys: number) => Promise<void>;
}

/** Types `text` the way a Japanese person does: letter by letter to kana, then converted and fixed. */
export async function compose(page: Page, text: string, options: ComposeOptions = {}): Promise<void> {
  const composition = await openComposition(page);
  const states = preeditsOf(options.reading ?? text);
  for (const [index, state] of states.entries()) {
    await composition.preedit(state);
    await options.between?.(index + 1);
  }
  if (options.reading !== undefined) await composition.preedit(text);
  await composition.commit(text);
}

/** What the preedit shows key by key: «k», «こ», «こn», «こん» … */
export function preeditsOf(reading: string): string[] {
  const kana = Array.from(reading);
  return kana.flatMap((letter, index) => {
    const before = kana.slice(0, index).join('');
    const first = firstLetterOf(letter);
    return first === null ? [before + letter] : [before + first, before + letter];
  });
}

const rows: readonly (readonly [string, string])[] = [
  ['かきくけこ', 'k'],
  ['さしすせそ', 's'],
  ['たちつてと', 't'],
  ['なにぬねのん', 'n'],
  ['はひふへほ', 'h'],
  ['まみむめも', 'm'],
  ['やゆよ', 'y'],
  ['らりるれろ', 'r'],
  ['わを', 'w'],
];

/** The consonant that is on screen before the vowel follows; null for a letter that is one key. */
function firstLetterOf(letter: string): string | null {
  return rows.find(([kana]) => kana.includes(letter))?.[1] ?? null;
}
