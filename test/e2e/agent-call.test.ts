import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Call } from '@daihon/shared/call';
import { seriousFaults } from '../support/access.ts';
import { enterAs, launchBrowser, newPerson, signInPage } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { promisedMs, until } from '../support/until.ts';
import { fillIn, onStep, orderUnderWay, press, publishOrder, release, untilStored } from './agentPages.ts';

let server: RunningServer;
let browser: Browser;
let supervisor: Client;
let agent: Client;
let context: BrowserContext;
let page: Page;
let scriptId: string;
let titles = 0;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  supervisor = await signIn(server.url, 'sv1@sakura.example');
  agent = await signIn(server.url, 'op1@sakura.example');
});

afterAll(async () => {
  await browser.close();
  await server.dispose();
});

beforeEach(async () => {
  titles += 1;
  scriptId = await publishOrder(supervisor, `通販受注 ${titles}`);
  ({ context, page } = await newPerson(browser, { width: 400, height: 800 }));
  await enterAs(page, server.url, 'op1@sakura.example');
  await page.goto(`${server.url}/run/${scriptId}`);
  await onStep(page, '名乗り・ご用件の確認');
});

afterEach(async () => {
  await context.close();
});

const callUnderWay = () => orderUnderWay(page);

const memo = () => page.getByRole('textbox', { name: '応対メモ' });
const nameField = () => page.getByRole('textbox', { name: /^氏名/u });

describe('a call by keyboard alone', () => {
  it('takes an order from the greeting to its outcome', async () => {
    await callUnderWay();
    await fillIn(page, null, 'みずの　かずこ', '０４５１２３４５６７');
    await press(page, 'Enter');
    await onStep(page, 'ご住所の確認');
    await fillIn(page, '２３５－００２２', '神奈川県横浜市磯子区汐見台2丁目4番11号', null);
    await press(page, 'Space', 'Enter');
    await onStep(page, 'お支払い方法');
    await press(page, 'KeyF', 'Space', 'Enter');
    await onStep(page, 'お届け日・時間帯');
    await fillIn(page, '2027-10-03', ['ArrowDown', 'ArrowDown']);
    await press(page, 'Alt+Digit1');
    await onStep(page, 'ご注文の復唱');
    // The whole text, then the four points of the read-back.
    await press(page, 'Enter', 'Enter', 'Enter', 'Enter', 'Enter', 'Digit1');
    await onStep(page, '返品のご案内');
    await press(page, 'Enter', 'Enter');
    await onStep(page, '受注完了');
    await press(page, 'Enter');
    await onStep(page, '応対を終えました');
    const call = await untilStored(
      agent,
      scriptId,
      'the end to be stored',
      ({ endedAt }) => endedAt !== null,
    );
    expect(call).toMatchObject({
      outcome: '受注',
      memo: '折り返しは16時以降',
      fields: {
        media: 'newspaper',
        product: 'dashi',
        qty: 2,
        customer_name: '水野 和子',
        customer_kana: 'ミズノ カズコ',
        // Masked for whoever reads a call that has ended, its own agent too.
        phone: '●●●●4567',
        postcode: '2350022',
        delivery_date: '2027-10-03',
        order_readback: ['product', 'total', 'schedule', 'address'],
      },
    });
    expect(call.path.at(-1)?.stepId).toBe('E14');
    await until('the next call', async () => {
      await press(page, 'Enter');
      return page.getByRole('heading', { level: 2, name: '名乗り・ご用件の確認' }).isVisible();
    });
    await expect(memo().count()).resolves.toBe(0);
  });

  it('refuses to go on without what is required, and says what', async () => {
    await press(page, 'Digit1');
    await onStep(page, 'ご覧になった媒体');
    await press(page, 'Digit1');
    await page.getByRole('alert').filter({ hasText: 'ご覧になった媒体' }).waitFor();
    await expect(
      page.getByLabel(/^ご覧になった媒体/u).evaluate((it) => it === document.activeElement),
    ).resolves.toBe(true);
  });

  it('takes no key as a command while a word is being composed', async () => {
    const cdp = await context.newCDPSession(page);
    await press(page, 'KeyM');
    await memo().waitFor();
    await cdp.send('Input.imeSetComposition', { selectionStart: 1, selectionEnd: 1, text: 'め' });
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      code: 'Digit1',
      key: 'Process',
      windowsVirtualKeyCode: 229,
    });
    await cdp.send('Input.insertText', { text: 'メモ1' });
    await expect(memo().inputValue()).resolves.toBe('メモ1');
    await onStep(page, '名乗り・ご用件の確認');
  });

  it('goes to a side topic and back to the step it left', async () => {
    await callUnderWay();
    await press(page, 'Alt+KeyI', 'Digit2');
    await onStep(page, '個人情報の利用目的');
    await press(page, 'Digit0');
    await onStep(page, 'お名前・お電話番号');
    await expect(nameField().inputValue()).resolves.toBe('水野 和子');
  });
});

describe('what was typed', () => {
  it('is there again after a reload, with the step and the way there', async () => {
    await callUnderWay();
    await page.reload();
    await onStep(page, 'お名前・お電話番号');
    await expect(nameField().inputValue()).resolves.toBe('水野 和子');
    await press(page, 'KeyM');
    await expect(memo().inputValue()).resolves.toBe('折り返しは16時以降');
    await page.getByRole('button', { name: '「単価のご案内・購入形態」に戻る' }).click();
    await onStep(page, '単価のご案内・購入形態');
    await expect(page.getByRole('radio', { name: '単品（今回のみ）' }).isChecked()).resolves.toBe(true);
  });

  it('reaches the server within a second', async () => {
    await callUnderWay();
    await untilStored(agent, scriptId, 'the memo', (call) => call.memo === '折り返しは16時以降');
    await press(page, 'Alt+KeyN');
    const typedAt = performance.now();
    await page.keyboard.insertText('。急ぎ');
    await untilStored(agent, scriptId, 'the addition', (call) => call.memo.endsWith('。急ぎ'));
    expect(performance.now() - typedAt).toBeLessThan(promisedMs(1_500));
  });

  it('is kept while offline and sent afterwards, as one call', async () => {
    await press(page, 'Digit1');
    await onStep(page, 'ご覧になった媒体');
    await untilStored(agent, scriptId, 'the call', (call) => call.path.length === 2);
    await context.setOffline(true);
    await fillIn(page, ['ArrowDown']);
    await press(page, 'Enter');
    await onStep(page, '商品・数量');
    await press(page, 'KeyM');
    await page.keyboard.insertText('電波が切れた');
    await page.getByText('オフライン（この端末に保存）').first().waitFor();
    await context.setOffline(false);
    const call = await untilStored(agent, scriptId, 'the memo', ({ memo }) => memo === '電波が切れた');
    expect(call.path.map(({ stepId }) => stepId)).toEqual(['S01', 'S02', 'S03']);
    const { body } = await agent.get<{ items: { scriptId: string }[] }>('/api/calls?limit=50');
    expect(body.items.filter((each) => each.scriptId === scriptId)).toHaveLength(1);
    await page.getByText('保存済み').first().waitFor();
  });

  it('is offered again after signing out and in', async () => {
    await callUnderWay();
    await untilStored(agent, scriptId, 'the memo', (call) => call.memo !== '');
    await context.clearCookies();
    await signInPage(page, server.url, 'op1@sakura.example');
    await page.goto(`${server.url}/run`);
    await page.getByRole('link', { name: new RegExp(`通販受注 ${titles}.*続きから`, 'u') }).click();
    await onStep(page, 'お名前・お電話番号');
    await expect(nameField().inputValue()).resolves.toBe('水野 和子');
  });
});

describe('a call open in two tabs', () => {
  it('goes on in the tab where it was opened last, and can be taken back', async () => {
    await callUnderWay();
    await untilStored(agent, scriptId, 'the memo', (call) => call.memo !== '');
    const second = await context.newPage();
    await second.goto(`${server.url}/run`);
    await second.getByRole('link', { name: new RegExp(`通販受注 ${titles}.*続きから`, 'u') }).click();
    await onStep(second, 'お名前・お電話番号');
    await page.getByText('この応対は別のタブで続けています').waitFor();
    await press(second, 'Alt+KeyN');
    await second.keyboard.insertText('。二つ目から');
    await untilStored(agent, scriptId, 'the addition', (call) => call.memo.endsWith('。二つ目から'));
    await page.getByRole('button', { name: 'このタブで続ける' }).click();
    await onStep(page, 'お名前・お電話番号');
    await press(page, 'KeyM');
    await expect(memo().inputValue()).resolves.toBe('折り返しは16時以降。二つ目から');
  });
});

describe('a call at two seats', () => {
  it('loses nothing that was typed at the one while it went on at the other', async () => {
    await callUnderWay();
    await untilStored(agent, scriptId, 'the memo', (call) => call.memo !== '');
    await context.setOffline(true);
    await press(page, 'Alt+KeyN');
    await page.keyboard.insertText('。電波のない所で');
    await page.getByText('オフライン（この端末に保存）').first().waitFor();

    const there = await newPerson(browser, { width: 1440, height: 900 });
    await enterAs(there.page, server.url, 'op1@sakura.example');
    await there.page.goto(`${server.url}/run`);
    await there.page.getByRole('link', { name: new RegExp(`通販受注 ${titles}.*続きから`, 'u') }).click();
    await onStep(there.page, 'お名前・お電話番号');
    // More changes than the first seat has made: its revs are not what decides.
    for (const letter of '。別の席で続けた') {
      await press(there.page, 'Alt+KeyN');
      await there.page.keyboard.insertText(letter);
    }
    await untilStored(agent, scriptId, 'the other seat', ({ memo: text }) => text.endsWith('続けた'));

    await context.setOffline(false);
    const words = page.getByRole('region', { name: '別の席での入力' });
    await words.getByText('折り返しは16時以降。電波のない所で').waitFor();
    await expect(memo().inputValue()).resolves.toBe('折り返しは16時以降。別の席で続けた');
    expect(await seriousFaults(page)).toEqual([]);
    await words.getByRole('button', { name: 'メモの末尾に加える' }).click();
    await words.getByRole('button', { name: '片付ける' }).click();
    await words.waitFor({ state: 'detached' });
    const both = '折り返しは16時以降。別の席で続けた\n折り返しは16時以降。電波のない所で';
    await untilStored(agent, scriptId, 'both memos', ({ memo: text }) => text === both);
    await there.context.close();
  });
});

describe('a version that comes out during the call', () => {
  const banner = () => page.getByRole('complementary', { name: '新しい版のお知らせ' });

  it('shows its banner without moving the text, and keeps memo and entries when it is taken', async () => {
    await callUnderWay();
    const words = page.getByText('恐れ入りますが、お名前とお電話番号をお願いいたします。');
    const before = [await words.boundingBox(), await nameField().boundingBox()];
    await release(supervisor, scriptId, {
      stepId: 'S07',
      say: 'お名前とお電話番号をお伺いいたします。',
      note: '言い回しを短く',
    });
    await banner()
      .getByText(/このステップが変わりました/u)
      .waitFor();
    await expect(words.isVisible()).resolves.toBe(true);
    expect([await words.boundingBox(), await nameField().boundingBox()]).toEqual(before);
    await banner().getByRole('button', { name: '変更を見る' }).click();
    await banner().locator('ins').first().waitFor();
    await press(page, 'Alt+KeyU');
    await page.getByText('お名前とお電話番号をお伺いいたします。').first().waitFor();
    await expect(nameField().inputValue()).resolves.toBe('水野 和子');
    const call = await untilStored(agent, scriptId, 'the switch', ({ switches }) => switches.length === 1);
    expect(call).toMatchObject({
      version: 2,
      memo: '折り返しは16時以降',
      switches: [{ from: 1, to: 2, how: 'accepted', stepId: 'S07' }],
    });
  });

  it('is swapped in silently when another step changed', async () => {
    await callUnderWay();
    await release(supervisor, scriptId, { stepId: 'G13', say: '返品は八日以内に承ります。', note: '返品' });
    await banner().getByText('新しい版 2').waitFor();
    const call = await untilStored(agent, scriptId, 'the switch', ({ switches }) => switches.length === 1);
    expect(call.switches).toMatchObject([{ how: 'silent', to: 2 }]);
    await expect(nameField().inputValue()).resolves.toBe('水野 和子');
  });

  it('replaces the words at once when urgent, and is acknowledged', async () => {
    await callUnderWay();
    await release(supervisor, scriptId, {
      stepId: 'S07',
      say: '本日は受付を停止しております。',
      note: '受付停止',
      class: 'urgent',
    });
    await page.getByText('本日は受付を停止しております。').first().waitFor();
    await banner()
      .getByRole('button', { name: /確認しました/u })
      .click();
    await banner().waitFor({ state: 'hidden' });
    await until('the acknowledgement', async () => {
      const { body } = await supervisor.get<{
        items: { account: { loginId: string }; acknowledgedAt: string | null }[];
      }>(`/api/scripts/${scriptId}/receipts`);
      return body.items.some(
        ({ account, acknowledgedAt }) => account.loginId === 'op1@sakura.example' && acknowledgedAt !== null,
      );
    });
    await expect(nameField().inputValue()).resolves.toBe('水野 和子');
  });
});

describe('what an agent loads', () => {
  it('is at most 230 kB of script for list and call, without any editor', async () => {
    const fresh = await newPerson(browser);
    await fresh.context.addCookies(await context.cookies());
    const loaded = new Map<string, Promise<Buffer>>();
    fresh.page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) loaded.set(pathname, response.body());
    });
    await fresh.page.goto(`${server.url}/run`);
    await fresh.page
      .getByRole('link', { name: `通販受注 ${titles}` })
      .first()
      .click();
    await onStep(fresh.page, '名乗り・ご用件の確認');
    const files = await Promise.all(loaded.values());
    await fresh.context.close();
    const bytes = files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
    expect(bytes).toBeLessThan(230_000);
    const text = Buffer.concat(files).toString();
    for (const word of ['ProseMirror', 'Yjs was already imported', 'react-flow'])
      expect(text).not.toContain(word);
  });
});

describe('a screen-pop', () => {
  it('fills the blanks and leaves the address bar', async () => {
    await page.goto(
      `${server.url}/run/${scriptId}?call_id=cti-77&v.company_name=みなと便&v.phone=0451234567`,
    );
    await onStep(page, '名乗り・ご用件の確認');
    await page.getByRole('button', { name: 'みなと便' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    const popped = 'the call with the number of the telephone system';
    const call = await untilStored(agent, scriptId, popped, ({ placeholders }) => 'call_id' in placeholders);
    expect(call.placeholders).toMatchObject({ company_name: 'みなと便', call_id: 'cti-77' });
    const own = await agent.get<Call>(`/api/calls/${call.id}`);
    expect(own.body.fields).toMatchObject({ phone: '0451234567' });
  });
});

describe('numbers that may not be kept', () => {
  it('leave the memo while it is written, and a field when it is left; an individual number is named', async () => {
    await press(page, 'KeyM');
    await memo().pressSequentially('カード 4111 1111 1111 1111');
    await page.getByText('カード番号は保存しません').waitFor();
    expect(await memo().inputValue()).toBe('カード ●●●●1111');
    await memo().fill('番号は 1234 5678 9018');
    await page.getByText('マイナンバーのような番号があります').waitFor();
    await memo().fill('折り返し希望');
    await press(page, 'Escape', 'Digit1');
    await onStep(page, 'ご覧になった媒体');
    await press(page, 'KeyF', 'Tab');
    const stored = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    expect(stored).toContain('折り返し希望');
    expect(stored).not.toMatch(/4111|1234/u);
  });
});

describe('searching', () => {
  it('reads a step of another script beside the call, by keyboard, and leads there by a lasting link', async () => {
    const other = await publishOrder(supervisor, '通販の返品');
    await release(supervisor, other, {
      stepId: 'S02',
      say: '{{company_name}}の返品受付窓口は、平日の九時から十七時までです。',
      note: '窓口の案内',
    });
    await press(page, 'Slash');
    const search = page.getByRole('dialog', { name: 'ステップを検索' });
    await search.getByRole('combobox').fill('返品受付 九時');
    const option = search.getByRole('option', { name: /通販の返品/u });
    await option.waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await until('it is chosen', async () => (await option.getAttribute('aria-selected')) === 'true');
    await press(page, 'Enter');
    const preview = search.getByRole('region', { name: '「通販の返品」のステップ' });
    await preview.getByText('平日の九時から十七時までです').waitFor();
    expect(await preview.innerText()).not.toContain('{{');
    expect(await seriousFaults(page)).toEqual([]);
    await search.getByRole('button', { name: '検索に戻る' }).click();
    expect(await search.getByRole('combobox').inputValue()).toBe('返品受付 九時');
    await press(page, 'Escape');
    await onStep(page, '名乗り・ご用件の確認');

    await page.goto(`${server.url}/run`);
    await page.getByRole('searchbox', { name: 'スクリプトを検索' }).fill('返品受付 九時');
    await page.getByRole('link', { name: /通販の返品｜/u }).click();
    await page.getByText('平日の九時から十七時までです').waitFor();
    expect(new URL(page.url()).search).toBe('');
    await page.goto(`${server.url}/run/${scriptId}?step=nowhere`);
    await page.getByText('リンクのステップには移れません').waitFor();
    await onStep(page, '名乗り・ご用件の確認');
  });
});
