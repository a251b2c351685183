import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommentThread, MentionItem } from '@daihon/shared/comment';
import type { ScriptNewsEvent } from '@daihon/shared/wire/events';
import { insertThread } from '../../server/src/store/comments.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { PushSocket } from '../support/push.ts';
import { openPush } from '../support/push.ts';
import { until } from '../support/until.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';

interface Mentions {
  items: MentionItem[];
  unread: number;
}
interface Threads {
  items: CommentThread[];
  nextCursor: string | null;
}

let app: App;
let supervisor: Client;
let colleague: Client;
let third: Client;
let auditor: Client;
let agent: Client;
let foreigner: Client;
let scriptId: string;
let counter = 0;

beforeAll(async () => {
  app = await startApp();
  await signInAll();
  scriptId = (await supervisor.post<{ id: string }>('/api/scripts', { title: 'コメントの試験' })).body.id;
});
afterAll(() => app.dispose());

async function signInAll(): Promise<void> {
  supervisor = await signIn(app.url, 'sv1@sakura.example');
  colleague = await signIn(app.url, 'sv2@sakura.example');
  third = await signIn(app.url, 'admin@sakura.example');
  auditor = await signIn(app.url, 'audit@sakura.example');
  agent = await signIn(app.url, 'op1@sakura.example');
  foreigner = await signIn(app.url, 'admin@midori.example');
}

function newId(): string {
  counter += 1;
  return `thread-${counter}-${Date.now()}`;
}

const anchor = {
  stepId: 'step-one',
  stepTitle: '名乗り',
  field: 'say',
  start: 'AAE=',
  end: 'AQE=',
  quote: 'お電話ありがとうございます',
};

function ask(text: string, more: object = {}) {
  return { id: newId(), messageId: newId(), anchor, text, ...more };
}

async function start(text: string, more: object = {}, by = supervisor): Promise<CommentThread> {
  const made = await by.post<CommentThread>(`/api/scripts/${scriptId}/comments`, ask(text, more));
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body;
}

const threadPath = (thread: CommentThread) => `/api/scripts/${scriptId}/comments/${thread.id}`;
const messagePath = (thread: CommentThread, index = 0) =>
  `${threadPath(thread)}/messages/${thread.messages[index]?.id}`;
const list = async (by = supervisor) =>
  (await by.get<Threads>(`/api/scripts/${scriptId}/comments?limit=200`)).body.items;
const mentionsOf = async (client: Client) => (await client.get<Mentions>('/api/mentions')).body;

describe('a thread', () => {
  it('holds what was written, about what, by whom, and answers in their order', async () => {
    const thread = await start('言い回しが長いです');
    await colleague.post(`${threadPath(thread)}/messages`, { id: newId(), text: '短くしましょう' });
    const found = (await list()).find(({ id }) => id === thread.id);
    expect(found).toMatchObject({ anchor, state: 'open', suggestion: null });
    expect(found?.messages.map(({ text, author }) => [text, author.id])).toEqual([
      ['言い回しが長いです', supervisor.account.id],
      ['短くしましょう', colleague.account.id],
    ]);
  });

  it('is begun and answered once however often the same is asked', async () => {
    const [wish, answer] = [ask('二度目'), { id: newId(), text: '返信' }];
    const path = `/api/scripts/${scriptId}/comments`;
    expect((await supervisor.post(path, wish)).status).toBe(201);
    expect((await supervisor.post(path, wish)).status).toBe(200);
    for (let time = 0; time < 3; time += 1) {
      expect((await colleague.post(`${path}/${wish.id}/messages`, answer)).status).toBe(200);
    }
    const found = (await list()).filter(({ id }) => id === wish.id);
    expect(found.map(({ messages }) => messages.length)).toEqual([2]);
    expect((await colleague.post(path, wish)).status).toBe(409);
    expect((await supervisor.post(`${path}/${wish.id}/messages`, answer)).status).toBe(409);
  });

  it('keeps every answer of many that come at once', async () => {
    const thread = await start('同時の返信');
    const answers = Array.from({ length: 12 }, (_, index) => `返信${index}`);
    const who = [supervisor, colleague, third];
    await Promise.all(
      answers.map((text, index) =>
        (who[index % 3] ?? supervisor).post(`${threadPath(thread)}/messages`, { id: newId(), text }),
      ),
    );
    const found = (await list()).find(({ id }) => id === thread.id);
    expect(found?.messages.map(({ text }) => text).toSorted()).toEqual(['同時の返信', ...answers].toSorted());
  });

  it('is resolved and opened again; an answer opens it too', async () => {
    const thread = await start('解決の試験');
    const state = async (by: Client, wanted: string) =>
      (await by.patch<CommentThread>(threadPath(thread), { state: wanted })).body;
    expect(await state(colleague, 'resolved')).toMatchObject({
      state: 'resolved',
      resolvedBy: { id: colleague.account.id },
    });
    expect((await state(supervisor, 'resolved')).resolvedBy?.id).toBe(colleague.account.id);
    await supervisor.post(`${threadPath(thread)}/messages`, { id: newId(), text: 'もう一点' });
    expect((await list()).find(({ id }) => id === thread.id)).toMatchObject({
      state: 'open',
      resolvedBy: null,
    });
  });

  it('lets only its author change or delete a message, and only the one that was seen', async () => {
    const thread = await start('誤字');
    const edit = (by: Client, text: string, tag: string) =>
      by.request<CommentThread>('PATCH', messagePath(thread), { text }, { 'if-match': tag });
    expect((await edit(colleague, '横から', '"m1"')).status).toBe(403);
    const edited = await edit(supervisor, '誤字です', '"m1"');
    expect(edited.headers.get('etag')).toBe('"m2"');
    expect(edited.body.messages[0]?.text).toBe('誤字です');
    expect(edited.body.messages[0]?.editedAt).not.toBeNull();
    expect((await edit(supervisor, '古い画面から', '"m1"')).status).toBe(409);
    await colleague.post(`${threadPath(thread)}/messages`, { id: newId(), text: '直しました' });
    expect((await colleague.del(messagePath(thread))).status).toBe(403);
    expect((await supervisor.del(messagePath(thread))).status).toBe(200);
    const found = (await list()).find(({ id }) => id === thread.id);
    expect(found?.messages[0]).toMatchObject({ deleted: true, text: '' });
    expect(JSON.stringify(found)).not.toContain('誤字です');
  });

  it('is no longer shown when every message of it is deleted', async () => {
    const thread = await start('消す');
    await supervisor.del(messagePath(thread));
    expect((await list()).some(({ id }) => id === thread.id)).toBe(false);
    expect((await supervisor.patch(threadPath(thread), { state: 'resolved' })).status).toBe(404);
  });

  it('has limits, and says what it does not take', async () => {
    const path = `/api/scripts/${scriptId}/comments`;
    const refused = [
      ask(''),
      ask('あ'.repeat(2_001)),
      ask('x', { anchor: { ...anchor, field: 'fields' } }),
      ask('x', { more: 1 }),
      ask('', { suggestion: { replacement: anchor.quote } }),
    ];
    for (const wish of refused) expect((await supervisor.post(path, wish)).status).toBe(400);
    expect((await supervisor.get(`${path}?cursor=x`)).status).toBe(400);
    expect((await supervisor.patch(`${path}/none`, { state: 'resolved' })).status).toBe(404);
  });

  it('is refused when the script has five hundred', async () => {
    const { id } = (await supervisor.post<{ id: string }>('/api/scripts', { title: '満杯' })).body;
    const tenantId = (await supervisor.get<{ account: { tenant: { id: string } } }>('/api/session')).body
      .account.tenant.id;
    const at = new Date();
    await Promise.all(
      Array.from({ length: 500 }, (_, index) =>
        insertThread(tenantId, {
          id: `full-${index}`,
          scriptId: id,
          anchor: { ...anchor, field: 'say' },
          state: 'open',
          gone: false,
          resolvedBy: null,
          suggestion: null,
          messages: [],
          createdAt: at,
          updatedAt: at,
          revision: 1,
        }),
      ),
    );
    expect((await supervisor.post(`/api/scripts/${id}/comments`, ask('あと一つ'))).status).toBe(409);
    const seen = new Set<string>();
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: Threads } = await supervisor.get<Threads>(
        `/api/scripts/${id}/comments?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      body.items.forEach((thread) => seen.add(thread.id));
      cursor = body.nextCursor;
    }
    expect(seen.size).toBe(500);
  });
});

describe('a proposal', () => {
  const propose = (replacement = 'お電話いただきありがとうございます') =>
    start('', { suggestion: { replacement } }, colleague);
  const decide = (thread: CommentThread, by: Client, decision: string, reason = '') =>
    by.post<CommentThread>(`${threadPath(thread)}/decision`, { decision, reason });

  it('is rejected with a reason that its author is told, and can be put up again', async () => {
    const thread = await propose('はい');
    await decide(thread, supervisor, 'rejected', '敬語が足りません');
    const told = (await mentionsOf(colleague)).items.find(({ threadId }) => threadId === thread.id);
    expect(told).toMatchObject({ kind: 'rejected', excerpt: '敬語が足りません', read: false });
    expect((await decide(thread, third, 'rejected')).status).toBe(409);
    const again = await decide(thread, supervisor, 'proposed');
    expect(again.body).toMatchObject({ state: 'open', suggestion: { decision: 'proposed', by: null } });
    expect((await decide(thread, third, 'rejected')).status).toBe(200);
  });

  it('cannot be decided where nothing is proposed', async () => {
    expect((await decide(await start('ただの質問'), supervisor, 'rejected')).status).toBe(409);
  });
});

describe('the rights', () => {
  it('let editors write, auditors read, agents neither', async () => {
    const thread = await start('権限の試験');
    const path = `/api/scripts/${scriptId}/comments`;
    expect((await auditor.get(path)).status).toBe(200);
    expect((await auditor.post(path, ask('x'))).status).toBe(403);
    expect((await auditor.get('/api/mentions')).status).toBe(403);
    expect((await agent.get(path)).status).toBe(403);
    expect((await agent.post(`${threadPath(thread)}/messages`, { id: newId(), text: 'x' })).status).toBe(403);
    expect((await agent.del(messagePath(thread))).status).toBe(403);
  });

  it('end at the tenant: another one finds nothing', async () => {
    const thread = await start('他社からは見えない');
    const path = `/api/scripts/${scriptId}/comments`;
    expect((await foreigner.get(path)).status).toBe(404);
    expect((await foreigner.post(path, ask('x'))).status).toBe(404);
    expect((await foreigner.patch(threadPath(thread), { state: 'resolved' })).status).toBe(404);
    expect((await foreigner.post(`${threadPath(thread)}/decision`, { decision: 'accepted' })).status).toBe(
      404,
    );
    expect((await foreigner.post(`${threadPath(thread)}/messages`, { id: newId(), text: 'x' })).status).toBe(
      404,
    );
  });

  it('leave a row of every write, without what was written', async () => {
    const thread = await start('記録に残さない文');
    await supervisor.patch(threadPath(thread), { state: 'resolved' });
    await auditor.get(`/api/scripts/${scriptId}/comments`);
    const rows = async (log: string) =>
      JSON.stringify((await auditor.get(`/api/logs/${log}?scriptId=${scriptId}&limit=50`)).body);
    const admin = await rows('admin');
    expect(admin).toContain('comment.start');
    expect(admin).toContain('comment.resolve');
    expect(admin).not.toContain('記録に残さない文');
    expect(await rows('operation')).toContain('comment.list');
  });
});

describe('a mention', () => {
  it('reaches the one mentioned alone, by number at once and by line when asked', async () => {
    const push = await openPush(colleague);
    const other = await openPush(third);
    const unread: number[] = [];
    push.on('mention', (event) => unread.push(event.unread));
    other.on('mention', () => unread.push(-1));
    const before = (await mentionsOf(colleague)).unread;
    const thread = await start(`<@${colleague.account.id}> ご確認ください <@nobody-at-all>`);
    await until('the mention is told', () => unread.length > 0);
    expect(unread).toEqual([before + 1]);
    expect(thread.messages[0]?.mentions).toEqual([
      { id: colleague.account.id, name: colleague.account.name },
    ]);
    const [line] = (await mentionsOf(colleague)).items;
    expect(line).toMatchObject({
      kind: 'mention',
      by: { id: supervisor.account.id },
      scriptId,
      scriptTitle: 'コメントの試験',
      threadId: thread.id,
      stepId: 'step-one',
      stepTitle: '名乗り',
      read: false,
    });
    expect(line?.excerpt).toContain(`@${colleague.account.name} ご確認ください`);
    expect((await mentionsOf(supervisor)).items.some(({ threadId }) => threadId === thread.id)).toBe(false);
    push.close();
    other.close();
  });

  it('is told of an answer to those who spoke before, not to the one who answers, nobody twice', async () => {
    const thread = await start('誰か見てください');
    const answer = { id: newId(), text: `見ました <@${supervisor.account.id}>` };
    await colleague.post(`${threadPath(thread)}/messages`, answer);
    await colleague.post(`${threadPath(thread)}/messages`, answer);
    const mine = (await mentionsOf(supervisor)).items.filter(({ threadId }) => threadId === thread.id);
    expect(mine.map(({ kind }) => kind)).toEqual(['mention']);
    await third.post(`${threadPath(thread)}/messages`, { id: newId(), text: '私も見ました' });
    const kinds = async (client: Client) =>
      (await mentionsOf(client)).items.filter((line) => line.threadId === thread.id).map(({ kind }) => kind);
    expect(await kinds(supervisor)).toEqual(['reply', 'mention']);
    expect(await kinds(colleague)).toEqual(['reply']);
    expect(await kinds(third)).toEqual([]);
  });

  it('is read by line, by thread or all at once, by its own reader only', async () => {
    const thread = await start(`<@${colleague.account.id}> 一つ目`);
    await start(`<@${colleague.account.id}> 二つ目`);
    const { unread } = await mentionsOf(colleague);
    await third.post('/api/mentions/read', { threadId: thread.id });
    expect((await mentionsOf(colleague)).unread).toBe(unread);
    await colleague.post('/api/mentions/read', { threadId: thread.id });
    expect((await mentionsOf(colleague)).unread).toBe(unread - 1);
    await colleague.post('/api/mentions/read', { all: true });
    expect((await mentionsOf(colleague)).unread).toBe(0);
    expect((await colleague.post('/api/mentions/read', {})).status).toBe(400);
  });

  it('is gone from the bell when its thread is deleted', async () => {
    const thread = await start(`<@${colleague.account.id}> 取り消す`);
    await supervisor.del(messagePath(thread));
    expect((await mentionsOf(colleague)).items.some(({ threadId }) => threadId === thread.id)).toBe(false);
  });
});

describe('news of comments', () => {
  const enter = async (
    client: Client,
    id: string,
  ): Promise<{ socket: PushSocket; news: ScriptNewsEvent[] }> => {
    const socket = await openPush(client);
    const news: ScriptNewsEvent[] = [];
    socket.on('script-news', (event) => news.push(event));
    socket.emit('pointer', { scriptId: id, x: null, y: null });
    return { socket, news };
  };

  it('reach those who have the script open, and nobody else', async () => {
    const here = await enter(colleague, scriptId);
    const agents = await enter(agent, scriptId);
    const foreign = await enter(foreigner, scriptId);
    await until('the room is entered and told', async () => {
      await start('お知らせの試験');
      return here.news.length > 0;
    });
    expect(here.news[0]).toEqual({ scriptId, kind: 'comments' });
    expect([agents.news, foreign.news]).toEqual([[], []]);
    for (const { socket } of [here, agents, foreign]) socket.close();
  });
});

describe('a restart', () => {
  it('leaves threads and unread mentions as they were', async () => {
    const thread = await start(`<@${colleague.account.id}> 再起動の前`);
    await app.restart();
    await signInAll();
    expect((await list()).find(({ id }) => id === thread.id)?.messages[0]?.text).toContain('再起動の前');
    expect((await mentionsOf(colleague)).items.some(({ threadId }) => threadId === thread.id)).toBe(true);
  });
});
