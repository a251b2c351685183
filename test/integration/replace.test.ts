import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf, contentOf } from '@daihon/shared/script/contentText';
import { addStep, setStep } from '@daihon/shared/script/draft/edit';
import { addPlaceholder } from '@daihon/shared/script/draft/editScript';
import { writeContent } from '@daihon/shared/script/draft/contentWrite';
import { stepFragment } from '@daihon/shared/script/draft/layout';
import type { LogRow } from '@daihon/shared/log';
import type { Script } from '@daihon/shared/script/schema';
import type {
  FoundHits,
  FoundScript,
  ReplaceRun,
  ScriptStatus,
  ScriptUse,
} from '@daihon/shared/wire/library';
import type { Page } from '@daihon/shared/wire/http';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { DraftEditor } from '../support/draft.ts';
import { openDraft } from '../support/draft.ts';
import { until } from '../support/until.ts';
import type { TestApp } from './coreApp.ts';
import { startApp } from './coreApp.ts';

let app: TestApp;
let sv1: Client;
let sv2: Client;
let other: Client;

beforeAll(async () => {
  app = await startApp();
  [sv1, sv2, other] = await Promise.all([
    signIn(app.url, 'sv1@sakura.example'),
    signIn(app.url, 'sv2@sakura.example'),
    signIn(app.url, 'admin@midori.example'),
  ]);
});
afterAll(() => app.dispose());

const parts = ['say', 'do', 'caution', 'title', 'choice', 'label', 'placeholder', 'outcome'];
const exact = { case: true, width: true, kana: true };

/** A script whose step `s` says these lines. */
async function scriptSaying(title: string, lines: string): Promise<string> {
  const { id } = (await sv1.post<{ id: string }>('/api/scripts', { title })).body;
  const draft = openDraft(sv1, id);
  await draft.synced;
  const place = { group: null, afterId: null, position: { x: 0, y: 0 } };
  addStep(draft.doc, { id: 's', kind: 'talk', title: '案内', ...place }, null);
  draft.doc.transact(() => {
    const say = stepFragment(draft.doc, 's', 'say');
    if (say !== null) writeContent(say, contentOf(lines));
  });
  await draft.saved();
  draft.close();
  return id;
}
async function sayOf(id: string): Promise<string> {
  const { body } = await sv1.get<Script>(`/api/scripts/${id}/draft`);
  const step = body.steps.find((each) => each.id === 's');
  return step === undefined ? '' : textOf(step.say);
}
async function preview(text: string, to: string | null, scriptIds?: string[], client = sv1) {
  const ask = {
    query: { text, ...exact },
    parts,
    scope: scriptIds === undefined ? {} : { scriptIds },
    text: to,
  };
  return (await client.post<FoundHits>('/api/replacements/preview', ask)).body;
}
const chosen = (found: FoundHits) =>
  found.scripts.map(({ id, hits }) => ({ id, hitIds: hits.map((hit) => hit.id) }));
const replace = (text: string, to: string, scripts: unknown, client = sv1) =>
  client.post<ReplaceRun>('/api/replacements', { query: { text, ...exact }, text: to, scripts });
/** Types at the end of the first line, as an editor does. */
function typeAtEnd(editor: DraftEditor, text: string): void {
  const say = stepFragment(editor.doc, 's', 'say');
  const line = say?.get(0);
  const words = line !== undefined && 'get' in line ? line.get(0) : undefined;
  if (words !== undefined && 'insert' in words) words.insert(words.length, text as never);
}

describe('find and replace over scripts', () => {
  it('shows where a word stands, replaces what was chosen, and takes it back script by script', async () => {
    const first = await scriptSaying('甲の案内', 'サクラ通信の窓口です\nサクラ通信がお答えします');
    const second = await scriptSaying('乙の案内', 'サクラ通信よりご連絡しました');
    const found = await preview('サクラ通信', 'さくらコム');
    expect(found.total).toBe(3);
    const [a, b] = [first, second].map((id) => found.scripts.find((each) => each.id === id)?.hits ?? []);
    expect(a?.map(({ text, from, to }) => text.slice(from, to))).toEqual(['サクラ通信', 'サクラ通信']);
    const ask = [
      { id: first, hitIds: [a?.[1]?.id] },
      { id: second, hitIds: [b?.[0]?.id] },
    ];
    const { body: run, status } = await replace('サクラ通信', 'さくらコム', ask);
    expect(status).toBe(201);
    expect(run.scripts.map(({ replaced }) => replaced)).toEqual([1, 1]);
    expect(await sayOf(first)).toBe('サクラ通信の窓口です\nさくらコムがお答えします');
    const kept = (await sv2.get<ReplaceRun>(`/api/replacements/${run.id}`)).body;
    expect(kept.scripts.map(({ title }) => title)).toEqual(['甲の案内', '乙の案内']);
    const undo = () => sv2.post<{ takenBack: unknown }>(`/api/replacements/${run.scripts[0]?.id}/undo`);
    expect((await undo()).body.takenBack).toMatchObject({ lost: 0 });
    expect(await sayOf(first)).toBe('サクラ通信の窓口です\nサクラ通信がお答えします');
    expect(await sayOf(second)).toBe('さくらコムよりご連絡しました');
    expect((await undo()).status).toBe(409);
    const admin = await signIn(app.url, 'admin@sakura.example');
    const log = await admin.get<Page<{ action: string }>>(`/api/logs/admin?scriptId=${first}`);
    expect(log.body.items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['script.replace', 'script.takeBack']),
    );
  });

  it('loses nothing of what two people type meanwhile, and both see it at once', async () => {
    const id = await scriptSaying('編集中', 'ご契約の旧名称です');
    const editors = [openDraft(sv1, id), openDraft(sv2, id)];
    await Promise.all(editors.map(({ synced }) => synced));
    const found = await preview('旧名称', '新名称', [id]);
    const typing = (async () => {
      for (let n = 0; n < 20; n += 1) {
        editors.forEach((editor, who) => typeAtEnd(editor, who === 0 ? 'あ' : 'い'));
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    await replace('旧名称', '新名称', chosen(found));
    await typing;
    await Promise.all(editors.map((editor) => editor.saved()));
    const text = await sayOf(id);

    expect(text.startsWith('ご契約の新名称です')).toBe(true);
    expect(text.split('あ')).toHaveLength(21);
    expect(text.split('い')).toHaveLength(21);
    await until('both see it', () => editors.every(({ doc }) => lineOf(doc) === text));
    editors.forEach((editor) => editor.close());
  });

  it('passes over a hit that has changed since it was shown, and says so', async () => {
    const id = await scriptSaying('変わる文', '旧料金は千円です\n旧料金は二千円です');
    const found = await preview('旧料金', '新料金', [id]);
    const editor = openDraft(sv2, id);
    await editor.synced;
    editor.doc.transact(() => {
      const say = stepFragment(editor.doc, 's', 'say');
      if (say !== null) writeContent(say, contentOf('旧料金は千円です\nこの旧料金は三千円です'));
    });
    await editor.saved();
    editor.close();
    const { body } = await replace('旧料金', '新料金', chosen(found));
    expect(body.scripts[0]).toMatchObject({ replaced: 1, changed: 1 });
    expect(await sayOf(id)).toBe('新料金は千円です\nこの旧料金は三千円です');
  });

  it('renames an outcome code over scripts, and gives it back', async () => {
    const ids = [await scriptSaying('受電甲', '終わりです'), await scriptSaying('受電乙', '終わりです')];
    for (const id of ids) {
      const editor = openDraft(sv1, id);
      await editor.synced;
      setStep(editor.doc, 's', { kind: 'end', outcome: '折返し約束' }, null);
      await editor.saved();
      editor.close();
    }
    const outcomeOf = async (id: string) =>
      (await sv1.get<Script>(`/api/scripts/${id}/draft`)).body.steps.find((step) => step.id === 's')?.outcome;
    const found = await preview('折返し約束', '折返し予約');
    expect(found.scripts.flatMap(({ hits }) => hits.map(({ part }) => part))).toEqual(['outcome', 'outcome']);
    const { body: run } = await replace('折返し約束', '折返し予約', chosen(found));
    expect(run.scripts.map(({ replaced }) => replaced)).toEqual([1, 1]);
    expect(await Promise.all(ids.map(outcomeOf))).toEqual(['折返し予約', '折返し予約']);
    await sv2.post(`/api/replacements/${run.scripts[0]?.id}/undo`);
    expect((await Promise.all(ids.map(outcomeOf))).toSorted()).toEqual(
      ['折返し予約', '折返し約束'].toSorted(),
    );
  });

  it('keeps what was written after it when it is taken back', async () => {
    const id = await scriptSaying('後から書く', '旧商品のご案内です');
    const { body } = await replace('旧商品', '新商品', chosen(await preview('旧商品', '新商品', [id])));
    const editor = openDraft(sv2, id);
    await editor.synced;
    typeAtEnd(editor, 'よろしくお願いします');
    await editor.saved();
    editor.close();
    await sv1.post(`/api/replacements/${body.scripts[0]?.id}/undo`);
    expect(await sayOf(id)).toBe('旧商品のご案内ですよろしくお願いします');
  });

  it('is for editors of the own tenant', async () => {
    const id = await scriptSaying('他社から', '秘密の言葉');
    const found = await preview('秘密の言葉', '公開', [id]);
    expect((await preview('秘密の言葉', '公開', [id], other)).total).toBe(0);
    const theirs = await replace('秘密の言葉', '公開', chosen(found), other);
    expect(theirs.body.scripts[0]).toMatchObject({ failed: true, title: '' });
    expect(await sayOf(id)).toBe('秘密の言葉');
    const { body } = await replace('秘密の言葉', '公開', chosen(found));
    expect((await other.get(`/api/replacements/${body.id}`)).status).toBe(404);
    expect((await other.post(`/api/replacements/${body.scripts[0]?.id}/undo`)).status).toBe(404);
    const auditor = await signIn(app.url, 'audit@sakura.example');
    expect((await auditor.post('/api/replacements/preview', {})).status).not.toBe(200);
    const two = { query: { text: 'a\nb' }, parts, scope: {} };
    expect((await sv1.post('/api/replacements/preview', two)).status).toBe(400);
  });
});

describe('all scripts together', () => {
  it('are searched by agents as they are out, by synonyms too, and what was looked for is not kept', async () => {
    const { id } = (
      await sv1.post<{ id: string }>('/api/scripts', { title: '同義語の試験', templateId: 'order' })
    ).body;
    const draft = openDraft(sv1, id);
    await draft.synced;
    const start = draft.doc.getMap('meta').get('start') as string;
    draft.doc.transact(() => {
      const say = stepFragment(draft.doc, start, 'say');
      if (say !== null) writeContent(say, contentOf('ご退会のお手続きを承ります'));
    });
    await draft.saved();
    draft.close();
    const agent = await signIn(app.url, 'op1@sakura.example');
    const admin = await signIn(app.url, 'admin@sakura.example');
    const search = async (q: string) => {
      const { status, body } = await agent.get<Page<FoundScript>>(
        `/api/search/scripts?q=${encodeURIComponent(q)}`,
      );
      expect(status).toBe(200);
      return body.items.map((each) => each.id);
    };
    expect(await search('退会')).not.toContain(id);
    expect((await sv1.post(`/api/scripts/${id}/publish`, { note: '初版' })).status).toBe(201);
    expect(await search('退会')).toContain(id);
    expect(await search('おやめになる')).not.toContain(id);
    const wording = { synonyms: [['おやめになる', '退会']] };
    expect((await admin.patch('/api/settings', { wording })).status).toBe(200);
    expect(await search('オヤメニナル')).toContain(id);
    expect((await sv1.patch(`/api/scripts/${id}`, { state: 'archived' })).status).toBe(200);
    expect(await search('退会')).not.toContain(id);
    const log = await admin.get<Page<LogRow>>('/api/logs/operation?kind=script.search');
    expect(log.body.items.filter(({ actor }) => actor.loginId === 'op1@sakura.example')).toEqual([]);
    expect((await admin.patch('/api/settings', { wording: {} })).status).toBe(200);
  });

  it('are searched by what their steps say, in any width and kana, as fresh as they are typed', async () => {
    const id = await scriptSaying('検索の試験', 'ポイントの失効日をご案内します');
    const search = async (q: string, client = sv1) =>
      (await client.get<Page<FoundScript>>(`/api/search/scripts?q=${encodeURIComponent(q)}`)).body.items;
    const [hit] = (await search('ﾎﾟｲﾝﾄ　しっこう')).concat(await search('ﾎﾟｲﾝﾄ 失効'));
    expect(hit).toMatchObject({ id, lines: [{ part: 'say', stepTitle: '案内' }] });
    expect(await search('失効日', other)).toEqual([]);
    const editor = openDraft(sv2, id);
    await editor.synced;
    setStep(editor.doc, 's', { title: '有効期限の説明' }, null);
    await editor.saved();
    expect((await search('有効期限の説明')).map((each) => each.id)).toEqual([id]);
    const status = (await sv1.get<Page<ScriptStatus>>('/api/status/scripts')).body.items;
    expect(status.find((each) => each.id === id)?.editors.map(({ id: who }) => who)).toEqual([
      sv2.account.id,
    ]);
    editor.close();
  });

  it('tell which scripts call one, and what publishing it affects', async () => {
    const part = await scriptSaying('共通の本人確認', '本人確認です');
    const caller = await scriptSaying('呼び出し元', '呼び出します');
    const editor = openDraft(sv1, caller);
    await editor.synced;
    setStep(editor.doc, 's', { kind: 'jump', jump: { scriptId: part } }, null);
    await editor.saved();
    editor.close();
    const uses = (await sv1.get<Page<ScriptUse>>(`/api/scripts/${part}/uses`)).body.items;
    const use = {
      scriptId: caller,
      title: '呼び出し元',
      draft: [{ stepId: 's', title: '案内' }],
      published: [],
    };
    expect(uses).toMatchObject([use]);
    const changes = await sv1.get<{ affects: ScriptUse[] }>(`/api/scripts/${part}/changes`);
    expect(changes.body.affects).toMatchObject([use]);
    expect((await other.get(`/api/scripts/${part}/uses`)).status).toBe(404);
  });
});

describe('what the list says of a draft', () => {
  const countsOf = async (id: string) => {
    const status = (await sv1.get<Page<ScriptStatus>>('/api/status/scripts')).body.items;
    const { errors = 0, warnings = 0 } = status.find((each) => each.id === id) ?? {};
    return { errors, warnings };
  };
  const countsAtPublish = async (id: string) => {
    const { body } = await sv1.get<{ findings: { severity: string }[] }>(`/api/scripts/${id}/changes`);
    const count = (wanted: string) => body.findings.filter(({ severity }) => severity === wanted).length;
    return { errors: count('error'), warnings: count('warning') };
  };

  it('follows the words of the tenant, as publishing does', async () => {
    const id = await scriptSaying('禁句の試験', '必ず儲かります');
    const before = await countsOf(id);
    const admin = await signIn(app.url, 'admin@sakura.example');
    const setForbidden = (words: string[]) =>
      admin.patch('/api/settings', {
        wording: { forbidden: words.map((word) => ({ word, instead: '', severity: 'error' })) },
      });
    await setForbidden(['必ず儲かります']);
    expect(await countsOf(id)).toEqual({ ...before, errors: before.errors + 1 });
    expect(await countsOf(id)).toEqual(await countsAtPublish(id));
    await setForbidden([]);
    expect(await countsOf(id)).toEqual(before);
  });

  it('follows what a called part asks for, edited or published', async () => {
    const part = await scriptSaying('受け取る部品', '確認します');
    const caller = await scriptSaying('渡す側', '呼び出します');
    const editor = openDraft(sv1, caller);
    await editor.synced;
    setStep(editor.doc, 's', { kind: 'jump', jump: { scriptId: part } }, null);
    await editor.saved();
    editor.close();
    const before = await countsOf(caller);
    const declared = openDraft(sv1, part);
    await declared.synced;
    const asked = { label: '', type: 'text', example: '', fallback: '', input: true } as const;
    addPlaceholder(declared.doc, { key: 'order.no', ...asked }, null);
    await declared.saved();
    declared.close();
    expect(await countsOf(caller)).toEqual({ ...before, warnings: before.warnings + 1 });
    expect(await countsOf(caller)).toEqual(await countsAtPublish(caller));
  });
});

function lineOf(doc: DraftEditor['doc']): string {
  const line = stepFragment(doc, 's', 'say')?.get(0);
  const words = line !== undefined && 'get' in line ? line.get(0) : undefined;
  return words === undefined ? '' : words.toJSON();
}
