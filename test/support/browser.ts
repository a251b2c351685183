import { existsSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright';
import { chromium } from 'playwright';
import { demoPassword } from './server.ts';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser to test with: CHROMIUM_PATH, a usual place, or Playwright's own; undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined && named !== '') return named;
  const own = chromium.executablePath();
  return [...usualPlaces, own].find((place) => place !== '' && existsSync(place));
}

/** Starts a real Chromium; fails with one clear line when there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium found: set CHROMIUM_PATH or run npm test');
  return chromium.launch({ executablePath, args: flags });
}

export interface Visit {
  language?: 'ja' | 'en';
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
}

/** A person's own browser context: own cookies, own storage. */
export async function newPerson(
  browser: Browser,
  visit: Visit = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    locale: visit.language === 'en' ? 'en-US' : 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: visit.width ?? 1440, height: visit.height ?? 900 },
    colorScheme: visit.colorScheme ?? 'light',
  });
  // The product speaks Japanese until someone chooses otherwise; the choice is kept in the browser.
  if (visit.language === 'en') {
    await context.addInitScript(() => localStorage.setItem('daihon.language', 'en'));
  }
  return { context, page: await context.newPage() };
}

/** Signs in on the real sign-in page (Japanese or English) and waits for the first screen. */
export async function signInPage(
  page: Page,
  url: string,
  loginId: string,
  password = demoPassword,
): Promise<void> {
  await page.goto(`${url}/login`);
  await page.getByLabel(/ログインID|Login ID/u).fill(loginId);
  await page.locator('input[type=password]').fill(password);
  await page.getByRole('button', { name: /^(ログイン|Sign in)$/u }).click();
  await page.waitForURL((at) => !at.pathname.startsWith('/login'));
}

/**
 * Makes the page that of a signed-in person without loading one: where the sign-in is not the subject, the form and the
 * first screen behind it are two page loads that guard nothing. The test then goes where it wants to be.
 */
export async function enterAs(page: Page, url: string, loginId: string): Promise<void> {
  const answer = await page.context().request.post(`${url}/api/session`, {
    headers: { origin: url },
    data: { loginId, password: demoPassword },
  });
  if (!answer.ok()) throw new Error(`sign-in of ${loginId}: ${answer.status()} ${await answer.text()}`);
}
