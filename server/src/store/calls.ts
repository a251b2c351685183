import mongoose, { Schema } from 'mongoose';
import { z } from 'zod';
import type { CallPart, PathFault, VersionSwitch } from '@daihon/shared/call';
import { Aside, FieldValue, PathEntry, UndoneEntry } from '@daihon/shared/call';
import { now } from '../platform/clock.ts';
import { seal, unseal } from './sealed.ts';
import { isDuplicateKey } from './tenants.ts';
import { tenantScoped } from './tenantScope.ts';

/** With the `rev` of its seat that it holds, and when its agent put it away. */
const KeptAside = Aside.extend({ rev: z.number(), putAwayAt: z.string().nullable() });
export type KeptAside = z.infer<typeof KeptAside>;

/** What a call says of the customer: sealed as one. A path has the reasons of its turns, in words. */
const CallContent = z.object({
  path: z.array(PathEntry),
  /** Absent in calls of before its time. */
  undone: z.array(UndoneEntry).default([]),
  fields: z.record(z.string(), FieldValue),
  placeholders: z.record(z.string(), z.string()),
  memo: z.string(),
  asides: z.array(KeptAside).default([]),
});
type CallContent = z.infer<typeof CallContent>;

export interface CallRecord extends CallContent {
  /** Made by the client; unique in the tenant. */
  id: string;
  accountId: string;
  scriptId: string;
  version: number;
  switches: VersionSwitch[];
  outcome: string | null;
  /** What of the path the versions of the call do not bear out, once it has ended. */
  unverified: PathFault | null;
  startedAt: Date;
  endedAt: Date | null;
  /** Highest `rev` seen. */
  rev: number;
  /** `rev` that each part was last written with: a late save never goes over a newer value of the same part. */
  revs: Record<string, number>;
  /** The seat that last wrote each part, '' for a screen that does not say, and the revision that came of it. */
  seats: Partial<Record<CallPart, string>>;
  stamps: Partial<Record<CallPart, number>>;
  /** Rises with each write here. */
  revision: number;
}

/** Absent in rows of before their time. */
type Later = 'seats' | 'stamps';

interface CallRow
  extends Omit<CallRecord, keyof CallContent | 'id' | Later>, Partial<Pick<CallRecord, Later>> {
  _id: string;
  tenantId: string;
  callId: string;
  /** The step it stands on: readable without opening the content. */
  standing: string | null;
  /** The script of that step: that of the call, or a part it has called. Absent in rows of before its time, like `savedAt`. */
  standingIn?: string;
  /** When it was last written by the agent's screen. */
  savedAt?: Date;
  content: Buffer;
}

const { Mixed } = Schema.Types;

const schema = new Schema<CallRow>(
  {
    _id: String,
    callId: { type: String, required: true },
    accountId: { type: String, required: true },
    scriptId: { type: String, required: true },
    version: { type: Number, required: true },
    standing: { type: String, default: null },
    standingIn: String,
    savedAt: Date,
    switches: { type: Mixed, required: true },
    outcome: { type: String, default: null },
    unverified: { type: Mixed, default: null },
    startedAt: { type: Date, required: true },
    endedAt: { type: Date, default: null },
    rev: { type: Number, required: true },
    revs: { type: Mixed, required: true },
    seats: { type: Mixed, default: {} },
    stamps: { type: Mixed, default: {} },
    revision: { type: Number, required: true },
    content: { type: Buffer, required: true },
  },
  { versionKey: false, collection: 'calls', minimize: false },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, accountId: 1, startedAt: -1 });
schema.index({ tenantId: 1, scriptId: 1, endedAt: 1 });
schema.index({ tenantId: 1, startedAt: -1, _id: -1 });
schema.index({ tenantId: 1, endedAt: 1, savedAt: -1 });

const Calls = mongoose.model<CallRow>('Call', schema);

/** False when the tenant has a call of this id already. */
export async function insertCall(tenantId: string, call: CallRecord): Promise<boolean> {
  try {
    await Calls.insertMany([await rowOf(tenantId, call)]);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Replaces the call when it still is at the revision it was read with; false: read again. */
export async function replaceCall(tenantId: string, call: CallRecord): Promise<boolean> {
  const row = await rowOf(tenantId, { ...call, revision: call.revision + 1 });
  const {
    _id,
    tenantId: _tenantId,
    callId: _callId,
    scriptId: _scriptId,
    startedAt: _startedAt,
    ...changed
  } = row;
  const result = await Calls.updateOne({ tenantId, _id, revision: call.revision }, { $set: changed });
  return result.matchedCount === 1;
}

export async function findCall(tenantId: string, callId: string): Promise<CallRecord | null> {
  const row = await Calls.findOne({ tenantId, _id: keyOf(tenantId, callId) }).lean();
  return row === null ? null : present(row);
}

export interface CallListAsk {
  accountId?: string;
  scriptId?: string;
  /** The version it is on, or was on before a switch. */
  version?: number;
  openOnly?: boolean;
  from?: Date;
  to?: Date;
  before?: { startedAt: Date; id: string } | null;
  limit: number;
}

/** Newest first. */
export async function listCalls(tenantId: string, ask: CallListAsk): Promise<CallRecord[]> {
  const period = { ...(ask.from && { $gte: ask.from }), ...(ask.to && { $lt: ask.to }) };
  const rows = await Calls.find({
    tenantId,
    ...(ask.accountId === undefined ? {} : { accountId: ask.accountId }),
    ...(ask.scriptId === undefined ? {} : { scriptId: ask.scriptId }),
    ...(ask.openOnly === true ? { endedAt: null } : {}),
    ...(Object.keys(period).length === 0 ? {} : { startedAt: mongoose.trusted(period) }),
    ...alternatives(tenantId, ask),
  })
    .sort({ startedAt: -1, _id: -1 })
    .limit(ask.limit)
    .lean();
  return Promise.all(rows.map((row) => present(row)));
}

/** Conditions of which one or the other must hold. */
function alternatives(tenantId: string, { version, before }: CallListAsk) {
  const either = [
    ...(version === undefined ? [] : [{ $or: [{ version }, { 'switches.from': version }] }]),
    ...(before === undefined || before === null
      ? []
      : [
          {
            $or: [
              { startedAt: mongoose.trusted({ $lt: before.startedAt }) },
              { startedAt: before.startedAt, _id: mongoose.trusted({ $lt: keyOf(tenantId, before.id) }) },
            ],
          },
        ]),
  ];
  return either.length === 0 ? {} : { $and: either };
}

/** Where an agent's call is. */
export interface Standing {
  accountId: string;
  /** The script that the call was begun with. */
  scriptId: string;
  stepId: string | null;
  /** The script of that step. */
  inScriptId: string;
  savedAt: Date;
}

/** The open calls that were written since, the newest writing first. No content is read. */
export async function openCallsSince(tenantId: string, since: Date): Promise<Standing[]> {
  const rows = await Calls.find(
    { tenantId, endedAt: null, savedAt: mongoose.trusted({ $gte: since }) },
    { accountId: 1, scriptId: 1, standing: 1, standingIn: 1, savedAt: 1 },
  )
    .sort({ savedAt: -1 })
    .lean();
  return rows.map(({ accountId, scriptId, standing, standingIn, savedAt }) => ({
    accountId,
    scriptId,
    stepId: standing,
    inScriptId: standingIn ?? scriptId,
    savedAt: savedAt ?? since,
  }));
}

/** Whether this agent has a call on exactly this version. */
export async function hasCallOn(
  tenantId: string,
  accountId: string,
  scriptId: string,
  version: number,
): Promise<boolean> {
  return (await Calls.findOne({ tenantId, accountId, scriptId, version }, { _id: 1 }).lean()) !== null;
}

/** Ids come from clients, so two tenants may have made the same one. */
function keyOf(tenantId: string, callId: string): string {
  return `${tenantId}.${callId}`;
}

async function rowOf(tenantId: string, call: CallRecord): Promise<CallRow> {
  const { id, path, undone, fields, placeholders, memo, asides, ...rest } = call;
  const _id = keyOf(tenantId, id);
  const content: CallContent = { path, undone, fields, placeholders, memo, asides };
  return {
    _id,
    tenantId,
    callId: id,
    standing: path.at(-1)?.stepId ?? null,
    standingIn: path.at(-1)?.scriptId ?? call.scriptId,
    savedAt: now(),
    ...rest,
    content: await seal(tenantId, placeOf(_id), Buffer.from(JSON.stringify(content))),
  };
}

async function present(row: CallRow): Promise<CallRecord> {
  const { _id, tenantId: owner, callId, standing: _, standingIn: _in, savedAt: _at, content, ...rest } = row;
  const plain = await unseal(owner, placeOf(_id), content);
  return {
    id: callId,
    // Not in calls of before their time.
    seats: {},
    stamps: {},
    ...rest,
    unverified: rest.unverified ?? null,
    ...CallContent.parse(JSON.parse(plain.toString('utf8'))),
  };
}

function placeOf(id: string) {
  return { collection: 'calls', id, field: 'content' };
}
