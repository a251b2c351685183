import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { CommentThread, DecidedThread, MentionItem } from '@daihon/shared/comment';
import { contentOf, textOf } from '@daihon/shared/script/contentText';
import { fragmentText, placesOf } from '@daihon/shared/script/draft/anchor';
import { writeContent } from '@daihon/shared/script/draft/contentWrite';
import { addStep } from '@daihon/shared/script/draft/edit';
import { stepFragment } from '@daihon/shared/script/draft/layout';
import type { Script } from '@daihon/shared/script/schema';
import { readScript } from '@daihon/shared/script/draft/read';
import type * as commentStore from '../../server/src/store/comments.ts';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import type { DraftEditor } from '../support/draft.ts';
import { openDraft } from '../support/draft.ts';
import { until } from '../support/until.ts';
import type { TestApp } from './coreApp.ts';
import { startApp } from './coreApp.ts';

/** Where a crash is played: at so many writes of the thread from now; the edit is stored between the first and the second. */
const crash = vi.hoisted(() => ({ atWrite: 0 }));
vi.mock('../../server/src/store/comments.ts', async (importOriginal) => {
  const store = await importOriginal<typeof commentStore>();
  const replaceThread: typeof store.replaceThread = (...ask) =>
    crash.atWrite > 0 && --crash.atWrite === 0
      ? Promise.reject(new Error('the process ends here'))
      : store.replaceThread(...ask);
  return { ...store, replaceThread };
});

const greeting = 'お電話ありがとうございます。さくら通販でございます。';
const quote = 'ありがとうございます';
const replacement = 'いただきありがとうございます';
const replaced = 'お電話いただきありがとうございます。さくら通販でございます。';

let app: TestApp;
let supervisor: Client;
let colleague: Client;
let third: Client;
let auditor: Client;
let agent: Client;
let foreigner: Client;
let scriptId: string;
let draft: DraftEditor;
let counter = 0;

beforeAll(async () => {
  app = await startApp();
  [supervisor, colleague, third, auditor, agent, foreigner] = await Promise.all([
    signIn(app.url, 'sv1@sakura.example'),
    signIn(app.url, 'sv2@sakura.example'),
    signIn(app.url, 'admin@sakura.example'),
    signIn(app.url, 'audit@sakura.example'),
    signIn(app.url, 'op1@sakura.example'),
    signIn(app.url, 'admin@midori.example'),
  ]);
});
afterAll(() => app.dispose());

afterEach(() => {
  draft.close();
});

beforeEach(async () => {
  scriptId = (await supervisor.post<{ id: string }>('/api/scripts', { title: '提案の試験' })).body.id;
  draft = openDraft(colleague, scriptId);
  await draft.synced;
  const place = { group: null, afterId: null, position: { x: 0, y: 0 } };
  addStep(draft.doc, { id: 's', kind: 'talk', title: '名乗り', ...place }, null);
  await writeLine(greeting);
});

const say = () => {
  const fragment = stepFragment(draft.doc, 's', 'say');
  if (fragment === null) throw new Error('no text');
  return fragment;
};
async function writeLine(text: string): Promise<void> {
  draft.doc.transact(() => writeContent(say(), contentOf(text)));
  await draft.saved();
}
async function stored(): Promise<string> {
  const { body } = await supervisor.get<Script>(`/api/scripts/${scriptId}/draft`);
  return lineOf(body);
}

async function propose(from = quote, to = replacement): Promise<CommentThread> {
  const text = fragmentText(say());
  const at = text.text.indexOf(from);
  const places = placesOf(text, at, at + from.length);
  const anchor = { stepId: 's', stepTitle: '名乗り', field: 'say', ...places, quote: from };
  counter += 1;
  const id = `proposal-${counter}`;
  const wish = { id, messageId: `message-${counter}`, anchor, text: '', suggestion: { replacement: to } };
  const made = await colleague.post<CommentThread>(`/api/scripts/${scriptId}/comments`, wish);
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body;
}
const decide = (thread: CommentThread, by: Client, decision: string, more: object = {}) =>
  by.post<DecidedThread & { reason?: string }>(`/api/scripts/${scriptId}/comments/${thread.id}/decision`, {
    decision,
    ...more,
  });
async function decisionOf(thread: CommentThread) {
  const path = `/api/scripts/${scriptId}/comments?limit=200`;
  const { items } = (await supervisor.get<{ items: CommentThread[] }>(path)).body;
  return items.find(({ id }) => id === thread.id)?.suggestion?.decision;
}

describe('an accepted proposal', () => {
  it('has its words in the draft, by who accepted it, and tells the edit and its author', async () => {
    const thread = await propose();
    const answer = await decide(thread, supervisor, 'accepted');
    expect(answer.body).toMatchObject({
      state: 'resolved',
      suggestion: { decision: 'accepted', by: { id: supervisor.account.id } },
    });
    expect(await stored()).toBe(replaced);
    await until('who has the draft open sees it', () => textOfDraft(draft.doc) === replaced);
    const before = new Y.Doc();
    Y.applyUpdate(before, Y.encodeStateAsUpdate(draft.doc));
    Y.applyUpdate(before, Buffer.from(answer.body.edit ?? '', 'base64'));
    expect(textOfDraft(before)).toBe(replaced);
    const { items } = (await colleague.get<{ items: MentionItem[] }>('/api/mentions')).body;
    expect(items.find(({ threadId }) => threadId === thread.id)?.kind).toBe('accepted');
    const rows = JSON.stringify((await auditor.get(`/api/logs/socket?scriptId=${scriptId}&limit=50`)).body);
    expect(rows).toContain(`"part":"suggestion","threadId":"${thread.id}"`);
    expect(rows).not.toContain(replacement);
  });

  it('is there once when two accept at once, and the second is told that it is decided', async () => {
    const thread = await propose('さくら通販', 'さくら通販カスタマーセンター');
    const answers = await Promise.all([supervisor, third].map((by) => decide(thread, by, 'accepted')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.reason).toBe('decided');
    expect((await stored()).match(/カスタマーセンター/gu)).toHaveLength(1);
  });

  it('is there once when the same person asks again because the answer was lost', async () => {
    const thread = await propose();
    await decide(thread, supervisor, 'accepted');
    const again = await decide(thread, supervisor, 'accepted');
    expect(again.status).toBe(200);
    expect(again.body.edit).toBeUndefined();
    expect(await stored()).toBe(replaced);
  });

  it('keeps what a colleague types beside it at the same moment', async () => {
    const thread = await propose();
    const [answer] = await Promise.all([
      decide(thread, supervisor, 'accepted'),
      writeLine(`本日は${greeting}`),
    ]);
    expect(answer.status).toBe(200);
    await until('both are in', async () => (await stored()) === `本日は${replaced}`);
  });

  it('never loses its words when somebody rejects it at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const thread = await propose('でございます', `でございます${round}`);
      const [accepted, rejected] = await Promise.all(
        round % 2 === 0
          ? [decide(thread, supervisor, 'accepted'), decide(thread, third, 'rejected')]
          : [decide(thread, third, 'rejected'), decide(thread, supervisor, 'accepted')].toReversed(),
      );
      expect([accepted?.status, rejected?.status].toSorted()).toEqual([200, 409]);
      const decision = accepted?.status === 200 ? 'accepted' : 'rejected';
      expect(await decisionOf(thread)).toBe(decision);
      expect((await stored()).includes(`でございます${round}`)).toBe(decision === 'accepted');
      await until('the words have come', async () => textOfDraft(draft.doc) === (await stored()));
    }
  });
});

describe('a proposal that cannot be accepted', () => {
  it('stays as it is when the words have changed since, unless a person says to replace them', async () => {
    const thread = await propose();
    await writeLine(greeting.replace(quote, 'ありがとうございました'));
    const refused = await decide(thread, supervisor, 'accepted');
    expect([refused.status, refused.body.reason]).toEqual([409, 'changed']);
    expect(await stored()).toContain('ありがとうございました');
    expect(await decisionOf(thread)).toBe('proposed');
    expect((await decide(thread, supervisor, 'accepted', { over: true })).status).toBe(200);
    expect(await stored()).toContain('いただきありがとうございます');
  });

  it('stays as it is when its words are gone', async () => {
    const thread = await propose('さくら通販でございます。', 'さくら通販です。');
    await writeLine('お電話ありがとうございます。');
    const refused = await decide(thread, supervisor, 'accepted', { over: true });
    expect([refused.status, refused.body.reason]).toEqual([409, 'lost']);
    expect(await decisionOf(thread)).toBe('proposed');
  });

  it('is refused to those who may not edit, and not found by another tenant', async () => {
    const thread = await propose();
    const answers = await Promise.all(
      [auditor, agent, foreigner].map((by) => decide(thread, by, 'accepted')),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 404]);
    expect(await stored()).toBe(greeting);
    expect((await decide(thread, supervisor, 'accepted', { words: 'x' })).status).toBe(400);
  });

  it('is refused where the words are there already and it was decided meanwhile', async () => {
    const thread = await propose();
    await decide(thread, third, 'rejected');
    const refused = await decide(thread, supervisor, 'accepted', { applied: true });
    expect([refused.status, refused.body.reason]).toEqual([409, 'decided']);
  });
});

describe('a crash', () => {
  it('between the words and the decision leaves the proposal up; accepted again, its words are there once', async () => {
    const thread = await propose();
    crash.atWrite = 2;
    expect((await decide(thread, supervisor, 'accepted')).status).toBe(500);
    expect(await decisionOf(thread)).toBe('proposed');
    expect(await stored()).toBe(replaced);
    expect((await decide(thread, third, 'accepted')).status).toBe(200);
    expect(await stored()).toBe(replaced);
    expect(await decisionOf(thread)).toBe('accepted');
  });

  it('between them does not count for words that somebody has taken out since', async () => {
    const thread = await propose();
    crash.atWrite = 2;
    await decide(thread, supervisor, 'accepted');
    await until('the words have come', () => textOfDraft(draft.doc) === replaced);
    await writeLine(greeting);
    expect((await decide(thread, supervisor, 'accepted')).status).toBe(200);
    expect(await stored()).toBe(replaced);
  });

  it('before the words leaves everything as it was, and accepting it again works', async () => {
    const thread = await propose('さくら通販でございます。', '');
    crash.atWrite = 1;
    expect((await decide(thread, supervisor, 'accepted')).status).toBe(500);
    expect([await stored(), await decisionOf(thread)]).toEqual([greeting, 'proposed']);
    expect((await decide(thread, supervisor, 'accepted')).status).toBe(200);
    expect(await stored()).toBe('お電話ありがとうございます。');
  });
});

const textOfDraft = (doc: Y.Doc) => lineOf(readScript(doc));

function lineOf({ steps }: Script): string {
  const step = steps.find(({ id }) => id === 's');
  return step === undefined ? '' : textOf(step.say);
}
