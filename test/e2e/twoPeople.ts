import type { Browser, Page } from 'playwright';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import {
  addStepThatSays,
  draftLines,
  newScript,
  openEditorPage,
  shownLines,
  storedLines,
} from './editorPages.ts';

/** Satō and Suzuki, supervisors of one tenant, each in a browser of their own. */
export interface TwoPeople {
  server: RunningServer;
  browser: Browser;
  /** Satō's HTTP client. */
  client: Client;
  sato: Page;
  suzuki: Page;
  scriptId: string;
  /** Both open a new step that says `lines`. */
  together: (lines: readonly string[]) => Promise<void>;
  /** What the server has of that step's spoken line. */
  stored: () => Promise<string[]>;
  /** Both screens, both documents behind them and the server hold the same lines; returns them. */
  converged: () => Promise<string[]>;
  dispose: () => Promise<void>;
}

export const [satoId, suzukiId] = ['sv1@sakura.example', 'sv2@sakura.example'] as const;

export async function meetTwoPeople(env: Record<string, string> = {}): Promise<TwoPeople> {
  const server = await startServer({ env });
  const browser = await launchBrowser();
  const client = await signIn(server.url, satoId);
  const sato = (await newPerson(browser)).page;
  const suzuki = (await newPerson(browser)).page;
  await enterAs(sato, server.url, satoId);
  await enterAs(suzuki, server.url, suzukiId);
  const { scriptId } = await newScript(client, ['']);
  await Promise.all([sato, suzuki].map((page) => openEditorPage(page, server.url, scriptId)));
  let scenes = 0;
  const stored = () => storedLines(client, scriptId, `scene-${scenes}`);
  return {
    server,
    browser,
    client,
    sato,
    suzuki,
    scriptId,
    together: async (lines) => {
      scenes += 1;
      const title = `場面${scenes}`;
      await addStepThatSays(client, scriptId, { id: `scene-${scenes}`, title, lines });
      await Promise.all([sato, suzuki].map((page) => openStep(page, title, lines)));
    },
    stored,
    converged: () => converged([sato, suzuki], stored),
    dispose: async () => {
      await browser.close();
      await server.dispose();
    },
  };
}

async function openStep(page: Page, title: string, lines: readonly string[]): Promise<void> {
  const row = page.getByRole('tree').getByRole('treeitem', { name: new RegExp(`${title}(?!\\d)`, 'u') });
  await row.click();
  await until(`${title} to be open`, async () => sameLines(await shownLines(page), lines));
}

async function converged(pages: readonly Page[], readStored: () => Promise<string[]>): Promise<string[]> {
  let lastSeen: unknown = null;
  const look = async () => {
    const shown = await Promise.all(pages.map(shownLines));
    const drafts = await Promise.all(pages.map(draftLines));
    const stored = await readStored();
    const states = await Promise.all(pages.map(savedStatus));
    lastSeen = { states, shown, drafts, stored };
    const same = [...shown, ...drafts].every((lines) => sameLines(lines, stored));
    return same && states.every((state) => state === '保存済み') ? stored : false;
  };
  return until('screens, documents and the server to agree', look).catch((error: unknown) => {
    throw new Error(`last seen: ${JSON.stringify(lastSeen)}`, { cause: error });
  });
}

function sameLines(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What the header says of saving. */
export async function savedStatus(page: Page): Promise<string> {
  return (await page.getByTestId('saved-status').textContent()) ?? '';
}
