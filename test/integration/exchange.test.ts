import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayInJapan } from '@daihon/shared/days';
import type { Script } from '@daihon/shared/script/schema';
import type { DraftImport, ImportMade, ImportPreview, UndoneImport } from '@daihon/shared/wire/exchange';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import type { App } from './app.ts';
import { startApp } from './app.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';

let app: App;
let supervisor: Client;
let agent: Client;
let auditor: Client;
let admin: Client;
let other: Client;
let second: Client;

beforeAll(async () => {
  app = await startApp();
  supervisor = await signIn(app.url, 'sv1@sakura.example');
  second = await signIn(app.url, 'sv2@sakura.example');
  agent = await signIn(app.url, 'op1@sakura.example');
  auditor = await signIn(app.url, 'audit@sakura.example');
  admin = await signIn(app.url, 'admin@sakura.example');
  other = await signIn(app.url, 'admin@midori.example');
});

afterAll(() => app.dispose());

interface Problem {
  code: string;
  errors?: { pointer: string }[];
  problems?: { code: string; line: number | null }[];
}

async function newScript(title: string, templateId?: string): Promise<string> {
  const made = await supervisor.post<ScriptSummary>('/api/scripts', {
    title,
    ...(templateId === undefined ? {} : { templateId }),
  });
  expect(made.status).toBe(201);
  return made.body.id;
}

async function draft(scriptId: string): Promise<Script> {
  return (await supervisor.get<Script>(`/api/scripts/${scriptId}/draft`)).body;
}

/** The bytes of an export. */
async function bytesOf(scriptId: string, ask: Record<string, unknown>, client = supervisor): Promise<Buffer> {
  const { csrfToken } = (await client.get<{ csrfToken: string }>('/api/session')).body;
  const response = await fetch(`${app.url}/api/scripts/${scriptId}/export`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: client.cookie,
      origin: app.url,
      'x-csrf-token': csrfToken,
    },
    body: JSON.stringify(ask),
  });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

const preview = (body: Record<string, unknown>, client = supervisor) =>
  client.post<ImportPreview>('/api/imports/preview', body);
const table = [
  '種類,タイトル,読む,分岐,移動先',
  'トーク,名乗り,お電話ありがとうございます。,はい,終話',
  '終話,終話,失礼いたします。,,',
].join('\n');
const bad = `${table}\nとーく,謎の行,x,,\nトーク,${'長'.repeat(201)},x,,`;

describe('a script out as a file and in again', () => {
  it.each(['json', 'markdown', 'csv', 'xlsx'])(
    'is the same by %s, in the place of its own draft',
    async (format) => {
      const scriptId = await newScript(`往復 ${format}`, 'order');
      const before = await draft(scriptId);
      const bytes = await bytesOf(scriptId, { format, samples: true, reason: '移行' });
      const body = {
        name: `x.${format === 'markdown' ? 'md' : format}`,
        base64: bytes.toString('base64'),
        scriptId,
      };
      const seen = await preview(body);
      expect(seen.body.problems).toEqual([]);
      expect(seen.body.changes).toEqual([]);
      expect((await supervisor.post('/api/imports', body)).status).toBe(200);
      expect(await draft(scriptId)).toEqual(before);
    },
  );

  it('gives the same hash when the document of a version is published anew', async () => {
    const scriptId = await newScript('同じ版', 'outage');
    const first = await supervisor.post<{ hash: string }>(`/api/scripts/${scriptId}/publish`, {
      note: '初版',
    });
    const bytes = await bytesOf(scriptId, { format: 'json', version: 1 });
    const made = await supervisor.post<ScriptSummary>('/api/imports', {
      name: 'v.json',
      base64: bytes.toString('base64'),
    });
    expect(made.status).toBe(201);
    const again = await supervisor.post<{ hash: string }>(`/api/scripts/${made.body.id}/publish`, {
      note: '移した版',
    });
    expect(again.body.hash).toBe(first.body.hash);
  });

  it('replaces a draft by one edit, and takes it back by another that keeps what a colleague wrote since', async () => {
    const scriptId = await newScript('置き換え');
    const before = await draft(scriptId);
    const answer = await supervisor.post<ImportMade>('/api/imports', {
      name: '表.csv',
      text: table,
      scriptId,
    });
    expect(answer.status).toBe(200);
    const after = await draft(scriptId);
    expect(after.title).toBe(before.title);
    // Steps of the same title are the same steps.
    const greeting = before.steps.find(({ title }) => title === '名乗り');
    expect(after.steps.find(({ title }) => title === '名乗り')?.id).toBe(greeting?.id);
    await second.patch(`/api/scripts/${scriptId}`, { title: '田中が付けた題' });

    const last = await second.get<{ item: DraftImport }>(`/api/scripts/${scriptId}/imports/last`);
    expect(last.body.item).toMatchObject({ file: '表.csv', takenBack: null });
    const undo = `/api/imports/${answer.body.importId ?? ''}/undo`;
    expect((await agent.post(undo)).status).toBe(403);
    expect((await other.post(undo)).status).toBe(404);
    const undone = await second.post<UndoneImport>(undo);
    expect(undone.body.kept).toHaveLength(1);
    expect(await draft(scriptId)).toEqual({ ...before, title: '田中が付けた題' });
    expect((await supervisor.post(undo)).status).toBe(409);
    const again = await second.get<{ item: DraftImport }>(`/api/scripts/${scriptId}/imports/last`);
    expect(again.body.item.takenBack).not.toBeNull();

    const log = await admin.get<{ items: { action: string; detail: Record<string, unknown> }[] }>(
      `/api/logs/admin?scriptId=${scriptId}`,
    );
    const rows = log.body.items.filter(({ action }) => action.startsWith('script.import'));
    expect(rows.map(({ action }) => action)).toEqual(['script.importUndo', 'script.import']);
    expect(rows[1]?.detail).toMatchObject({ format: 'csv', steps: 2, skipped: 0 });
  });

  it('asks again when a colleague changed the draft after it was looked at, and names them', async () => {
    const scriptId = await newScript('確認の後');
    const seen = await preview({ text: table, scriptId });
    const tag = seen.body.draft?.tag ?? '';
    expect(seen.body.draft?.editors).toEqual([]);
    await second.patch(`/api/scripts/${scriptId}`, { title: '変わった題' });
    const replace = (ifMatch: string) =>
      supervisor.request<Problem>('POST', '/api/imports', { text: table, scriptId }, { 'if-match': ifMatch });
    const refused = await replace(tag);
    expect(refused.status).toBe(409);
    const { name } = second.account;
    expect(refused.body).toMatchObject({ code: 'conflict', standing: { changedBy: [name], editors: [] } });
    expect((await draft(scriptId)).title).toBe('変わった題');
    const fresh = (await preview({ text: table, scriptId })).body.draft?.tag ?? '';
    expect((await replace(fresh)).status).toBe(200);
  });
});

describe('a preview', () => {
  it('tells what a file would become and writes nothing', async () => {
    const before = await supervisor.get<{ items: unknown[] }>('/api/scripts?limit=200');
    const { status, body } = await preview({ name: '受付.csv', base64: Buffer.from(bad).toString('base64') });
    expect(status).toBe(200);
    expect(body).toMatchObject({ format: 'csv', encoding: 'utf-8', changes: null });
    expect(body.script?.title).toBe('受付');
    expect(body.script?.steps.map(({ title }) => title)).toEqual(['名乗り', '終話']);
    expect(body.problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['unknown_kind', 4, '種類'],
      ['too_long', 5, 'タイトル'],
    ]);
    expect(body.findings.some(({ severity }) => severity === 'error')).toBe(true);
    const after = await supervisor.get<{ items: unknown[] }>('/api/scripts?limit=200');
    expect(after.body.items.length).toBe(before.body.items.length);
  });

  it.each([
    ['UTF-8', Buffer.from(table), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${table}`), 'utf-8'],
    ['Shift_JIS', iconv.encode(table, 'windows-31j'), 'shift_jis'],
    [
      'UTF-16 with tabs',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(table.replaceAll(',', '\t'), 'utf16le')]),
      'utf-16',
    ],
  ])('reads a table in %s', async (_, bytes, encoding) => {
    const { body } = await preview({ name: 'a.csv', base64: bytes.toString('base64') });
    expect(body.encoding).toBe(encoding);
    expect(body.script?.steps.map(({ title }) => title)).toEqual(['名乗り', '終話']);
  });

  it('is made into a script only without errors, or with its rows left out knowingly', async () => {
    const refused = await supervisor.post<Problem>('/api/imports', { text: bad });
    expect(refused.status).toBe(400);
    expect(refused.body.problems?.map(({ line }) => line)).toEqual([4, 5]);
    const made = await supervisor.post<ScriptSummary>('/api/imports', {
      text: bad,
      skip: true,
      title: '直した題',
      folder: '受付',
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ title: '直した題', folder: '受付', state: 'draft' });
    expect((await draft(made.body.id)).steps.map(({ title }) => title)).toEqual(['名乗り', '終話']);
  });

  it('reads its own examples without a word', async () => {
    for (const format of ['markdown', 'csv', 'xlsx']) {
      for (const language of ['ja', 'en']) {
        const response = await fetch(`${app.url}/api/imports/example?format=${format}&language=${language}`, {
          headers: { cookie: supervisor.cookie },
        });
        const base64 = Buffer.from(await response.arrayBuffer()).toString('base64');
        const { body } = await preview({
          name: `x.${format === 'markdown' ? 'md' : format}`,
          base64,
          language: language === 'ja' ? 'ja' : 'en',
        });
        expect(
          body.problems.map(({ code }) => code),
          `${format} ${language}`,
        ).toEqual(['placeholder_made'].slice(0, format === 'markdown' ? 1 : 0));
        expect(
          body.findings.filter(({ severity }) => severity === 'error'),
          `${format} ${language}`,
        ).toEqual([]);
        expect(body.script?.steps.length).toBe(6);
      }
    }
  });
});

describe('a hostile file is refused with one clear line', () => {
  const xlsx = (sheet: string, more: Record<string, Uint8Array> = {}): Buffer =>
    Buffer.from(
      zipSync({
        '[Content_Types].xml': strToU8(
          '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        ),
        'xl/workbook.xml': strToU8(
          '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>',
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        ),
        'xl/worksheets/sheet1.xml': strToU8(
          `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
        ),
        ...more,
      }),
    );
  const nested = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
  const cases: [name: string, file: string, bytes: () => Buffer, code: string][] = [
    ['an empty file', 'a.csv', () => Buffer.from(''), 'empty_file'],
    ['a picture', 'a.csv', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff]), 'bad_encoding'],
    ['a compressed file', 'a.csv', () => gzipSync(Buffer.from(table)), 'bad_encoding'],
    [
      'an Excel file of before 2007',
      'a.xls',
      () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'old_excel',
    ],
    ['a workbook that is none', 'a.xlsx', () => Buffer.from('PK\u0003\u0004nonsense'), 'bad_excel'],
    [
      'a zip bomb',
      'a.xlsx',
      () => xlsx('', { 'xl/sharedStrings.xml': new Uint8Array(40 * 1024 * 1024) }),
      'excel_too_large',
    ],
    [
      'a cell in the far corner',
      'a.xlsx',
      () =>
        xlsx(
          '<row r="1"><c r="A1" t="inlineStr"><is><t>タイトル</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        ),
      'excel_too_large',
    ],
    [
      'entities that multiply',
      'a.xlsx',
      () => xlsx('', { 'xl/sharedStrings.xml': strToU8('<!DOCTYPE a [<!ENTITY b "x">]><sst>&b;</sst>') }),
      'bad_excel',
    ],
    ['quotes that do not pair up', 'a.csv', () => Buffer.from('タイトル,読む\n"あ,い'), 'bad_csv'],
    ['JSON that is none', 'a.json', () => Buffer.from('{"schema":1,'), 'not_json'],
    ['JSON of something else', 'a.json', () => Buffer.from('{"name":"x"}'), 'not_a_script'],
    ['JSON nested without end', 'a.json', () => Buffer.from(nested), 'nested_too_deep'],
    ['a schema of the future', 'a.json', () => Buffer.from('{"schema":2,"steps":[]}'), 'newer_schema'],
    ['an outline of quotes in quotes', 'a.md', () => Buffer.from('>'.repeat(100_000)), 'nested_too_deep'],
    [
      'a cell without end',
      'a.csv',
      () => Buffer.from(`タイトル,読む\nあ,${'x'.repeat(1_500_000)}`),
      'bad_csv',
    ],
    [
      'too many rows',
      'a.csv',
      () => Buffer.from(`タイトル,読む\n${'あ,い\n'.repeat(12_000)}`),
      'too_many_rows',
    ],
  ];
  it.each(cases)('%s', async (_, name, bytes, code) => {
    const { status, body } = await preview({ name, base64: bytes().toString('base64') });
    expect(status).toBe(200);
    expect(body.script).toBeNull();
    expect(body.problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('names of the prototype are no members', async () => {
    const scriptId = await newScript('原型');
    const text = JSON.stringify(await draft(scriptId)).replace(
      '"schema":1',
      '"__proto__":{"polluted":true},"schema":1',
    );
    const { body } = await preview({ name: 'a.json', text });
    expect(body.script).toBeNull();
    expect(body.problems.map(({ code }) => code)).toEqual(['bad_value']);
    const rows = [
      'タイトル,読む,入力項目',
      '__proto__,x,constructor | constructor | text',
      'constructor,y,',
    ].join('\n');
    const seen = await preview({ text: rows });
    expect(seen.body.script?.steps.map(({ title }) => title)).toEqual(['__proto__', 'constructor']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('checks calls against the scripts that there are, as publishing does', async () => {
    const called = await newScript('まだ公開していない部品');
    const { body } = await preview({ text: `タイトル,部品\n本人確認,#${called}\n終話,` });
    expect(body.script?.steps[0]?.jump).toMatchObject({ scriptId: called });
    expect(body.findings.map(({ code }) => code)).toContain('jump_unpublished');
  });

  it('a body over the limit is 413, a script that calls itself is made not to', async () => {
    expect((await preview({ text: 'あ'.repeat(2_000_000) })).status).toBe(413);
    expect((await supervisor.post('/api/scripts', { title: 'x'.repeat(300_000) })).status).toBe(413);
    const scriptId = await newScript('自分');
    const { body } = await preview({ text: `タイトル,部品\n名乗り,#${scriptId}\n終話,`, scriptId });
    expect(body.script?.steps[0]?.jump).toBeNull();
    expect(body.problems.map(({ code }) => code)).toEqual(['calls_itself']);
  });
});

describe('rights', () => {
  it('import and preview are for editors, of their own tenant', async () => {
    const scriptId = await newScript('権限');
    for (const client of [agent, auditor]) {
      expect((await preview({ text: table }, client)).status).toBe(403);
      expect((await client.post('/api/imports', { text: table })).status).toBe(403);
      expect((await client.get('/api/imports/example?format=csv')).status).toBe(403);
    }
    expect((await preview({ text: table, scriptId }, other)).status).toBe(404);
    expect((await other.post('/api/imports', { text: table, scriptId })).status).toBe(404);
    expect((await preview({ text: table, base64: '' })).status).toBe(400);
    expect((await preview({ text: table, more: 1 })).status).toBe(400);
  });

  it('a draft leaves for its editors, a version for auditors too, nothing for agents or another tenant', async () => {
    const scriptId = await newScript('持ち出し');
    await supervisor.post(`/api/scripts/${scriptId}/publish`, { note: '初版' });
    const ask = { format: 'json' };
    expect((await auditor.post(`/api/scripts/${scriptId}/export`, ask)).status).toBe(403);
    expect((await auditor.post(`/api/scripts/${scriptId}/export`, { ...ask, version: 1 })).status).toBe(200);
    expect((await agent.post(`/api/scripts/${scriptId}/export`, { ...ask, version: 1 })).status).toBe(403);
    expect((await other.post(`/api/scripts/${scriptId}/export`, ask)).status).toBe(404);
    expect((await supervisor.post(`/api/scripts/${scriptId}/export`, { ...ask, version: 9 })).status).toBe(
      404,
    );
    expect((await supervisor.post(`/api/scripts/${scriptId}/export`, { format: 'pdf' })).status).toBe(400);
  });

  it('each export is on record, with its form and its reason, on the page and in the CSV', async () => {
    const scriptId = await newScript('記録');
    await supervisor.patch(`/api/scripts/${scriptId}`, { labels: ['秘'] });
    const refused = await supervisor.post<Problem>(`/api/scripts/${scriptId}/export`, { format: 'csv' });
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([{ pointer: '/reason' }]);
    await bytesOf(scriptId, { format: 'csv', encoding: 'sjis', reason: '監査への提出' });
    await bytesOf(scriptId, { format: 'print', reason: '研修で配る' });
    const log = await admin.get<{ items: { detail: Record<string, unknown>; target: { id: string } }[] }>(
      `/api/logs/exports?scriptId=${scriptId}`,
    );
    expect(log.body.items.map(({ detail }) => detail)).toMatchObject([
      { format: 'print', scope: 'draft', reason: '研修で配る' },
      { format: 'csv', scope: 'draft', encoding: 'sjis', reason: '監査への提出', labels: ['秘'] },
    ]);
    const csv = await admin.get<string>(`/api/logs/exports.csv?scriptId=${scriptId}`);
    expect(csv.body).toContain('監査への提出');
  });

  it('examples of placeholders stay where a script holds personal data, unless a reason is given', async () => {
    const scriptId = await newScript('個人情報', 'cancel');
    const examples = async (ask: Record<string, unknown>): Promise<string[]> =>
      (
        JSON.parse((await bytesOf(scriptId, { format: 'json', ...ask })).toString()) as Script
      ).placeholders.map(({ example }) => example);
    expect((await examples({})).every((example) => example === '')).toBe(true);
    expect(
      (await supervisor.post(`/api/scripts/${scriptId}/export`, { format: 'json', samples: true })).status,
    ).toBe(400);
    expect((await examples({ samples: true, reason: '移行' })).some((example) => example !== '')).toBe(true);
  });
});

describe('what a file leaves out or cannot hold', () => {
  const into = (scriptId: string, format: string, bytes: Buffer | string) => ({
    name: `x.${format === 'markdown' ? 'md' : format}`,
    base64: Buffer.from(bytes).toString('base64'),
    scriptId,
  });

  it.each(['json', 'markdown', 'csv', 'xlsx'])(
    'is kept of the draft: examples that an export held back, by %s',
    async (format) => {
      const scriptId = await newScript(`例を残す ${format}`, 'cancel');
      const before = await draft(scriptId);
      expect(before.placeholders.some(({ example }) => example !== '')).toBe(true);
      const body = into(scriptId, format, await bytesOf(scriptId, { format }));
      const seen = await preview(body);
      expect(seen.body.problems.map(({ code }) => code)).toEqual(['examples_kept']);
      expect(seen.body.changes).toEqual([]);
      expect((await supervisor.post('/api/imports', body)).status).toBe(200);
      expect(await draft(scriptId)).toEqual(before);
    },
  );

  it('an example that was deleted in a whole export is deleted', async () => {
    const scriptId = await newScript('例を消す', 'cancel');
    const text = (await bytesOf(scriptId, { format: 'json', samples: true, reason: '移行' })).toString();
    const document = JSON.parse(text) as Script;
    const placeholders = document.placeholders.map((each) => ({ ...each, example: '' }));
    const body = into(scriptId, 'json', JSON.stringify({ ...document, placeholders }));
    expect((await supervisor.post('/api/imports', body)).status).toBe(200);
    expect((await draft(scriptId)).placeholders.every(({ example }) => example === '')).toBe(true);
  });

  it('is kept of the draft: bold, italics and links where a table leaves the words as they were, and said where not', async () => {
    const scriptId = await newScript('書式');
    const plain = await draft(scriptId);
    const bold = [{ type: 'bold' as const }];
    const say = {
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph' as const,
          content: [
            { type: 'text' as const, text: '必ず', marks: bold },
            { type: 'text' as const, text: 'お伝えします。' },
          ],
        },
        {
          type: 'paragraph' as const,
          content: [{ type: 'text' as const, text: '太字の文です。', marks: bold }],
        },
      ],
    };
    const [first, ...rest] = plain.steps;
    if (first === undefined) throw new Error('no step');
    const marked = { ...plain, steps: [{ ...first, say }, ...rest] };
    await supervisor.post('/api/imports', into(scriptId, 'json', JSON.stringify(marked)));
    const before = await draft(scriptId);
    const csv = (await bytesOf(scriptId, { format: 'csv' })).toString();

    await supervisor.post('/api/imports', into(scriptId, 'csv', csv));
    expect(await draft(scriptId)).toEqual(before);

    const edited = into(scriptId, 'csv', csv.replace('太字の文です。', '直した文です。'));
    const seen = await preview(edited);
    expect(seen.body.problems.map(({ code, values }) => [code, values.part])).toEqual([
      ['format_lost', '読む'],
    ]);
    await supervisor.post('/api/imports', edited);
    expect((await draft(scriptId)).steps[0]?.say.content).toEqual([
      say.content[0],
      { type: 'paragraph', content: [{ type: 'text', text: '直した文です。' }] },
    ]);
  });
});

describe('a new script', () => {
  it('of a template is to be looked through after ninety days; an empty one speaks the language asked for', async () => {
    const made = await supervisor.post<ScriptSummary>('/api/scripts', {
      title: '点検',
      templateId: 'outage',
    });
    const today = dayInJapan(new Date());
    expect([addDays(today, 90), addDays(today, 91)]).toContain(made.body.reviewDue);
    const english = await supervisor.post<ScriptSummary>('/api/scripts', {
      title: 'Billing',
      language: 'en',
    });
    expect(english.body.reviewDue).toBeNull();
    expect(await draft(english.body.id)).toMatchObject({
      language: 'en',
      steps: [{ title: 'Greeting' }, { title: 'End of the call', outcome: 'Completed' }],
    });
  });
});

describe('a copy', () => {
  it('brings the sample callers along', async () => {
    const scriptId = await newScript('写し元', 'outage');
    const copy = await supervisor.post<ScriptSummary>(`/api/scripts/${scriptId}/duplicate`, {
      title: '写し',
    });
    const names = async (id: string): Promise<string[]> =>
      (await supervisor.get<{ items: { name: string }[] }>(`/api/scripts/${id}/samples`)).body.items.map(
        ({ name }) => name,
      );
    const originals = await names(scriptId);
    expect(originals.length).toBeGreaterThan(0);
    expect(await names(copy.body.id)).toEqual(originals);
  });
});

describe('the files', () => {
  it('are safe from formulas and named after the script', async () => {
    const scriptId = await newScript('=1+1 / 危険:名前');
    const { headers } = await supervisor.post(`/api/scripts/${scriptId}/export`, { format: 'csv' });
    expect(
      decodeURIComponent(
        /filename\*=UTF-8''(\S+)/u.exec(headers.get('content-disposition') ?? '')?.[1] ?? '',
      ),
    ).toBe('=1+1 危険 名前.csv');
    const text = (await bytesOf(scriptId, { format: 'csv' })).toString('utf8');
    expect(text.startsWith('\uFEFF"番号","グループ","種類"')).toBe(true);
    expect(text).toContain(`"'=1+1 / 危険:名前"`);
    expect(text).not.toMatch(/(^|,)"[=+\-@＝＋－＠\t]/mu);
    const back = await preview({ name: 'a.csv', base64: Buffer.from(text).toString('base64') });
    expect(back.body.script?.title).toBe('=1+1 / 危険:名前');
    const sjis = await bytesOf(scriptId, { format: 'csv', encoding: 'sjis' });
    expect(new TextDecoder('shift_jis').decode(sjis)).toMatch(/^"番号","グループ"/u);
  });
});
