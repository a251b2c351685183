import type { Call } from '@daihon/shared/call';
import { surroundingsOf } from '@daihon/shared/calendar/surroundings';
import { startWalk } from '@daihon/shared/script/walk';
import type { Walk } from '@daihon/shared/script/walk/state';
import type { Version } from '@daihon/shared/version';
import { ApiProblem, api } from '../../../wire/http.ts';
import { loadPolicy } from '../../../wire/policy.ts';
import { openShelf } from '../save/callShelf.ts';
import type { CallShelf } from '../save/callShelf.ts';
import { isSent, newId, newRecord, recordElsewhere, recordOfCall } from '../save/record.ts';
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
  /** Resolves when a new call may begin. A call that is under way never asks. */
  mayBegin: () => Promise<void>;
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
  if (known !== null) return resume(known);
  await ask.mayBegin();
  return beginCall(ask);
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

/** A record with the versions that it names. */
export async function resume(record: CallRecord): Promise<OpenedCall> {
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

/** The same call may have gone on at another seat. What was typed here and is not there yet goes on here: the server sets it beside. */
function newerOf(here: CallRecord | null, there: Call | null): CallRecord | null {
  if (here === null) return there === null ? null : recordOfCall(there, '');
  const same =
    there === null || (here.base === undefined ? there.rev <= here.rev : there.revision === here.base);
  return same || !isSent(here) ? here : recordElsewhere(here, there);
}

async function callOnServer(callId: string): Promise<Call | null> {
  try {
    return await api.get<Call>(`/api/calls/${encodeURIComponent(callId)}`);
  } catch {
    // Not there yet, or the server cannot be reached: what this browser has must do.
    return null;
  }
}
