import type { Browser, Page, Route } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CommentThread } from '@daihon/shared/comment';
import { contentOf } from '@daihon/shared/script/contentText';
import { fragmentText, placesOf } from '@daihon/shared/script/draft/anchor';
import { writeContent } from '@daihon/shared/script/draft/contentWrite';
import { stepFragment } from '@daihon/shared/script/draft/layout';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { caretAt, newScript, openEditorPage, shownLines, storedLines } from './editorPages.ts';

const greeting = 'お電話ありがとうございます。';
const quote = 'ありがとう';
const wanted = 'お電話いただきありがとうございます。';

let server: RunningServer;
let browser: Browser;
let admin: Client;
let colleague: Client;
let accepter: string;
let scriptId: string;
let page: Page;
let counter = 0;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  admin = await signIn(server.url, 'admin@sakura.example');
  colleague = await signIn(server.url, 'sv2@sakura.example');
  accepter = (await signIn(server.url, 'sv1@sakura.example')).account.id;
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

/** A proposal is up, and who may accept it has it before them. */
beforeEach(async () => {
  expect((await admin.patch(`/api/accounts/${accepter}`, { role: 'supervisor' })).status).toBe(200);
  ({ scriptId } = await newScript(colleague, [greeting]));
  await propose();
  page = (await newPerson(browser)).page;
  await enterAs(page, server.url, 'sv1@sakura.example');
  await openEditorPage(page, server.url, scriptId);
  await page
    .getByRole('button', { name: /コメント/u })
    .first()
    .click();
  await accept().waitFor();
  return () => page.context().close();
});

const accept = () => page.getByRole('article', { name: /さんの提案/u }).getByRole('button', { name: '採用' });
const tab = (name: string) =>
  page
    .getByRole('group', { name: '編集・コメント・変更の切り替え' })
    .getByRole('button', { name: new RegExp(`^${name}`, 'u') });
const decisions = '**/api/scripts/*/comments/*/decision';

/** An edit of the colleague's, stored before it resolves. */
async function write(text: string): Promise<void> {
  await withSay((say) => writeContent(say, contentOf(text)));
}

async function withSay<T>(work: (say: NonNullable<ReturnType<typeof stepFragment>>) => T): Promise<T> {
  const draft = openDraft(colleague, scriptId);
  await draft.synced;
  const say = stepFragment(draft.doc, 'step-one', 'say');
  if (say === null) throw new Error('no text');
  const result = draft.doc.transact(() => work(say));
  await draft.saved();
  draft.close();
  return result;
}

async function propose(): Promise<void> {
  const places = await withSay((say) => {
    const text = fragmentText(say);
    const at = text.text.indexOf(quote);
    return placesOf(text, at, at + quote.length);
  });
  counter += 1;
  const anchor = { stepId: 'step-one', stepTitle: '名乗り', field: 'say', ...places, quote };
  const suggestion = { replacement: `いただき${quote}` };
  const wish = { id: `proposal-${counter}`, messageId: `message-${counter}`, anchor, text: '', suggestion };
  expect((await colleague.post(`/api/scripts/${scriptId}/comments`, wish)).status).toBe(201);
}

const decide = (decision: string) =>
  colleague.post(`/api/scripts/${scriptId}/comments/proposal-${counter}/decision`, { decision });
async function decision(): Promise<string | undefined> {
  const path = `/api/scripts/${scriptId}/comments`;
  const [thread] = (await colleague.get<{ items: CommentThread[] }>(path)).body.items;
  return thread?.suggestion?.decision;
}
async function untilShown(line: string): Promise<void> {
  await tab('編集').click();
  await until(`「${line}」 is shown`, async () => (await shownLines(page))[0] === line);
}
const untilStored = (line: string) =>
  until(`「${line}」 is stored`, async () => (await storedLines(colleague, scriptId))[0] === line);
const untilDecided = (state: string) =>
  until(`the proposal is ${state}`, async () => (await decision()) === state);

/** Something happens between the person's click and the server's look at it. */
async function before(work: () => Promise<unknown>): Promise<void> {
  await page.route(
    decisions,
    async (route) => {
      await work();
      await route.continue();
    },
    { times: 1 },
  );
}

/** The next decision that the page asks for is held back, from now on: what waits for it is given. */
async function heldDecision(): Promise<() => Promise<Route>> {
  let held: (route: Route) => void = () => undefined;
  const asked = new Promise<Route>((resolve) => {
    held = resolve;
  });
  await page.route(decisions, (route) => held(route), { times: 1 });
  return () => asked;
}

describe('accepting a proposal', () => {
  it('is refused when a colleague has changed the words that moment, and asks with both texts', async () => {
    await before(() => write(greeting.replace(quote, '有難う')));
    await accept().click();
    const dialog = page.getByRole('dialog', { name: '提案のあとで文が変わっています' });
    await dialog.getByText('有難う').waitFor();
    expect(await decision()).toBe('proposed');
    await dialog.getByRole('button', { name: '現在の文を置き換える' }).click();
    await untilStored(wanted);
    await untilDecided('accepted');
  });

  it('is refused when a colleague was first, says who, and changes nothing', async () => {
    await before(() => decide('rejected'));
    await accept().click();
    await page.getByText(/さんが先に却下しました/u).waitFor();
    await untilShown(greeting);
    expect(await storedLines(colleague, scriptId)).toEqual([greeting]);
  });

  it('changes the text once when a colleague accepted it that moment', async () => {
    await before(() => decide('accepted'));
    await accept().click();
    await page.getByText(/さんが先に採用しました/u).waitFor();
    await untilShown(wanted);
    expect(await storedLines(colleague, scriptId)).toEqual([wanted]);
  });

  it('is refused to one whose right ended that moment', async () => {
    await before(() => admin.patch(`/api/accounts/${accepter}`, { role: 'agent' }));
    const answered = page.waitForResponse((response) => response.url().endsWith('/decision'));
    await accept().click();
    expect([401, 403]).toContain((await answered).status());
    expect(await storedLines(colleague, scriptId)).toEqual([greeting]);
    expect(await decision()).toBe('proposed');
  });

  it('is whole when the page dies before it hears the answer', async () => {
    const asked = await heldDecision();
    await accept().click();
    await (await asked()).fetch();
    await page.close();
    expect(await decision()).toBe('accepted');
    expect(await storedLines(colleague, scriptId)).toEqual([wanted]);
  });

  it('is one change to undo although a colleague types before the answer comes', async () => {
    const asked = await heldDecision();
    await accept().click();
    const route = await asked();
    const response = await route.fetch();
    await write(`本日は${wanted}`);
    await route.fulfill({ response });
    await untilShown(`本日は${wanted}`);
    await caretAt(page, 0, 0);
    await page.keyboard.press('Control+z');
    await untilStored(`本日は${greeting}`);
    await untilDecided('proposed');
  });

  it('is what an undo pressed before the answer takes back, not an older change', async () => {
    await tab('編集').click();
    await caretAt(page, 0, 0);
    await page.keyboard.type('本日は');
    await untilStored(`本日は${greeting}`);
    await tab('コメント').click();
    const asked = await heldDecision();
    await accept().click();
    const route = await asked();
    const response = await route.fetch();
    await tab('編集').click();
    await caretAt(page, 0, 0);
    await page.keyboard.press('Control+z');
    await route.fulfill({ response });
    await untilDecided('proposed');
    await untilStored(`本日は${greeting}`);
  });
});

describe('undoing an accepted proposal', () => {
  beforeEach(async () => {
    await accept().click();
    await page.getByText('提案を採用しました。Ctrl+Z で元に戻せます。').waitFor();
    await untilShown(wanted);
    await caretAt(page, 0, 0);
  });

  it('puts it up again before the words go from the draft', async () => {
    const asked = await heldDecision();
    await page.keyboard.press('Control+z');
    const route = await asked();
    await untilShown(greeting);
    expect([await storedLines(colleague, scriptId), await decision()]).toEqual([[wanted], 'accepted']);
    await route.continue();
    await untilStored(greeting);
    expect(await decision()).toBe('proposed');
  });

  it('is redone for good only when no colleague has decided meanwhile', async () => {
    await page.keyboard.press('Control+z');
    await untilStored(greeting);
    await untilDecided('proposed');
    await before(() => decide('rejected'));
    await page.keyboard.press('Control+Shift+z');
    await page.getByText(/さんが先に却下しました/u).waitFor();
    await untilStored(greeting);
    await untilShown(greeting);
    expect(await decision()).toBe('rejected');
  });
});
