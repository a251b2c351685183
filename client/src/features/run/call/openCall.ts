import type { Call } from '@daihon/shared/call';
import { surroundingsOf } from '@daihon/shared/calendar/surroundings';
import { startWalk } from '@daihon/shared/script/walk';
import type { Walk } from '@daihon/shared/script/walk/state';
import type { Version } from '@daihon/shared/version';
import { ApiProblem, api } from '../../../wire/http.ts';
import { loadPolicy } from '../../../wire/policy.ts';
import { openShelf } from '../save/callShelf.ts';
import type { CallShelf } from '../save/callShelf.ts';
import { newRecord, recordOfCall } from '../save/record.ts';
import type { CallRecord } from '../save/record.ts';
import { loadCurrent, loadVersion, walkScriptOf } from './loadVersion.ts';
import { ownName, popInto } from './screenPop.ts';
import type { ScreenPop } from './screenPop.ts';

export interface OpenAsk {
  account: { id: string; name: string };
  scriptId: string;
  /** The call to go on with; null begins one. */
  callId: string | null;
  pop: ScreenPop;
}

/** A call ready to run, and the version that the agent reads by opening it. */
export interface OpenedCall {
  walk: Walk;
  record: CallRecord;
  version: Version;
}

/** The script is not out: withdrawn, archived, or never published. */
export class NotOut extends Error {}

/** Goes on with a call or begins one. Throws `NotOut`, and `ApiProblem` when the server refuses or cannot be reached. */
export async function openCall(ask: OpenAsk): Promise<OpenedCall> {
  const shelf = openShelf(ask.account.id, localStorage);
  const known = await knownCall(shelf, ask);
  return known === null ? beginCall(ask) : resume(known);
}

async function beginCall({ account, scriptId, pop }: OpenAsk): Promise<OpenedCall> {
  const [version, policy] = await Promise.all([
    loadCurrent(scriptId).catch((problem: unknown) => {
      if (problem instanceof ApiProblem && problem.status === 404) return null;
      throw problem;
    }),
    loadPolicy(),
  ]);
  if (version === null) throw new NotOut(scriptId);
  const at = new Date().toISOString();
  const given = popInto(version.script, pop);
  const placeholders = { ...ownName(version.script, account.name), ...given.placeholders };
  const walk = startWalk(walkScriptOf(version), {
    at,
    placeholders,
    fields: given.fields,
    surroundings: surroundingsOf(policy, at),
  });
  const record = newRecord(walk, { id: newId(), accountId: account.id, at, externalId: pop.callId });
  return { walk, record, version };
}

async function resume(record: CallRecord): Promise<OpenedCall> {
  const { scriptId, version: number, path, undone = [], fields, placeholders, switches } = record.state;
  const [policy, version, ...called] = await Promise.all([
    loadPolicy(),
    loadVersion(scriptId, number),
    ...Object.entries(record.called).map(([id, called]) => loadVersion(id, called)),
  ]);
  const walk: Walk = {
    root: walkScriptOf(version),
    called: Object.fromEntries(called.map((each) => [each.scriptId, walkScriptOf(each)])),
    path,
    undone,
    fields,
    placeholders,
    switches,
    ended: record.endedAt === null ? null : { outcome: record.outcome, at: record.endedAt },
    surroundings: surroundingsOf(policy, record.startedAt),
  };
  return { walk, record: { ...record, title: version.script.title }, version };
}

/** The call asked for, or an open one that the telephone system has popped before. */
async function knownCall(shelf: CallShelf, { callId, scriptId, pop }: OpenAsk): Promise<CallRecord | null> {
  if (callId !== null) return newerOf(shelf.read(callId), await callOnServer(callId));
  if (pop.callId === null) return null;
  const same = ({ externalId, endedAt, state }: CallRecord) =>
    externalId === pop.callId && endedAt === null && state.scriptId === scriptId;
  return shelf.list().find(same) ?? null;
}

/** The same call may have gone on at another seat; what was typed here and is not there yet wins by its rev. */
function newerOf(here: CallRecord | null, there: CallRecord | null): CallRecord | null {
  if (here === null) return there;
  return there !== null && there.rev > here.rev ? there : here;
}

async function callOnServer(callId: string): Promise<CallRecord | null> {
  try {
    return recordOfCall(await api.get<Call>(`/api/calls/${encodeURIComponent(callId)}`), '');
  } catch {
    // Not there yet, or the server cannot be reached: what this browser has must do.
    return null;
  }
}

/** 128 random bits, URL-safe. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/gu, '-')
    .replace(/\//gu, '_')
    .replace(/=/gu, '');
}
