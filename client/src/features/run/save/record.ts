import type { Aside, Call, CallPart, CallState, FieldValue, PathEntry, StartCall } from '@daihon/shared/call';
import type { Walk } from '@daihon/shared/script/walk/state';
import type { WithdrawnEvent } from '@daihon/shared/wire/events';
import { callStateOf } from '@daihon/shared/script/walk/callState';

/** As in shared/call.ts, which brings the schemas along. */
const parts = [
  'version',
  'path',
  'undone',
  'fields',
  'placeholders',
  'memo',
  'switches',
] as const satisfies readonly CallPart[];

/** A call as this browser keeps it: what there is, and how much of it the server is known to hold. */
export interface CallRecord {
  id: string;
  accountId: string;
  title: string;
  startedAt: string;
  /** Last change in this browser. */
  touchedAt: string;
  state: CallState;
  /** Versions of the scripts called by jumps, by script. */
  called: Readonly<Record<string, number>>;
  outcome: string | null;
  endedAt: string | null;
  /** Rises with every change. */
  rev: number;
  /** The rev that last changed each part; a part that is as it began is not named. */
  revs: Readonly<Partial<Record<CallPart, number>>>;
  /** The server has the call. */
  started: boolean;
  /** The server has every part up to this rev. */
  sentRev: number;
  /** The server has the end. */
  endSent: boolean;
  /** 通話後: the version that the agent put off. */
  deferred: number | null;
  /** The number that the telephone system knows the call by. */
  externalId: string | null;
  /** This browser's hold on the call, and the revision that it last heard of. Absent from records of before their time. */
  seat?: string;
  base?: number | undefined;
  /** What was typed at other seats while the call went on here, as the server told. */
  asides?: readonly Aside[] | undefined;
  /** What to read instead of the call's script and its parts, each at most once; absent while nothing of it is withdrawn. */
  withdrawn?: readonly Withdrawal[];
}

/** What the server is known to have. */
export type Known = Partial<Pick<CallRecord, 'started' | 'sentRev' | 'endSent' | 'base' | 'asides'>>;

export type Withdrawal = Pick<WithdrawnEvent, 'seq' | 'scriptId' | 'title' | 'substitute' | 'reason'>;

export interface NewCall {
  id: string;
  accountId: string;
  at: string;
  externalId: string | null;
}

export function newRecord(walk: Walk, { id, accountId, at, externalId }: NewCall): CallRecord {
  return {
    id,
    accountId,
    title: walk.root.script.title,
    startedAt: at,
    touchedAt: at,
    state: { ...callStateOf(walk), memo: '' },
    called: {},
    outcome: null,
    endedAt: null,
    rev: 0,
    revs: {},
    started: false,
    sentRev: 0,
    endSent: false,
    deferred: null,
    externalId,
    seat: newId(),
    base: 0,
  };
}

/** The record of a call that only the server has: begun at another seat, or this browser's storage was emptied. */
export function recordOfCall(call: Call, title: string): CallRecord {
  const { id, accountId, scriptId, version, path, undone, fields, placeholders, memo, switches } = call;
  const { revision = 0, asides = [] } = call;
  return {
    id,
    accountId,
    title,
    startedAt: call.startedAt,
    touchedAt: call.startedAt,
    state: { scriptId, version, path, undone, fields, placeholders, memo, switches },
    called: calledIn(path),
    outcome: call.outcome,
    endedAt: call.endedAt,
    rev: call.rev,
    revs: {},
    started: true,
    sentRev: call.rev,
    endSent: call.endedAt !== null,
    deferred: null,
    externalId: placeholders[externalIdKey] ?? null,
    seat: newId(),
    base: revision,
    asides,
  };
}

/** The record after the call went on at another seat: all as the server has it, with what was typed here kept there as an aside. */
export function recordElsewhere(record: CallRecord, call: Call): CallRecord {
  const { title, deferred, externalId, withdrawn } = record;
  return {
    ...recordOfCall(call, title),
    deferred,
    externalId,
    // What is not out any more is so at every seat.
    ...(withdrawn === undefined ? {} : { withdrawn }),
  };
}

/** The placeholder under which the telephone system's number is kept with the call. */
export const externalIdKey = 'call_id';

/** The record after a move of the walk; the same one when nothing of it is stored. */
export function withWalk(record: CallRecord, walk: Walk, at: string): CallRecord {
  const state: CallState = { ...record.state, ...callStateOf(walk) };
  const called = Object.fromEntries(
    Object.values(walk.called).map(({ scriptId, version }) => [scriptId, version]),
  );
  const ended = walk.ended;
  const changed = changedParts(record.state, state, walk);
  if (changed.length === 0 && ended?.at === (record.endedAt ?? undefined)) return record;
  return {
    ...withParts(record, state, changed, at),
    called,
    outcome: ended?.outcome ?? null,
    endedAt: ended?.at ?? null,
  };
}

export function withMemo(record: CallRecord, memo: string, at: string): CallRecord {
  if (memo === record.state.memo) return record;
  return withParts(record, { ...record.state, memo }, ['memo'], at);
}

/** The record after a script of the call was withdrawn. */
export function withWithdrawal(record: CallRecord, withdrawal: Withdrawal): CallRecord {
  const { seq, scriptId, title, substitute, reason } = withdrawal;
  const known = record.withdrawn ?? [];
  if (known.some((each) => each.scriptId === scriptId && each.seq >= seq)) return record;
  const others = known.filter((each) => each.scriptId !== scriptId);
  return { ...record, withdrawn: [...others, { seq, scriptId, title, substitute, reason }] };
}

/** The record after a script was released under this number: what was withdrawn before it is in use again. */
export function withRelease(record: CallRecord, scriptId: string, seq: number): CallRecord {
  const known = record.withdrawn ?? [];
  const standing = known.filter((each) => each.scriptId !== scriptId || each.seq > seq);
  return standing.length === known.length ? record : { ...record, withdrawn: standing };
}

function withParts(
  record: CallRecord,
  state: CallState,
  changed: readonly CallPart[],
  at: string,
): CallRecord {
  const rev = record.rev + 1;
  const revs = { ...record.revs, ...Object.fromEntries(changed.map((part) => [part, rev])) };
  return { ...record, state, rev, revs, touchedAt: at };
}

/** callStateOf copies, so that lists are compared by what they hold: same length and same entries. */
function changedParts(before: CallState, after: CallState, walk: Walk): CallPart[] {
  const same: Record<CallPart, boolean> = {
    version: before.version === after.version,
    path: sameItems(before.path, walk.path),
    undone: sameItems(before.undone ?? [], walk.undone),
    fields: sameEntries(before.fields, after.fields),
    placeholders: sameEntries(before.placeholders, after.placeholders),
    memo: true,
    switches: sameItems(before.switches, walk.switches),
  };
  return parts.filter((part) => !same[part]);
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function sameEntries(
  a: Readonly<Record<string, FieldValue>>,
  b: Readonly<Record<string, FieldValue>>,
): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** What the server does not have yet. */
export function unsentParts(record: CallRecord): Partial<CallState> {
  const names = parts.filter((part) => (record.revs[part] ?? 0) > record.sentRev);
  return Object.fromEntries(names.map((name) => [name, record.state[name]]));
}

export function isSent(record: CallRecord): boolean {
  const ended = record.endedAt === null || record.endSent;
  return record.started && ended && Object.keys(unsentParts(record)).length === 0;
}

export function startBody({ id, startedAt, state }: CallRecord): StartCall {
  return { id, startedAt, ...state };
}

/** Nothing was done yet: a look at a script, not a call. */
export function isUntouched({ state, endedAt }: CallRecord): boolean {
  const gone = (state.undone ?? []).length > 0;
  const moved = gone || state.path.length > 1 || (state.path[0]?.gates ?? []).length > 0;
  return endedAt === null && !moved && state.memo === '' && Object.keys(state.fields).length === 0;
}

function calledIn(path: readonly PathEntry[]): Record<string, number> {
  const called: Record<string, number> = {};
  for (const { scriptId, version } of path)
    if (scriptId !== undefined && version !== undefined)
      called[scriptId] = Math.max(version, called[scriptId] ?? 0);
  return called;
}

/** 128 random bits, URL-safe. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/gu, '-')
    .replace(/\//gu, '_')
    .replace(/=/gu, '');
}
