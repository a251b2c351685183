import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '@daihon/shared/call';
import { bringDraftTo } from '@daihon/shared/script/draft/write';
import { fieldOf, scriptOf, stepOf, to } from '@daihon/shared/script/script.fixture';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { onStep, press, untilStored } from './agentPages.ts';

let server: RunningServer;
let browser: Browser;
let supervisor: Client;
let agent: Client;
let scriptId: string;
const open: BrowserContext[] = [];

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  supervisor = await signIn(server.url, 'sv1@sakura.example');
  agent = await signIn(server.url, 'op1@sakura.example');
  scriptId = (await supervisor.post<{ id: string }>('/api/scripts', { title: '本人確認' })).body.id;
  await fillDraft();
});

afterAll(async () => {
  for (const context of open) await context.close();
  await browser.close();
  await server.dispose();
});

/** A telephone number that nobody has masked yet, a note that is, and a step that reads the number back. */
async function fillDraft(): Promise<void> {
  const script = scriptOf([
    stepOf('s', {
      title: 'ご連絡先',
      fields: [
        fieldOf('tel', { label: '電話番号', type: 'tel', personal: true }),
        fieldOf('note', { label: '健康状態', type: 'longtext', mask: 'all' }),
      ],
      choices: to('r'),
    }),
    stepOf('r', { title: '復唱 {{tel}}', say: 'お電話番号は{{tel}}ですね。', choices: to('e') }),
    stepOf('e', { kind: 'end', title: '終了', say: '失礼いたします。', outcome: '済' }),
  ]);
  const draft = openDraft(supervisor, scriptId);
  await draft.synced;
  bringDraftTo(draft.doc, { ...script, title: '本人確認' }, { stepId: null, by: '', at: '' }, 'test');
  await draft.saved();
  draft.close();
}

async function personAt(loginId: string, path: string, width: number): Promise<Page> {
  const { context, page } = await newPerson(browser, { width, height: 900 });
  open.push(context);
  await enterAs(page, server.url, loginId);
  await page.goto(`${server.url}${path}`);
  return page;
}

describe('a masked field', () => {
  it('is asked for by a check, masked with one click, and can be set in the panel', async () => {
    const page = await personAt('sv1@sakura.example', `/scripts/${scriptId}?step=s`, 1440);
    const mask = page.getByRole('combobox', { name: '「電話番号」の伏せ字' });
    await page.getByRole('button', { name: /^指摘/u }).click();
    await page.getByText('個人情報の入力項目「電話番号」は伏せ字になりません。').waitFor();
    await page.getByRole('button', { name: '伏せ字にする' }).click();
    await page
      .getByText('個人情報の入力項目「電話番号」は伏せ字になりません。')
      .waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await mask.waitFor();
    await expect(mask.inputValue()).resolves.toBe('末尾4文字だけ表示');
    await expect(page.getByRole('combobox', { name: '「健康状態」の伏せ字' }).inputValue()).resolves.toBe(
      'すべて伏せる',
    );
    await page.getByRole('button', { name: '公開', exact: true }).waitFor();
    await publish();
  });

  it('hides what was typed once it is left, shows it while 表示 is held, and after a reload', async () => {
    const page = await personAt('op1@sakura.example', `/run/${scriptId}`, 400);
    await onStep(page, 'ご連絡先');
    const tel = page.getByRole('textbox', { name: '電話番号' });
    const note = page.getByRole('textbox', { name: '健康状態' });
    await tel.click();
    await page.keyboard.insertText('０４５１２３４５６７');
    await expect(tel.inputValue()).resolves.toBe('０４５１２３４５６７');
    await press(page, 'Enter');
    await page.keyboard.insertText('持病あり');
    await expect(tel.inputValue()).resolves.toBe('●●●●4567');
    await expect(note.inputValue()).resolves.toBe('持病あり');
    const show = page.getByRole('button', { name: '「電話番号」を表示（押している間）' });
    const spot = await show.boundingBox();
    await page.mouse.move((spot?.x ?? 0) + 10, (spot?.y ?? 0) + 10);
    await page.mouse.down();
    await expect.poll(() => tel.inputValue()).toBe('0451234567');
    await page.mouse.up();
    await expect.poll(() => tel.inputValue()).toBe('●●●●4567');
    await expect(note.inputValue()).resolves.toBe('●●●●');
    await show.focus();
    await page.keyboard.down('Space');
    await expect.poll(() => tel.inputValue()).toBe('0451234567');
    await page.keyboard.up('Space');
    await expect.poll(() => tel.inputValue()).toBe('●●●●4567');
    await onStep(page, 'ご連絡先');
    await untilStored(agent, scriptId, 'the note', ({ fields }) => fields.note === '●●●●');
    await page.reload();
    await onStep(page, 'ご連絡先');
    await expect(tel.inputValue()).resolves.toBe('●●●●4567');
    await tel.focus();
    await expect.poll(() => tel.inputValue()).toBe('0451234567');
    await press(page, 'Escape', 'Digit1');
    await onStep(page, '復唱 0451234567');
    await page.getByRole('button', { name: '0451234567' }).waitFor();
  });

  it('is masked for the supervisor and in the summary', async () => {
    const page = await personAt('op1@sakura.example', '/run', 1440);
    await page
      .getByRole('link', { name: /本人確認/u })
      .first()
      .click();
    const { id } = await untilStored(agent, scriptId, 'the call', ({ endedAt }) => endedAt === null);
    const other = (await supervisor.get<Call>(`/api/calls/${id}`)).body;
    expect(other.fields).toEqual({ tel: '●●●●4567', note: '●●●●' });
    await page.goto(`${server.url}/run/${scriptId}?call=${id}`);
    await onStep(page, '復唱 0451234567');
    await page.getByRole('button', { name: '0451234567' }).waitFor();
    await press(page, 'Digit1');
    await onStep(page, '終了');
    await press(page, 'Enter');
    await onStep(page, '応対を終えました');
    const summary = await page.getByRole('region', { name: /まとめ|要約/u }).innerText();
    expect(summary).toContain('電話番号: ●●●●4567');
    expect(summary).toContain('健康状態: ●●●●');
    expect(summary).not.toContain('0451234567');
  });
});

async function publish(): Promise<void> {
  const answer = await supervisor.post(`/api/scripts/${scriptId}/publish`, { note: '初版' });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
}
