import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Call, StartCall } from '@daihon/shared/call';
import { fieldOf, scriptOf, stepOf, to } from '@daihon/shared/script/script.fixture';
import type { LogRow } from '@daihon/shared/log';
import { LogName } from '@daihon/shared/log';
import type { Page } from '@daihon/shared/wire/http';
import type { Client } from '../support/client.ts';
import { signIn } from '../support/client.ts';
import { publishScript } from '../support/publishScript.ts';
import type { App } from './app.ts';
import { startApp } from './app.ts';

let app: App;
let supervisor: Client;
let auditor: Client;
let agent: Client;
let scriptId: string;
let partId: string;
const at = '2026-04-01T10:00:00+09:00';

const filled = {
  name: '山田 花子',
  tel: '0451234567',
  pin: '2468',
  income: 7654321,
  income_tax: 765432.1,
  'j/again': '0451234567',
};
const shown = {
  name: '山田 花子',
  tel: '●●●●4567',
  pin: '●●●●',
  income: '●●●●',
  income_tax: '●●●●',
  'j/again': '●●●●4567',
};

beforeAll(async () => {
  app = await startApp();
  supervisor = await signIn(app.url, 'sv1@sakura.example');
  auditor = await signIn(app.url, 'audit@sakura.example');
  agent = await signIn(app.url, 'op1@sakura.example');
  partId = await publishScript(
    supervisor,
    '部品',
    scriptOf(
      [
        stepOf('p', {
          fields: [fieldOf('again', { label: '番号', mask: 'last4', output: true })],
          choices: to('pe'),
        }),
        stepOf('pe', { kind: 'end', outcome: '済' }),
      ],
      {
        placeholders: [
          { key: 'number', label: '番号', type: 'text', example: '', fallback: '', input: true },
        ],
      },
    ),
  );
  scriptId = await publishScript(
    supervisor,
    '応対',
    scriptOf([
      stepOf('s', {
        fields: [
          fieldOf('name'),
          fieldOf('tel', { type: 'tel', personal: true, mask: 'last4' }),
          fieldOf('pin', { mask: 'all' }),
          fieldOf('income', { type: 'number', mask: 'all' }),
          fieldOf('income_tax', { type: 'number', computed: 'income / 10' }),
        ],
        choices: to('j'),
      }),
      stepOf('j', {
        kind: 'jump',
        jump: { scriptId: partId, inputs: [{ key: 'number', from: 'tel' }] },
        choices: to('e'),
      }),
      stepOf('e', { kind: 'end', outcome: '済' }),
    ]),
  );
});
afterAll(() => app.dispose());

async function started(): Promise<string> {
  const call: StartCall = {
    id: randomUUID(),
    scriptId,
    version: 1,
    path: [
      { stepId: 's', choiceId: 'c1', at },
      { stepId: 'j', choiceId: null, at },
      { stepId: 'p', choiceId: null, at, via: 'jump', scriptId: partId, version: 1 },
    ],
    fields: filled,
    placeholders: { 'j/number': '0451234567', campaign: '春' },
    memo: '折り返し',
    switches: [],
    startedAt: at,
  };
  const answer = await agent.post<Call>('/api/calls', call);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return call.id;
}

const read = async (client: Client, id: string) => (await client.get<Call>(`/api/calls/${id}`)).body;
const end = (id: string, rev: number, state?: object) =>
  agent.post<Call>(`/api/calls/${id}/end`, { rev, outcome: '済', endedAt: at, ...(state && { state }) });

it('come back to their own agent as long as the call runs', async () => {
  const id = await started();
  expect((await read(agent, id)).fields).toEqual(filled);
  const { body } = await agent.patch<Call>(`/api/calls/${id}`, { rev: 1, memo: '続き' });
  expect(body.fields).toEqual(filled);
});

it('reach nobody else, nor a list, nor their agent once the call has ended', async () => {
  const id = await started();
  for (const other of [supervisor, auditor]) {
    const call = await read(other, id);
    expect(call.fields).toEqual(shown);
    expect(call.placeholders).toEqual({ 'j/number': '●●●●4567', campaign: '春' });
  }
  for (const reader of [supervisor, agent]) {
    const { items } = (await reader.get<Page<Call>>('/api/calls?limit=50')).body;
    expect(items.find((call) => call.id === id)?.fields).toEqual(shown);
  }
  expect((await end(id, 1)).body.fields).toEqual(shown);
  expect((await read(agent, id)).fields).toEqual(shown);
});

it('are not written over by what was shown instead of them', async () => {
  const id = await started();
  await agent.patch(`/api/calls/${id}`, { rev: 1, fields: { ...shown, name: '山田 華子' } });
  expect((await read(agent, id)).fields).toEqual({ ...filled, name: '山田 華子' });
  await agent.patch(`/api/calls/${id}`, { rev: 2, fields: { ...filled, tel: '0459998888' } });
  expect((await read(supervisor, id)).fields.tel).toBe('●●●●8888');
});

it('stand in no log and in no export of one', async () => {
  const id = await started();
  await end(id, 1, { fields: { ...filled, pin: '13579' } });
  await read(supervisor, id);
  const secrets = ['0451234567', '13579', '2468', '7654321', '765432'];
  for (const log of LogName.options) {
    const page = await auditor.get<Page<LogRow>>(`/api/logs/${log}?limit=200`);
    expect(page.status, log).toBe(200);
    const csv = await auditor.get(`/api/logs/${log}.csv`);
    expect(csv.status, log).toBe(200);
    const text = `${JSON.stringify(page.body)}\n${JSON.stringify(csv.body)}`;
    expect(
      secrets.filter((secret) => text.includes(secret)),
      log,
    ).toEqual([]);
  }
});
