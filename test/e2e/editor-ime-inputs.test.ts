import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Script } from '@daihon/shared/script/schema';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { newScript, openEditorPage } from './editorPages.ts';
import { keyToInputMethod, openComposition } from './ime.ts';

let server: RunningServer;
let browser: Browser;
let client: Client;
let page: Page;
let scriptId: string;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  client = await signIn(server.url, 'sv1@sakura.example');
  page = (await newPerson(browser)).page;
  await enterAs(page, server.url, 'sv1@sakura.example');
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

beforeEach(async () => {
  ({ scriptId } = await newScript(client, ['お電話ありがとうございます。']));
  await openEditorPage(page, server.url, scriptId);
});

const draft = async (): Promise<Script> => (await client.get<Script>(`/api/scripts/${scriptId}/draft`)).body;

const stepOf = (steps: Script['steps']) => steps.find(({ id }) => id === 'step-one');

interface Input {
  name: string;
  show?: () => Promise<void>;
  find: () => Locator;
  /** What Enter, pressed after the word is fixed, has made of it in the draft; none where Enter is no command. */
  written?: (script: Script) => string | undefined;
}

const inputs: Input[] = [
  {
    name: 'the title of a step',
    find: () => page.getByRole('textbox', { name: 'ステップ名' }),
    written: ({ steps }) => stepOf(steps)?.title,
  },
  {
    name: 'the title of the script',
    find: () => page.getByRole('textbox', { name: 'スクリプト名' }),
    written: ({ title }) => title,
  },
  {
    name: 'the label of a choice',
    show: () => page.getByRole('button', { name: '分岐を追加' }).click(),
    find: () => page.getByRole('textbox', { name: 'ラベル' }),
    written: ({ steps }) => stepOf(steps)?.choices[0]?.label,
  },
  {
    name: 'the filter of the outline',
    find: () => page.getByRole('textbox', { name: '絞り込み' }),
  },
  {
    name: 'the note of a publish',
    show: () => page.getByRole('button', { name: '公開', exact: true }).click(),
    find: () => page.getByRole('textbox', { name: '変更の説明' }),
  },
];

/** Each would do something if it were taken as a command. */
const keys: readonly [string, { ctrl?: boolean; alt?: boolean }][] = [
  ['Enter', {}],
  ['Enter', { ctrl: true }],
  ['Escape', {}],
  ['Delete', {}],
  ['KeyZ', { ctrl: true }],
  ['KeyD', { ctrl: true }],
  ['KeyP', { ctrl: true, alt: true }],
  ['Digit1', { alt: true }],
  ['ArrowDown', { alt: true }],
  ['F2', {}],
];

describe('a composition in a plain input', () => {
  it.each(inputs.map((input) => [input.name, input] as const))(
    'takes every key in %s until the word is fixed',
    async (_name, { show, find, written }) => {
      await show?.();
      const input = find();
      await input.click();
      await input.fill('');
      const before = await draft();
      const dialogs = await page.getByRole('dialog').count();
      const composition = await openComposition(page);
      for (const text of ['h', 'は', 'はi', 'はい']) await composition.preedit(text);
      for (const [code, modifiers] of keys) await keyToInputMethod(page, code, modifiers);
      expect(await input.inputValue()).toBe('はい');
      expect(await input.evaluate((element) => element === document.activeElement)).toBe(true);
      expect(await page.getByRole('dialog').count()).toBe(dialogs);
      expect(await draft()).toEqual(before);
      await composition.commit('灰');
      await expect.poll(() => input.inputValue()).toBe('灰');
      if (written === undefined) return;
      await input.press('Enter');
      await until('the word to be in the draft', async () => written(await draft()) === '灰');
    },
  );
});
