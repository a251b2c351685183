import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf, textOf } from '@daihon/shared/script/contentText';
import { readScript } from '@daihon/shared/script/draft/read';
import { bringDraftTo } from '@daihon/shared/script/draft/write';
import type { Script, Step } from '@daihon/shared/script/schema';
import { stepOf, to } from '@daihon/shared/script/script.fixture';
import type { Finding, VersionDiff } from '@daihon/shared/version';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { openDraft } from '../support/draft.ts';
import { until } from '../support/until.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';

let app: App;
let supervisor: Client;
let colleague: Client;

beforeAll(async () => {
  app = await startApp();
  supervisor = await signIn(app.url, 'sv1@sakura.example');
  colleague = await signIn(app.url, 'sv2@sakura.example');
});
afterAll(() => app.dispose());

interface Changes {
  state: string;
  diff: VersionDiff;
  findings: Finding[];
  authors: { name: string; stepIds: string[]; stepAts: string[] }[];
  heldWays: { heldId: string; stepId: string | null; to: string | null }[];
}

/** a → b → e, published once. */
async function published(): Promise<string> {
  const { body } = await supervisor.post<ScriptSummary>('/api/scripts', { title: '受注' });
  await edit(supervisor, body.id, (script) => ({
    ...script,
    start: 'a',
    steps: [stepOf('a', { choices: to('b') }), stepOf('b', { choices: to('e') }), stepOf('e')],
  }));
  await publish(body.id);
  return body.id;
}

/** One edit of a draft by one person. */
async function edit(client: Client, id: string, change: (script: Script) => Script): Promise<void> {
  const draft = openDraft(client, id);
  await draft.synced;
  const options = { stepId: null, by: '', at: '' };
  bringDraftTo(draft.doc, change(readScript(draft.doc)), options, 'test');
  await draft.saved();
  draft.close();
}

const withStep = (id: string, patch: Partial<Step>) => (script: Script) => ({
  ...script,
  steps: script.steps.map((step) => (step.id === id ? { ...step, ...patch } : step)),
});

async function publish(id: string, ask: object = {}): Promise<void> {
  const answer = await supervisor.post(`/api/scripts/${id}/publish`, { note: '公開', ...ask });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
}

async function versionOf(id: string, number: number): Promise<Script> {
  return (await supervisor.get<{ script: Script }>(`/api/scripts/${id}/versions/${number}`)).body.script;
}

async function changesOf(id: string, language = ''): Promise<Changes> {
  const query = language === '' ? '' : `?language=${language}`;
  return (await supervisor.get<Changes>(`/api/scripts/${id}/changes${query}`)).body;
}

describe('a step that is held back', () => {
  it('goes out with its published text, whatever is written in it, beside what others changed', async () => {
    const id = await published();
    await edit(supervisor, id, withStep('a', { say: contentOf('書きかけの文'), hold: true }));
    await edit(colleague, id, withStep('b', { say: contentOf('直した文') }));
    expect((await changesOf(id)).diff.steps.map((step) => step.id)).toEqual(['b']);
    await publish(id);
    const { steps } = await versionOf(id, 2);
    expect(steps.map(({ say, hold }) => [textOf(say), hold])).toEqual([
      ['aでございます。', false],
      ['直した文', false],
      ['eでございます。', false],
    ]);
    const draft = await supervisor.get<Script>(`/api/scripts/${id}/draft`);
    expect(textOf(draft.body.steps[0]?.say ?? contentOf(''))).toBe('書きかけの文');
  });

  it('is passed by on the way that it was put into, and says so', async () => {
    const id = await published();
    await edit(supervisor, id, (script) => {
      const [a, ...rest] = script.steps;
      const n = stepOf('n', { hold: true, choices: to('b') });
      const led = a === undefined ? [] : [{ ...a, choices: [{ ...to('n')[0], id: 'c1', label: '次へ' }] }];
      return { ...script, steps: [...(led as Step[]), n, ...rest] };
    });
    const { findings, heldWays } = await changesOf(id);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(heldWays).toMatchObject([{ heldId: 'n', stepId: 'a', to: 'b' }]);
    await publish(id);
    const version = await versionOf(id, 2);
    expect(version.steps.map((step) => step.id)).toEqual(['a', 'b', 'e']);
    expect(version.steps[0]?.choices).toMatchObject([{ label: '次へ', to: 'b' }]);
  });

  it('is named by what cannot go out without it', async () => {
    const id = await published();
    await edit(supervisor, id, (script) => ({
      ...script,
      steps: [
        ...script.steps.map((step) => (step.id === 'a' ? { ...step, choices: to('b', 'm') } : step)),
        stepOf('m', { choices: to('n') }),
        stepOf('n', { hold: true, choices: to('e') }),
      ],
    }));
    const refused = await supervisor.post<{ findings: Finding[] }>(`/api/scripts/${id}/publish`, {
      note: 'まだ',
    });
    expect(refused.status).toBe(422);
    expect(refused.body.findings).toContainEqual(
      expect.objectContaining({
        code: 'dead_end',
        stepId: 'm',
        held: [{ id: 'n', title: '題n', published: false }],
      }),
    );
  });

  it('keeps who wrote it over the publishing that it was held back from, and over a restart', async () => {
    const id = await published();
    await edit(colleague, id, withStep('a', { say: contentOf('鈴木の書きかけ'), hold: true }));
    await edit(supervisor, id, withStep('b', { say: contentOf('直した文') }));
    await publish(id);
    const names = async () => (await changesOf(id)).authors.map(({ name, stepIds }) => [name, stepIds]);
    expect(await names()).toEqual([[colleague.account.name, ['a']]]);
    await app.restart();
    [supervisor, colleague] = [
      await signIn(app.url, 'sv1@sakura.example'),
      await signIn(app.url, 'sv2@sakura.example'),
    ];
    await edit(supervisor, id, withStep('a', { hold: false }));
    expect(await names()).toEqual([
      [colleague.account.name, ['a']],
      [supervisor.account.name, ['a']],
    ]);
  });
});

describe('the comparison before publishing', () => {
  it('names who changed what belongs to the whole script, and when', async () => {
    const id = await published();
    await edit(colleague, id, (script) => ({ ...script, title: '受注 改', interrupts: [] }));
    const { authors, diff } = await changesOf(id);
    expect(diff.steps.map((step) => step.id)).toEqual(['']);
    expect(authors).toMatchObject([{ name: colleague.account.name, stepIds: [''] }]);
    expect(Date.parse(authors[0]?.stepAts[0] ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });

  it('is told in the words of the reader, as stored without one', async () => {
    const id = await published();
    await edit(supervisor, id, withStep('a', { kind: 'question' }));
    const opsOf = async (language: string) => (await changesOf(id, language)).diff.steps[0]?.parts[0]?.ops;
    expect(await opsOf('ja')).toEqual([
      ['-', 'トーク'],
      ['+', '質問'],
    ]);
    expect(await opsOf('en')).toContainEqual(['+', 'Question']);
    expect(await opsOf('')).toContainEqual(['+', 'question']);
    const compared = await supervisor.get<VersionDiff>(
      `/api/scripts/${id}/versions/1/diff/draft?language=ja`,
    );
    expect(compared.body.steps[0]?.parts[0]?.ops).toContainEqual(['+', '質問']);
    expect((await supervisor.get(`/api/scripts/${id}/changes?language=fr`)).status).toBe(400);
  });

  it('is what goes out: a draft that has changed since is refused, and its new state named', async () => {
    const id = await published();
    await edit(supervisor, id, withStep('a', { say: contentOf('見た文') }));
    const { state } = await changesOf(id);
    await edit(colleague, id, withStep('b', { say: contentOf('見ていない文') }));
    const ask = { note: '見たものだけ', state };
    const refused = await supervisor.post<{ state: string }>(`/api/scripts/${id}/publish`, ask);
    expect(refused.status).toBe(409);
    const now = await changesOf(id);
    expect(refused.body.state).toBe(now.state);
    expect(now.state).not.toBe(state);
    await publish(id, { state: now.state });
    expect(textOf((await versionOf(id, 2)).steps[1]?.say ?? contentOf(''))).toBe('見ていない文');
  });

  it('stays good while steps are only moved on the map', async () => {
    const id = await published();
    await edit(supervisor, id, withStep('a', { say: contentOf('見た文') }));
    const { state } = await changesOf(id);
    await edit(colleague, id, withStep('b', { position: { x: 400, y: 10 } }));
    await publish(id, { state });
  });
});

describe('somebody who is composing', () => {
  async function composing(id: string) {
    const [writer, watcher] = [openDraft(colleague, id), openDraft(supervisor, id)];
    await Promise.all([writer.synced, watcher.synced]);
    writer.provider.awareness.setLocalState({ ime: true, focus: null, cursor: null });
    await until('the room knows it', () =>
      [...watcher.provider.awareness.getStates().values()].some((state) => state.ime === true),
    );
    return { writer, close: () => [writer, watcher].forEach((draft) => draft.close()) };
  }

  it('is waited for: the words that are fixed within three seconds go out', async () => {
    const id = await published();
    const { writer, close } = await composing(id);
    const going = publish(id);
    const text = withStep('b', { say: contentOf('変換を確定した文') })(readScript(writer.doc));
    bringDraftTo(writer.doc, text, { stepId: null, by: '', at: '' }, 'test');
    await writer.saved();
    writer.provider.awareness.setLocalState({ ime: false, focus: null, cursor: null });
    await going;
    expect(textOf((await versionOf(id, 2)).steps[1]?.say ?? contentOf(''))).toBe('変換を確定した文');
    close();
  });

  it('does not hold the publishing up for longer than that', async () => {
    const id = await published();
    const { close } = await composing(id);
    const begun = performance.now();
    await publish(id);
    const waitedMs = performance.now() - begun;
    expect(waitedMs).toBeGreaterThan(2_900);
    close();
  });
});
