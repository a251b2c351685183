import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readScript } from '@daihon/shared/script/draft/read';
import { setStep } from '@daihon/shared/script/draft/edit';
import type { Sample } from '@daihon/shared/sample/sample';
import type { Script } from '@daihon/shared/script/schema';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { until } from '../support/until.ts';

let server: RunningServer;
let browser: Browser;
let supervisor: Client;
let page: Page;
let scriptId: string;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  supervisor = await signIn(server.url, 'sv1@sakura.example');
  ({ page } = await newPerson(browser));
  await enterAs(page, server.url, 'sv1@sakura.example');
});
afterAll(async () => {
  await browser.close();
  await server.dispose();
});

beforeEach(async () => {
  const made = await supervisor.post<{ id: string }>('/api/scripts', {
    title: '解約の試験',
    templateId: 'cancel',
  });
  scriptId = made.body.id;
  await page.goto(`${server.url}/scripts/${scriptId}`);
  await page.getByRole('textbox', { name: /^読む/u }).waitFor();
});

const trial = (): Locator => page.locator('[data-pane="trial"]');
const spoken = () => trial().getByRole('region', { name: '読む' });
const body = () => trial().locator('[data-step-body]');
const tab = (name: string) => trial().locator('label', { hasText: new RegExp(`^${name}`, 'u') });
const sampleRow = (name: string) => trial().getByRole('listitem').filter({ hasText: name });
const draft = async () => (await supervisor.get<Script>(`/api/scripts/${scriptId}/draft`)).body;

async function openTrial(): Promise<void> {
  await page.getByRole('button', { name: '試し通し', exact: true }).click();
  await spoken().waitFor();
}

/** A colleague changes the draft over a connection of his own. */
async function edit(change: Parameters<typeof setStep>[2], stepId: string): Promise<void> {
  const colleague = await signIn(server.url, 'sv2@sakura.example');
  const other = openDraft(colleague, scriptId);
  await other.synced;
  expect(readScript(other.doc).steps.some(({ id }) => id === stepId)).toBe(true);
  setStep(other.doc, stepId, change, null);
  await other.saved();
  other.close();
}

describe('a trial run', () => {
  it('goes from the greeting to an end by keyboard alone, marks where it is, and is no call', async () => {
    await openTrial();
    expect(await spoken().innerText()).toContain('お電話ありがとうございます');
    await body().focus();
    await page.keyboard.press('1');
    await until('the second step', async () => (await spoken().innerText()).includes('ご解約のご希望ですね'));
    expect(await page.locator('.react-flow__node [data-trial]').innerText()).toContain('ご解約の受け止め');
    // The outline gives its room to the map until it is asked for.
    const marked = page.locator('[role="treeitem"][data-trial]');
    expect(await marked.isVisible()).toBe(false);
    await page.getByRole('separator').first().press('Enter');
    await marked.waitFor();
    expect(await marked.innerText()).toContain('ご解約の受け止め');
    await body().focus();
    await page.keyboard.press('Backspace');
    await until('back at the first', async () => (await spoken().innerText()).includes('お電話ありがとう'));
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await trial().getByRole('heading', { name: 'ご本人様の確認（2点）' }).waitFor();
    // Keys of the editor stay keys of the editor: nothing was deleted, no dialog opened.
    expect(await page.getByRole('dialog').count()).toBe(0);
    const { body: calls } = await supervisor.get<{ items: unknown[] }>('/api/calls');
    expect(calls.items).toEqual([]);
  });

  it('begins at any step, follows live edits, and leaves a step that is removed', async () => {
    await openTrial();
    await body().focus();
    await page.keyboard.press('1');
    await spoken().getByText('ご解約のご希望ですね').waitFor();
    const { steps } = await draft();
    const here = steps.find(({ title }) => title === 'ご解約の受け止め');
    if (here === undefined) throw new Error('no such step');
    await edit({ title: '受け止め（新）' }, here.id);
    await trial().getByRole('heading', { name: '受け止め（新）' }).waitFor();
    await trial().getByRole('button', { name: '「受け止め（新）」を編集' }).click();
    await until('the step is open', async () => {
      return (await page.getByRole('textbox', { name: 'ステップ名' }).inputValue()) === '受け止め（新）';
    });
    await page.getByRole('button', { name: 'その他の操作', exact: true }).click();
    await page.getByRole('menuitem', { name: 'このステップから試す' }).click();
    await spoken().getByText('ご解約のご希望ですね').waitFor();
    expect(
      await trial()
        .getByRole('button', { name: /に戻る/u })
        .count(),
    ).toBe(0);
  });

  it('takes other values and another time', async () => {
    await openTrial();
    await tab('値').click();
    await trial().getByRole('textbox', { name: 'オペレーター名' }).fill('試験花子');
    await tab('画面').click();
    expect(await spoken().innerText()).toContain('試験花子');
    await tab('値').click();
    await trial().getByLabel('今の日時とみなす').fill('2027-01-01T10:00');
    expect(await trial().getByRole('button', { name: '実際の今に戻す' }).isVisible()).toBe(true);
    await tab('道筋').click();
    await trial()
      .getByText(/最長の道筋は約/u)
      .waitFor();
  });
});

describe('sample callers', () => {
  it('come along with a template and are on their path', async () => {
    await openTrial();
    await tab('見本').click();
    await until('three are on their path', async () => (await trial().getByText('道筋どおり').count()) === 3);
    const first = trial().getByRole('listitem').first();
    await first.getByRole('button', { name: '一手ずつ' }).click();
    await trial().getByRole('button', { name: '次の一手' }).click();
    await spoken().getByText('ご解約のご希望ですね').waitFor();
    await trial().getByRole('button', { name: '最後まで' }).click();
    await trial().getByText('道筋どおり終わりました').waitFor();
  });

  it('are saved from a run, broken by an edit, told of at publishing, and mended', async () => {
    await openTrial();
    await body().focus();
    await page.keyboard.press('1');
    await spoken().getByText('ご解約のご希望ですね').waitFor();
    await tab('見本').click();
    await trial().getByRole('textbox', { name: 'この通しを保存' }).fill('水野さん：すぐに解約');
    await trial().getByRole('button', { name: '保存', exact: true }).click();
    const row = sampleRow('水野さん：すぐに解約');
    await row.getByText('道筋どおり').waitFor();
    await row.getByRole('switch', { name: '必須' }).click();
    await until('it is required', async () => {
      const { body: list } = await supervisor.get<{ items: Sample[] }>(`/api/scripts/${scriptId}/samples`);
      return list.items.some(({ name, required }) => name.startsWith('水野') && required);
    });
    const { steps, start } = await draft();
    const first = steps.find(({ id }) => id === start);
    const choice = first?.choices[0];
    if (first === undefined || choice === undefined) throw new Error('no first choice');
    const other = openDraft(supervisor, scriptId);
    await other.synced;
    const choices = other.doc.getMap<{ get(key: string): unknown }>('steps').get(first.id)?.get('choices');
    const map = (choices as { get(id: string): { set(key: string, value: unknown): void } }).get(choice.id);
    map.set('to', null);
    await other.saved();
    await row.getByText(/外れました.*行き先がありません/u).waitFor();
    await row.getByRole('button', { name: /外れました/u }).click();
    await until('the step is open', async () => {
      return (await page.getByRole('textbox', { name: 'ステップ名' }).inputValue()) === first.title;
    });
    await page.getByRole('button', { name: '公開', exact: true }).click();
    await page.getByRole('dialog').getByText('エラーがあるため公開できません').waitFor();
    await page
      .getByRole('dialog')
      .getByText(/水野さん：すぐに解約/u)
      .waitFor();
    await page.keyboard.press('Escape');
    map.set('to', choice.to);
    await other.saved();
    other.close();
    await row.getByText('道筋どおり').waitFor();
  });
});

describe('the checks', () => {
  const drawer = () => page.getByRole('dialog', { name: '指摘' });
  const steps = () => page.getByRole('tree').getByRole('treeitem');

  it('underline doubtful words while they are written, lead to them by F8 and replace them as one change', async () => {
    const say = page.getByRole('textbox', { name: /^読む/u });
    await say.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('資料を拝見させていただきます。');
    const painted = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('dh-words-warning') ?? [])].map((range) => {
          const live = document.createRange();
          live.setStart(range.startContainer, range.startOffset);
          live.setEnd(range.endContainer, range.endOffset);
          return live.toString();
        }),
      );
    await until('the words are underlined', async () => (await painted()).includes('拝見させていただき'));
    const hint = '言い換え：『拝見し』';
    await until('the pointer on them is told why and what instead', async () => {
      const box = await page.evaluate(() => {
        const range = [...(CSS.highlights.get('dh-words-warning') ?? [])][0];
        const live = document.createRange();
        if (range === undefined) return null;
        live.setStart(range.startContainer, range.startOffset);
        live.setEnd(range.endContainer, range.endOffset);
        const { x, y, width, height } = live.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      });
      if (box !== null) await page.mouse.move(box.x, box.y);
      return (await say.getAttribute('title'))?.includes(hint) === true;
    });
    await page.keyboard.press('F8');
    await until('they are chosen', async () =>
      page.evaluate(() => getSelection()?.toString() === '拝見させていただき'),
    );
    await until('so is the caret in them', async () => {
      return (await say.getAttribute('aria-description'))?.includes(hint) === true;
    });
    await page.getByRole('button', { name: '指摘1件' }).click();
    await drawer().getByRole('button', { name: '「拝見し」に置き換える' }).click();
    await until('they are replaced', async () => (await say.innerText()).includes('資料を拝見します。'));
    await drawer().getByText('指摘はありません').waitFor();
    await page.keyboard.press('Escape');
    await say.click();
    await page.keyboard.press('Control+z');
    await until('one undo', async () => (await say.innerText()).includes('拝見させていただきます'));
  });

  it('mend a choice that leads nowhere and a placeholder that is missing', async () => {
    const other = openDraft(supervisor, scriptId);
    await other.synced;
    const { start, steps: all } = await draft();
    const first = all.find(({ id }) => id === start);
    const choice = first?.choices[0];
    if (first === undefined || choice === undefined) throw new Error('no first choice');
    interface Shared {
      get(key: string): Shared;
      set(key: string, value: unknown): void;
    }
    const shared = other.doc.getMap<Shared>('steps').get(first.id);
    shared?.get('choices').get(choice.id).set('to', null);
    await other.saved();
    other.close();
    const say = page.getByRole('textbox', { name: /^読む/u });
    await say.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('{{unknown.key}}');
    await page.getByRole('button', { name: /^指摘/u }).click();
    await drawer()
      .getByText(/エラー [1-9]/u)
      .click();
    await drawer().getByRole('combobox', { name: '行き先を選ぶ' }).click();
    await page.getByRole('option', { name: /ご解約の受け止め/u }).click();
    await until('the choice leads there', async () => {
      const now = (await draft()).steps.find(({ id }) => id === first.id);
      return now?.choices[0]?.to === choice.to;
    });
    await drawer().getByRole('button', { name: '差込項目「unknown.key」を作る' }).click();
    await until('the placeholder is there', async () =>
      (await draft()).placeholders.some(({ key }) => key === 'unknown.key'),
    );
    expect(await steps().count()).toBeGreaterThan(10);
  });

  it('go by the words that an administrator has set, pasted in one go', async () => {
    const admin = await newPerson(browser);
    await enterAs(admin.page, server.url, 'admin@sakura.example');
    await admin.page.goto(`${server.url}/settings#wording`);
    const section = admin.page.getByRole('region', { name: '表記と NG ワード' });
    await section.getByRole('button', { name: 'まとめて貼り付け' }).first().click();
    await section
      .getByRole('textbox', { name: '貼り付ける内容' })
      .fill('あおぞら光、青空光、エラー\nご用件,ご要件,警告');
    await section.getByRole('button', { name: '2行を取り込む' }).click();
    await section.getByRole('button', { name: '保存' }).click();
    await admin.page.getByText('設定を保存しました').waitFor();
    await admin.context.close();
    await page.reload();
    await page.getByRole('button', { name: '公開', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('NGワード「あおぞら光」が使われています。').first().waitFor();
    await dialog.getByText('エラーがあるため公開できません').waitFor();
  });
});
