import mongoose, { Schema } from 'mongoose';
import { z } from 'zod';
import type { ReleaseClass } from '@daihon/shared/version';
import { ChangeNote } from '@daihon/shared/wire/events';
import { seal, unseal } from './sealed.ts';
import { isDuplicateKey } from './tenants.ts';
import { tenantScoped } from './tenantScope.ts';

/** One numbered fact of a tenant: what became current or was withdrawn, when, and what it changed. Immutable. */
export interface ReleaseRecord {
  /**
   * The id of the version that it releases: so that no version is released twice, however often a repair runs. A withdrawal has
   * one of its own.
   */
  id: string;
  seq: number;
  scriptId: string;
  version: number;
  title: string;
  note: string;
  class: ReleaseClass;
  hash: string;
  author: string;
  publishedAt: Date;
  changes: ChangeNote[];
  /** What agents read instead, in a withdrawal (its `note` is the reason); null: a release. */
  substitute: string | null;
  /** Until when it is to be acknowledged; null: no deadline, or nothing to acknowledge. */
  deadlineAt?: Date | null;
}

/** Rows of before withdrawals have no kind: they are releases. */
type ReleaseKind = 'release' | 'withdrawn';

interface ReleaseRow extends Omit<ReleaseRecord, 'id' | 'changes' | 'substitute'> {
  _id: string;
  tenantId: string;
  /** JSON of the change notes, sealed: they hold titles of steps. */
  changes: Buffer;
  kind?: ReleaseKind;
  /** Sealed text; only in withdrawals. */
  substitute?: Buffer | null;
}

const schema = new Schema<ReleaseRow>(
  {
    _id: String,
    seq: { type: Number, required: true },
    scriptId: { type: String, required: true },
    version: { type: Number, required: true },
    title: { type: String, default: '' },
    note: { type: String, required: true },
    class: { type: String, required: true },
    hash: { type: String, required: true },
    author: { type: String, required: true },
    publishedAt: { type: Date, required: true },
    changes: { type: Buffer, required: true },
    kind: String,
    substitute: Buffer,
    deadlineAt: { type: Date, default: null },
  },
  { versionKey: false, collection: 'releases', minimize: false },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, seq: 1 }, { unique: true });
schema.index({ tenantId: 1, scriptId: 1, version: 1 });

const Releases = mongoose.model<ReleaseRow>('Release', schema);

/** Inserts under the given number: `taken` when the number is, `done` when this version is released already. */
export async function insertRelease(
  tenantId: string,
  release: ReleaseRecord,
): Promise<'inserted' | 'taken' | 'done'> {
  const { id, changes, substitute, ...rest } = release;
  const sealed = await seal(tenantId, placeOf(id), Buffer.from(JSON.stringify(changes)));
  const words =
    substitute === null
      ? { kind: 'release' as const }
      : {
          kind: 'withdrawn' as const,
          substitute: await seal(tenantId, wordsOf(id), Buffer.from(substitute)),
        };
  try {
    await Releases.insertMany([{ _id: id, tenantId, ...rest, ...words, changes: sealed }]);
    return 'inserted';
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return (await findRelease(tenantId, { id })) === null ? 'taken' : 'done';
  }
}

/** The tenant's newest number, 0 before the first release. */
export async function newestSeq(tenantId: string): Promise<number> {
  const row = await Releases.findOne({ tenantId }, { seq: 1 }).sort({ seq: -1 }).lean();
  return row?.seq ?? 0;
}

/** By its number it may be a withdrawal, by a version it is that version's release. */
export async function findRelease(
  tenantId: string,
  by: { id: string } | { seq: number } | { scriptId: string; version: number },
): Promise<ReleaseRecord | null> {
  const filter = 'id' in by ? { _id: by.id } : 'seq' in by ? by : { ...by, ...released() };
  const row = await Releases.findOne({ tenantId, ...filter }).lean();
  return row === null ? null : present(tenantId, row);
}

/** The script's latest withdrawal, whether it still stands or not. */
export async function findLastWithdrawal(tenantId: string, scriptId: string): Promise<ReleaseRecord | null> {
  const row = await Releases.findOne({ tenantId, scriptId, kind: 'withdrawn' }).sort({ seq: -1 }).lean();
  return row === null ? null : present(tenantId, row);
}

/** Releases and withdrawals with `seq` above `since`, in order. */
export async function listReleasesAfter(
  tenantId: string,
  since: number,
  limit: number,
): Promise<ReleaseRecord[]> {
  const rows = await Releases.find({ tenantId, seq: mongoose.trusted({ $gt: since }) })
    .sort({ seq: 1 })
    .limit(limit)
    .lean();
  return Promise.all(rows.map((row) => present(tenantId, row)));
}

/** Newest first, below `before`; null: from the newest. */
export async function listReleasesBefore(
  tenantId: string,
  before: number | null,
  limit: number,
): Promise<ReleaseRecord[]> {
  const filter = before === null ? { tenantId } : { tenantId, seq: mongoose.trusted({ $lt: before }) };
  const rows = await Releases.find(filter).sort({ seq: -1 }).limit(limit).lean();
  return Promise.all(rows.map((row) => present(tenantId, row)));
}

export async function listReleasesBySeq(tenantId: string, seqs: readonly number[]): Promise<ReleaseRecord[]> {
  const rows = await Releases.find({ tenantId, seq: mongoose.trusted({ $in: [...seqs] }) }).lean();
  return Promise.all(rows.map((row) => present(tenantId, row)));
}

/** A release without what it changed. */
export type ReleaseHead = Omit<ReleaseRecord, 'changes' | 'hash' | 'deadlineAt' | 'substitute'> & {
  deadlineAt: Date | null;
};

/** The newest releases that ask for an acknowledgement, newest first; of one script alone, or of all. */
export async function listAskingReleases(
  tenantId: string,
  scriptId: string | null,
  limit: number,
): Promise<ReleaseHead[]> {
  const asking: ReleaseClass[] = ['confirm', 'urgent'];
  const filter = { tenantId, ...released(), class: mongoose.trusted({ $in: asking }) };
  const rows = await Releases.find(scriptId === null ? filter : { ...filter, scriptId }, {
    changes: 0,
    substitute: 0,
  })
    .sort({ seq: -1 })
    .limit(limit)
    .lean();
  return rows.map(headOf);
}

/** Script and version of releases by their numbers. */
export async function versionsOfSeqs(
  tenantId: string,
  seqs: readonly number[],
): Promise<{ seq: number; scriptId: string; version: number }[]> {
  const filter = { tenantId, ...released(), seq: mongoose.trusted({ $in: [...seqs] }) };
  const rows = await Releases.find(filter, { seq: 1, scriptId: 1, version: 1 }).lean();
  return rows.map(({ seq, scriptId, version }) => ({ seq, scriptId, version }));
}

function headOf(row: Omit<ReleaseRow, 'changes' | 'hash'>): ReleaseHead {
  const { _id, seq, scriptId, version, title, note, author, publishedAt } = row;
  return {
    id: _id,
    seq,
    scriptId,
    version,
    title,
    note,
    class: row.class,
    author,
    publishedAt,
    deadlineAt: row.deadlineAt ?? null,
  };
}

/** `seq` by version number, for the versions of one script. */
export async function seqsOfScript(tenantId: string, scriptId: string): Promise<Map<number, number>> {
  const rows = await Releases.find({ tenantId, scriptId, ...released() }, { seq: 1, version: 1 }).lean();
  return new Map(rows.map((row) => [row.version, row.seq]));
}

/** A new object each time: mongoose casts a filter in place. */
function released() {
  return { kind: mongoose.trusted({ $ne: 'withdrawn' as const }) };
}

const ChangeNotes = z.array(ChangeNote);

async function present(tenantId: string, row: ReleaseRow): Promise<ReleaseRecord> {
  const { _id, seq, scriptId, version, title, note, hash, author, publishedAt } = row;
  const plain = await unseal(tenantId, placeOf(_id), row.changes);
  const changes = ChangeNotes.parse(JSON.parse(plain.toString('utf8')));
  const substitute = row.substitute ? await unseal(tenantId, wordsOf(_id), row.substitute) : null;
  return {
    id: _id,
    seq,
    scriptId,
    version,
    title,
    note,
    class: row.class,
    hash,
    author,
    publishedAt,
    changes,
    substitute: substitute?.toString('utf8') ?? null,
    // Rows of before there were deadlines have none.
    deadlineAt: row.deadlineAt ?? null,
  };
}

function placeOf(id: string) {
  return { collection: 'releases', id, field: 'changes' };
}

function wordsOf(id: string) {
  return { collection: 'releases', id, field: 'substitute' };
}
