import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contentOf } from '@daihon/shared/script/contentText';
import type { Script } from '@daihon/shared/script/schema';
import { fieldOf, scriptOf, stepOf, to } from '@daihon/shared/script/script.fixture';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { publishScript } from '../support/publishScript.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { onStep, press, untilStored } from './agentPages.ts';

let server: RunningServer;
let browser: Browser;
let supervisor: Client;
let agent: Client;
let context: BrowserContext;
let page: Page;
let scriptId: string;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  supervisor = await signIn(server.url, 'sv1@sakura.example');
  agent = await signIn(server.url, 'op1@sakura.example');
  const admin = await signIn(server.url, 'admin@sakura.example');
  const outcomes = [
    { code: '受注', label: 'ご成約' },
    { code: 'R9', label: '折り返し' },
  ];
  expect((await admin.patch('/api/settings', { outcomes })).status).toBe(200);
  const part = await publishScript(supervisor, '本人確認', identity());
  scriptId = await publishScript(supervisor, 'ご契約', contract(part));
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

beforeEach(async () => {
  ({ context, page } = await newPerson(browser, { width: 400, height: 800 }));
  await enterAs(page, server.url, 'op1@sakura.example');
  await page.goto(`${server.url}/run/${scriptId}`);
  await onStep(page, 'ご用件');
});

afterEach(() => context.close());

function contract(partId: string): Script {
  const promise = { type: 'paragraph', attrs: { when: 'plan == "年額"' } } as const;
  return scriptOf(
    [
      stepOf('a', {
        title: 'ご用件',
        fields: [
          fieldOf('plan', {
            label: 'プラン',
            type: 'radio',
            options: [
              { value: '月額', label: '月額' },
              { value: '年額', label: '年額' },
            ],
          }),
        ],
        choices: [
          { id: 'c1', label: 'お申し込み', to: 'g', when: null },
          { id: 'c2', label: '年額の特典', to: 'b', when: 'plan == "年額"' },
          { id: 'c3', label: '本人確認へ', to: 'j', when: null },
        ],
      }),
      stepOf('b', { title: '特典のご案内', choices: to('g') }),
      stepOf('g', {
        title: '重要事項の説明',
        gates: [{ id: 'k1', label: '重要事項をすべて読み上げた' }],
        choices: to('c'),
      }),
      stepOf('c', { title: 'お支払い', choices: to('e1') }),
      stepOf('e1', { title: 'お申し込み完了' }),
      stepOf('j', {
        kind: 'jump',
        title: '本人確認の呼び出し',
        jump: { scriptId: partId },
        choices: to('g'),
      }),
      {
        ...stepOf('x', { title: '責任者をお求め', choices: to('c', 'e2') }),
        say: {
          ...contentOf('責任者におつなぎします。'),
          content: [
            ...(contentOf('責任者におつなぎします。').content ?? []),
            { ...promise, content: [{ type: 'text', text: '年額プランの担当がおります。' }] },
          ],
        },
      },
      stepOf('e2', { title: '責任者へ引き継ぎ', outcome: '引継' }),
    ],
    { interrupts: [{ id: 'i1', label: '責任者を', to: 'x' }] },
  );
}

function identity(): Script {
  return scriptOf(
    [
      stepOf('p', { title: 'お名前の確認', choices: to('e9') }),
      stepOf('e9', { title: '確認完了', outcome: '確認済' }),
      stepOf('px', { title: '確認できない' }),
    ],
    { interrupts: [{ id: 'i1', label: '名前を言わない', to: 'px' }] },
  );
}

const search = async (words: string) => {
  await press(page, 'Slash');
  await page.getByRole('combobox', { name: 'ステップを検索' }).fill(words);
  return page.getByRole('option', { name: new RegExp(words, 'u') });
};

/** To a side topic by its number; the list is brought with the first key, so it is awaited. */
const goAside = async (number: number) => {
  await press(page, 'Alt+KeyI');
  await page.getByRole('dialog').getByRole('listitem').first().waitFor();
  await press(page, `Digit${number}`);
};

describe('a gate', () => {
  it('is not passed by the search: what lies behind is marked, and the way leads to the gate first', async () => {
    const found = await search('お支払い');
    expect(await found.textContent()).toContain('確認後に移動可');
    await press(page, 'Enter');
    const refused = page.getByRole('alert');
    await refused.waitFor();
    expect(await refused.textContent()).toContain('重要事項をすべて読み上げた');
    await refused.getByRole('button', { name: '「重要事項の説明」へ移動' }).click();
    await onStep(page, '重要事項の説明');
    await press(page, 'Enter', 'Backspace');
    await onStep(page, 'ご用件');
    await search('お支払い');
    await press(page, 'Enter');
    await onStep(page, 'お支払い');
    const call = await untilStored(agent, scriptId, 'the jump', ({ path }) => path.at(-1)?.stepId === 'c');
    expect(call.path).toMatchObject([{ stepId: 'a' }, { stepId: 'c', via: 'search' }]);
    // The step back over the gate keeps what was ticked there, and by which version.
    expect(call.undone?.find(({ stepId }) => stepId === 'g')).toMatchObject({
      via: 'search',
      gates: [{ gateId: 'k1', version: 1 }],
      undone: { how: 'back' },
    });
  });

  it('is not passed by an answer of a side topic, and a paragraph there shows by what was filled in', async () => {
    await press(page, 'Digit1');
    await onStep(page, '重要事項の説明');
    await goAside(1);
    await onStep(page, '責任者をお求め');
    expect(await page.getByText('年額プランの担当がおります。').count()).toBe(0);
    await press(page, 'Digit1');
    const refused = page.getByRole('alert');
    await refused.waitFor();
    expect(await refused.textContent()).toContain('「重要事項の説明」の確認が済むまで進めません');
    await refused.getByRole('button').click();
    await onStep(page, '重要事項の説明');
    await press(page, 'Backspace');
    await onStep(page, 'ご用件');
    await page.getByRole('radio', { name: '年額' }).check();
    await press(page, 'Escape');
    await goAside(1);
    await page.getByText('年額プランの担当がおります。').waitFor();
    await press(page, 'Digit2');
    await onStep(page, '責任者へ引き継ぎ');
  });
});

it('a closed answer says when it opens', async () => {
  const closed = page.getByRole('button', { name: /年額の特典/u });
  expect(await closed.isDisabled()).toBe(true);
  expect(await closed.textContent()).toContain('プラン = 年額 のとき');
  await page.getByRole('radio', { name: '年額' }).check();
  await until('the answer to open', () => closed.isEnabled());
});

it('side topics of the caller are reachable within a part, and lead back to the place in it', async () => {
  await press(page, 'Digit3');
  await onStep(page, '本人確認の呼び出し');
  await press(page, 'Enter');
  await onStep(page, 'お名前の確認');
  await press(page, 'Alt+KeyI');
  const topics = page.getByRole('dialog').getByRole('listitem');
  await topics.first().waitFor();
  expect(await topics.allTextContents()).toEqual(['1責任者を', '2名前を言わない本人確認']);
  await press(page, 'Digit1');
  await onStep(page, '責任者をお求め');
  await press(page, 'Digit0');
  await onStep(page, 'お名前の確認');
  await goAside(2);
  await onStep(page, '確認できない');
});

describe('the outcome', () => {
  it('is named on the button that ends the call and in the summary', async () => {
    await press(page, 'Digit1', 'Enter', 'Digit1');
    await onStep(page, 'お支払い');
    await press(page, 'Digit1');
    await page.getByRole('button', { name: '応対を終える（受注 ご成約）' }).waitFor();
    await press(page, 'Enter');
    await page.getByText('結果: 受注 ご成約').waitFor();
    const call = await untilStored(agent, scriptId, 'the end', ({ outcome }) => outcome === '受注');
    expect(call.unverified).toBeNull();
  });

  it('of a call that is broken off may be of the part, of its caller, or another of the tenant', async () => {
    await press(page, 'Digit3', 'Enter');
    await onStep(page, 'お名前の確認');
    await page.getByRole('button', { name: '応対のメニュー' }).click();
    await page.getByRole('menuitem', { name: /応対を終える/u }).click();
    const codes = page.getByRole('dialog').locator('label');
    await codes.first().waitFor();
    expect((await codes.allTextContents()).slice(1)).toEqual([
      '受注 ご成約',
      '引継',
      '確認済',
      'R9 折り返し',
    ]);
    await page.getByRole('radio', { name: 'R9 折り返し' }).check();
    await page.getByRole('dialog').getByRole('button', { name: '終える', exact: true }).click();
    await untilStored(agent, scriptId, 'the end', ({ outcome }) => outcome === 'R9');
  });
});
