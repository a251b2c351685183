import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addBusinessDays } from '@daihon/shared/calendar/businessDays';
import { localTime } from '@daihon/shared/calendar/days';
import { surroundingsOf } from '@daihon/shared/calendar/surroundings';
import { bringDraftTo } from '@daihon/shared/script/draft/write';
import { formatValue } from '@daihon/shared/script/formatValue';
import type { Script } from '@daihon/shared/script/schema';
import { fieldOf, scriptOf, stepOf, to } from '@daihon/shared/script/script.fixture';
import type { Policy } from '@daihon/shared/settings';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import { publishScript } from '../support/publishScript.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { onStep, press, untilStored } from './agentPages.ts';

let server: RunningServer;
let browser: Browser;
let supervisor: Client;
let agent: Client;
let context: BrowserContext;
let page: Page;

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
  ({ context, page } = await newPerson(browser, { width: 1200, height: 900 }));
});

afterEach(() => context.close());

async function runAsAgent(scriptId: string): Promise<void> {
  await enterAs(page, server.url, 'op1@sakura.example');
  await page.goto(`${server.url}/run/${scriptId}`);
}

async function policyNow(): Promise<Policy> {
  return (await agent.get<Policy>('/api/policy')).body;
}

const hours = scriptOf([
  stepOf('a', { title: '名乗り', choices: to('k') }),
  stepOf('k', { kind: 'condition', title: '受付時間', choices: to(['open', 'isOpen()'], 'shut') }),
  stepOf('open', {
    title: '営業時間内のご案内',
    say: '{{due}}までに、担当者よりお電話いたします。',
    fields: [fieldOf('due', { label: 'ご連絡期限', type: 'date', computed: 'addBusinessDays(today(), 3)' })],
    choices: to('e1'),
  }),
  stepOf('shut', { title: '営業時間外のご案内', choices: to('e1') }),
  stepOf('e1', { title: '終話', outcome: '折返し予定' }),
]);

describe('the opening calendar', () => {
  it('set by an administrator decides what an agent is led to, and when a customer is called back', async () => {
    const scriptId = await publishScript(supervisor, '折返しのご案内', hours);
    const { timeZone } = await policyNow();
    const today = localTime(new Date().toISOString(), timeZone).day;
    await enterAs(page, server.url, 'admin@sakura.example');
    await page.goto(`${server.url}/settings`);
    const section = page.getByRole('region', { name: '営業カレンダー' });
    await section.getByRole('button', { name: '臨時営業日を追加' }).click();
    await section.getByLabel('臨時営業日 1行目の日付').fill(today);
    await section.getByLabel('臨時営業日 1行目の名称').fill('臨時営業');
    await section.getByLabel(`${today} 1つ目の開始`).fill('０時');
    await section.getByLabel(`${today} 1つ目の終了`).fill('24:00');
    await section.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('設定を保存しました').waitFor();
    const policy = await policyNow();
    expect(policy.calendar.open).toEqual([
      { date: today, label: '臨時営業', hours: [{ from: '00:00', to: '24:00' }] },
    ]);

    await context.close();
    ({ context, page } = await newPerson(browser, { width: 400, height: 800 }));
    await runAsAgent(scriptId);
    await onStep(page, '名乗り');
    await press(page, 'Digit1');
    await onStep(page, '営業時間内のご案内');
    await page.getByText('営業時間内 のため').waitFor();
    const due = addBusinessDays(today, 3, surroundingsOf(policy, '')) ?? '';
    await page.getByText(`${formatValue(due, 'date', 'ja')}までに、担当者よりお電話いたします。`).waitFor();
    await press(page, 'Digit1', 'Enter');
    const call = await untilStored(agent, scriptId, 'the end', ({ endedAt }) => endedAt !== null);
    expect(call).toMatchObject({ outcome: '折返し予定', fields: { due } });
    expect(call.path.find(({ stepId }) => stepId === 'k')?.reason).toBe('営業時間内');

    const admin = await signIn(server.url, 'admin@sakura.example');
    await admin.patch('/api/settings', { outcomes: [{ code: '折返し予定', label: '期限までにお電話' }] });
    await page.reload();
    const memos = await admin.get<{ items: { detail: unknown }[] }>(`/api/logs/memo?scriptId=${scriptId}`);
    expect(memos.body.items[0]?.detail).toMatchObject({
      outcome: '折返し予定',
      outcomeName: '期限までにお電話',
    });
    const shut = { ...policy.calendar, open: [], closed: [{ date: today, label: '臨時休業' }] };
    expect((await admin.patch('/api/settings', { calendar: shut })).status).toBe(200);
    await page.reload();
    await page.goto(`${server.url}/run/${scriptId}`);
    await onStep(page, '名乗り');
    await press(page, 'Digit1');
    await onStep(page, '営業時間外のご案内');
  });
});

describe('an embedded page', () => {
  const withPage = scriptOf([
    stepOf('a', {
      title: '返品規程',
      page: {
        url: 'https://help.sakura.example/returns?no=12',
        title: '返品の手引き',
        fallback: '返品は8日以内です。',
      },
      choices: to('e1'),
    }),
    stepOf('e1', { title: '終話' }),
  ]);

  it('is shown in a sandbox once its host is allowed, and gives way to its text otherwise', async () => {
    const scriptId = await publishScript(supervisor, '返品のご案内', withPage);
    await page.route('https://help.sakura.example/**', (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<h1>返品の手引き 第12条</h1>' }),
    );
    await runAsAgent(scriptId);
    await page.getByText('返品は8日以内です。').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    const frame = await page.request.get(`${server.url}/api/page-frame`);
    expect(frame.headers()['content-security-policy']).toContain("frame-src 'none'");

    const admin = await signIn(server.url, 'admin@sakura.example');
    expect((await admin.patch('/api/settings', { pages: ['*.sakura.example'] })).status).toBe(200);
    await page.reload();
    const inner = page.frameLocator('iframe').frameLocator('iframe');
    await inner.getByRole('heading', { name: '返品の手引き 第12条' }).waitFor();
    const sandbox = await page.frameLocator('iframe').locator('iframe').getAttribute('sandbox');
    expect(sandbox).toBe('allow-scripts allow-forms allow-popups');
  });
});

describe('a part', () => {
  const part: Script = {
    ...scriptOf([
      stepOf('p', {
        title: '本人確認',
        say: '{{plan}}のご契約ですね。',
        fields: [fieldOf('result', { label: '結果', output: true })],
        choices: to('e2'),
      }),
      stepOf('e2', { title: '確認済み' }),
    ]),
    placeholders: [{ key: 'plan', label: 'プラン', type: 'text', example: '', fallback: '', input: true }],
  };
  const calling = (scriptId: string): Script =>
    scriptOf([
      stepOf('f', {
        title: 'プランの確認',
        fields: [fieldOf('product', { label: '商品' }), fieldOf('check', { label: '確認結果' })],
        choices: to('j'),
      }),
      stepOf('j', {
        kind: 'jump',
        title: '本人確認へ',
        jump: {
          scriptId,
          inputs: [{ key: 'plan', from: 'product + "プラン"' }],
          outputs: [{ key: 'result', to: 'check' }],
        },
        choices: to(['ok', 'check == "一致"'], 'no'),
      }),
      stepOf('ok', { title: '一致しました', say: '結果は{{check}}です。', choices: to('e1') }),
      stepOf('no', { title: '一致しません', choices: to('e1') }),
      stepOf('e1', { title: '終話' }),
    ]);

  it('is handed what the caller knows and hands back its result', async () => {
    const partId = await publishScript(supervisor, '本人確認の部品', part);
    const scriptId = await publishScript(supervisor, 'ご契約の確認', calling(partId));
    const declared = await supervisor.get(`/api/scripts/${partId}/part`);
    expect(declared.body).toMatchObject({
      inputs: [{ key: 'plan' }],
      outputs: [{ key: 'result' }],
      version: 1,
    });
    expect((await agent.get(`/api/scripts/${partId}/part`)).status).toBe(403);
    await runAsAgent(scriptId);
    await onStep(page, 'プランの確認');
    await page.getByLabel('商品').fill('月額');
    await page.getByLabel('商品').press('Escape');
    await press(page, 'Digit1');
    await onStep(page, '本人確認へ');
    await press(page, 'Enter');
    await onStep(page, '本人確認');
    await page.getByText('月額プランのご契約ですね。').waitFor();
    await page.getByLabel('結果').fill('一致');
    await page.getByLabel('結果').press('Escape');
    await press(page, 'Digit1');
    await onStep(page, '確認済み');
    await press(page, 'Enter');
    await onStep(page, '本人確認へ');
    await press(page, 'Digit1');
    await onStep(page, '一致しました');
    await page.getByText('結果は一致です。').waitFor();
    const call = await untilStored(agent, scriptId, 'the result', ({ fields }) => fields.check === '一致');
    expect(call.fields).toMatchObject({ product: '月額', 'j/result': '一致' });
  });

  it('is not published while it calls its own caller', async () => {
    const first = await publishScript(supervisor, '往きの部品', part);
    const second = await publishScript(supervisor, '還りの部品', calling(first));
    const draft = openDraft(supervisor, first);
    await draft.synced;
    bringDraftTo(
      draft.doc,
      { ...calling(second), placeholders: part.placeholders, title: '往きの部品' },
      { stepId: null, by: '', at: '' },
      'test',
    );
    await draft.saved();
    draft.close();
    const answer = await supervisor.post<{ findings: { code: string }[] }>(`/api/scripts/${first}/publish`, {
      note: '輪',
    });
    expect(answer.status).toBe(422);
    expect(answer.body.findings.map(({ code }) => code)).toContain('jump_loop');
  });
});
