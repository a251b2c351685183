import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Script } from '@daihon/shared/script/schema';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { axeOn } from '../support/access.ts';
import { enterAs, launchBrowser, newPerson } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { newScript, openEditorPage, say, storedLines } from './editorPages.ts';

let server: RunningServer;
let browser: Browser;
let sv1: Client;
let page: Page;

beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
  sv1 = await signIn(server.url, 'sv1@sakura.example');
  ({ page } = await newPerson(browser));
  await enterAs(page, server.url, 'sv1@sakura.example');
});
afterAll(async () => {
  await browser.close();
  await server.dispose();
});

const make = async (title: string) => (await sv1.post<ScriptSummary>('/api/scripts', { title })).body.id;
const read = async (id: string) => (await sv1.get<ScriptSummary>(`/api/scripts/${id}`)).body;
const row = (title: string) => page.getByRole('row', { name: new RegExp(title, 'u') });
const select = (title: string) => page.getByRole('checkbox', { name: `『${title}』を選択` });
const inBar = (name: string) => page.getByRole('toolbar').getByRole('button', { name });

async function openList(query = ''): Promise<void> {
  await page.goto(`${server.url}/scripts${query}`);
  await page.getByRole('row').nth(1).waitFor();
}

describe('the list of scripts', () => {
  it('files several scripts at once in a new folder, shows them there, and takes it back', async () => {
    const ids = [await make('解約の甲'), await make('解約の乙')];
    await openList();
    await select('解約の甲').click();
    await select('解約の乙').click();
    await inBar('移動…').click();
    await page.getByLabel('新しいフォルダを作って移動').fill('受電');
    await page.getByRole('button', { name: 'ここに移動' }).click();
    await page.getByText('2件を『受電』に移動しました').waitFor();
    await page.getByRole('treeitem', { name: /^受電/u }).click();
    await expect.poll(() => page.getByRole('row').count()).toBe(3);
    expect(page.url()).toContain('folder=');
    // The folder is remembered for the next visit.
    await page.goto(`${server.url}/scripts`);
    await page.getByRole('navigation', { name: 'フォルダの場所' }).getByText('受電').waitFor();
    expect((await Promise.all(ids.map(read))).map(({ folder }) => folder)).toEqual(['受電', '受電']);
    await page.getByRole('treeitem', { name: /^すべて/u }).click();
  });

  it('renames a folder by keyboard, and moves a script by dragging it there', async () => {
    const id = await make('ドラッグする台本');
    await openList();
    const folder = page.getByRole('treeitem', { name: /^受電/u });
    await folder.click();
    await folder.press('F2');
    await page.getByLabel('フォルダ名').fill('電話窓口');
    await page.getByLabel('フォルダ名').press('Enter');
    await page.getByRole('treeitem', { name: /^電話窓口/u }).waitFor();
    await page.getByRole('treeitem', { name: /^すべて/u }).click();
    await row('ドラッグする台本').dragTo(page.getByRole('treeitem', { name: /^電話窓口/u }));
    await page.getByText('『電話窓口』に移動しました').waitFor();
    expect((await read(id)).folder).toBe('電話窓口');
  });

  it('puts a new label on, gives an owner and a review date, and says what is overdue', async () => {
    const id = await make('見直しの台本');
    await openList();
    await select('見直しの台本').click();
    await inBar('ラベル').click();
    await page.getByLabel('新しいラベルの名前').fill('新人研修');
    await page.getByRole('button', { name: '作成して付ける' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: '新人研修' }).waitFor();
    await dialog.getByRole('button', { name: '保存' }).click();
    await row('見直しの台本').getByText('新人研修').waitFor();
    await inBar('担当').click();
    await dialog.getByRole('combobox', { name: '担当' }).click();
    await page.getByRole('option', { name: sv1.account.name }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await row('見直しの台本').getByText(sv1.account.name).first().waitFor();
    await inBar('見直し期限').click();
    await page.getByLabel('次の見直し日').fill('2026-01-31');
    await dialog.getByRole('button', { name: '保存' }).click();
    await row('見直しの台本').getByText('期限切れ').waitFor();
    await page.getByRole('button', { name: '選択を解除' }).click();
    await page.getByRole('button', { name: '表示する' }).click();
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    expect(page.url()).toContain('review=overdue');
    await page.getByRole('link', { name: 'スクリプト 見直し期限切れ 1件' }).waitFor();
    await page.getByRole('button', { name: '『見直しの台本』の操作' }).click();
    await page.getByRole('menuitem', { name: '見直し済みにする' }).click();
    await page.getByText(/見直し済みにしました。次は/u).waitFor();
    expect((await read(id)).reviewedAt).not.toBeNull();
  });

  it('finds a script by what a step says and leads to that step', async () => {
    const { scriptId } = await newScript(sv1, ['ﾎﾟｲﾝﾄの失効日をご案内いたします']);
    await openList();
    await page.getByRole('searchbox').fill('ぽいんと 失効');
    const hit = page.getByRole('link', { name: /ﾎﾟｲﾝﾄの失効日/u });
    await hit.waitFor();
    await hit.click();
    await page.waitForURL(`**/scripts/${scriptId}?step=step-one`);
    await say(page).getByText('失効日').waitFor();
  });

  it('goes by keyboard: rows, selection, the bin, and back out of it', async () => {
    const id = await make('捨てる台本');
    await openList('?q=' + encodeURIComponent('捨てる台本'));
    await page.getByRole('link', { name: '捨てる台本' }).focus();
    await page.keyboard.press('Space');
    await inBar('ごみ箱に移動').waitFor();
    await page.getByRole('link', { name: '捨てる台本' }).press('Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'ごみ箱に移動' }).click();
    await page.getByText('『捨てる台本』をごみ箱に移動しました').waitFor();
    await page.goto(`${server.url}/scripts/bin`);
    await page.getByRole('button', { name: '『捨てる台本』を戻す' }).click();
    await page.getByText('『捨てる台本』を戻しました').waitFor();
    expect((await read(id)).title).toBe('捨てる台本');
  });

  it('stays quick and reachable with four hundred scripts', async () => {
    const titles = Array.from({ length: 400 }, (_, n) => `大量の台本${String(n).padStart(3, '0')}`);
    for (let at = 0; at < titles.length; at += 20) await Promise.all(titles.slice(at, at + 20).map(make));
    await openList('?sort=title&dir=desc&q=' + encodeURIComponent('大量の台本'));
    await page.getByText('400件を表示').waitFor();
    expect(await page.getByRole('row').count()).toBeLessThan(80);
    await page.getByRole('link', { name: '大量の台本399' }).press('End');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('大量の台本000');
  }, 240_000);
});

describe('find and replace', () => {
  it('previews, replaces what stays ticked, tells the colleague who is in the script, and takes it back', async () => {
    const { scriptId } = await newScript(sv1, ['旧社名の窓口です', '旧社名がご案内します']);
    const colleague = await newPerson(browser);
    await enterAs(colleague.page, server.url, 'sv2@sakura.example');
    await openEditorPage(colleague.page, server.url, scriptId);
    await page.goto(`${server.url}/scripts/replace`);
    await page.getByLabel('検索する語句').fill('旧社名');
    await page.getByLabel('置換後の語句').fill('新社名');
    await page.getByRole('button', { name: '検索', exact: true }).click();
    await page.getByText('1件のスクリプトに2か所あります').waitFor();
    await page.getByRole('checkbox', { name: /旧社名がご案内します/u }).click();
    await page.getByRole('button', { name: '1か所を置換' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '1か所を置換' }).click();
    await page.getByText('1か所を置換').first().waitFor();
    await say(colleague.page).getByText('新社名の窓口です').waitFor();
    await colleague.page.getByText(/さんが「検索と置換」で/u).waitFor();
    expect(await storedLines(sv1, scriptId)).toEqual(['新社名の窓口です', '旧社名がご案内します']);
    // The result has its own address: the way back survives a reload.
    await page.reload();
    await page.getByRole('button', { name: '元に戻す' }).click();
    await page.getByText(/さんが元に戻しました/u).waitFor();
    expect(await storedLines(sv1, scriptId)).toEqual(['旧社名の窓口です', '旧社名がご案内します']);
    await colleague.context.close();
  });

  it('warns before a script that others call goes into the bin', async () => {
    const part = await make('共通の本人確認');
    const { scriptId } = await newScript(sv1, ['呼び出します']);
    const { setStep } = await import('@daihon/shared/script/draft/edit');
    const { openDraft } = await import('../support/draft.ts');
    const draft = openDraft(sv1, scriptId);
    await draft.synced;
    setStep(draft.doc, 'step-one', { kind: 'jump', jump: { scriptId: part } }, null);
    await draft.saved();
    draft.close();
    await openList('?q=' + encodeURIComponent('共通の本人確認'));
    await page.getByRole('button', { name: '『共通の本人確認』の操作' }).click();
    await page.getByRole('menuitem', { name: '使用箇所（1件）' }).waitFor();
    await page.getByRole('menuitem', { name: 'ごみ箱に移動' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('入力の試験').waitFor();
    expect(await dialog.getByRole('button', { name: 'ごみ箱に移動' }).isDisabled()).toBe(true);
    await dialog.getByRole('checkbox').click();
    await dialog.getByRole('button', { name: 'ごみ箱に移動' }).click();
    await page.getByText('『共通の本人確認』をごみ箱に移動しました').waitFor();
    expect((await sv1.get<Script>(`/api/scripts/${part}/draft`)).status).toBe(404);
  });
});

describe('accessibility', () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    it(`finds nothing on the list, the bin, the replacing and the labels in ${colorScheme}`, async () => {
      const width = colorScheme === 'light' ? 1440 : 400;
      const visit = await newPerson(browser, { colorScheme, width });
      await enterAs(visit.page, server.url, 'admin@sakura.example');
      for (const path of ['/scripts', '/scripts/bin', '/scripts/replace', '/settings']) {
        await visit.page.goto(server.url + path);
        await visit.page.getByRole('heading', { level: 1 }).waitFor();
        await visit.page.waitForLoadState('networkidle');
        const { violations } = await axeOn(visit.page).analyze();
        expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
        const overflow = await visit.page.evaluate(
          () =>
            (document.querySelector('main')?.scrollWidth ?? 0) -
            (document.querySelector('main')?.clientWidth ?? 0),
        );
        expect(overflow, path).toBeLessThanOrEqual(0);
      }
      await visit.context.close();
    });
  }
});
