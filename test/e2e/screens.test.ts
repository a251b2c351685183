import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFaults } from '../support/access.ts';
import type { Visit } from '../support/browser.ts';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

let server: RunningServer;
let browser: Browser;
let scriptId: string;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  const supervisor = await signIn(server.url, 'sv1@sakura.example');
  const { body } = await supervisor.get<{ items: { id: string; title: string }[] }>('/api/scripts?limit=200');
  scriptId = body.items.find(({ title }) => title.includes('みなと暮らし便'))?.id ?? '';
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

/** Every screen: who sees it, where it is, and what is there when it has loaded. */
const screens: {
  name: string;
  loginId: string | null;
  path: () => string;
  ready: (page: Page) => Promise<void>;
}[] = [
  {
    name: 'sign-in',
    loginId: null,
    path: () => '/login',
    ready: (page) => page.locator('input[type=password]').waitFor(),
  },
  {
    name: 'script list',
    loginId: 'sv1@sakura.example',
    path: () => '/scripts',
    ready: (page) => page.getByText('みなと暮らし便').first().waitFor(),
  },
  {
    name: 'editor',
    loginId: 'sv1@sakura.example',
    path: () => `/scripts/${scriptId}`,
    ready: (page) =>
      page
        .getByTestId('saved-status')
        .filter({ hasText: /^(保存済み|Saved)$/u })
        .waitFor(),
  },
  {
    name: 'history',
    loginId: 'sv1@sakura.example',
    path: () => `/scripts/${scriptId}/versions`,
    ready: (page) =>
      page
        .getByText(/初版を公開しました/u)
        .first()
        .waitFor(),
  },
  {
    name: 'logs',
    loginId: 'admin@sakura.example',
    path: () => '/logs',
    ready: (page) => page.getByRole('row').nth(1).or(page.locator('main li').first()).first().waitFor(),
  },
  {
    name: 'accounts',
    loginId: 'admin@sakura.example',
    path: () => '/accounts',
    ready: (page) => page.getByText('op1@sakura.example').first().waitFor(),
  },
  {
    name: 'agent’s list',
    loginId: 'op1@sakura.example',
    path: () => '/run',
    ready: (page) => page.getByText('みなと暮らし便').first().waitFor(),
  },
  {
    name: 'call',
    loginId: 'op1@sakura.example',
    path: () => `/run/${scriptId}`,
    ready: (page) => page.getByRole('heading', { level: 2, name: '名乗り・ご用件の確認' }).waitFor(),
  },
];

const visits: Visit[] = [
  { language: 'ja', width: 1440, height: 900, colorScheme: 'light' },
  { language: 'en', width: 1440, height: 900, colorScheme: 'dark' },
  { language: 'ja', width: 400, height: 800, colorScheme: 'dark' },
  { language: 'en', width: 400, height: 800, colorScheme: 'light' },
];

describe.each(visits)('in $language at $width px, $colorScheme', (visit) => {
  it.each(screens)(
    'the $name has no serious accessibility finding, nothing beside the page and no error in the console',
    async ({ name, loginId, path, ready }) => {
      const { context, page } = await newPerson(browser, visit);
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      if (loginId !== null) await enterAs(page, server.url, loginId);
      complaints.length = 0;
      await page.goto(server.url + path());
      await ready(page);
      const shots = process.env.SCREENS_DIR;
      if (shots !== undefined) {
        const file = `${name.replaceAll(/[^a-z]/gu, '-')}-${visit.language ?? ''}-${visit.width ?? 0}-${visit.colorScheme ?? ''}.png`;
        await page.screenshot({ path: `${shots}/${file}` });
      }
      const serious = await seriousFaults(page);
      expect(serious).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, 'pixels beside the page').toBeLessThanOrEqual(0);
      // A page that is not signed in asks who is there and is told 401: the browser prints that as an error.
      expect(complaints.filter((text) => !text.includes('401'))).toEqual([]);
      await context.close();
    },
  );
});
