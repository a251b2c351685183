import mongoose, { Schema } from 'mongoose';
import { randomId } from '../platform/clock.ts';
import { seal, unseal } from './sealed.ts';
import { tenantScoped } from './tenantScope.ts';

/** What the draft is called, who changed which steps since the last publishing, and when last. */
export interface DraftActivity {
  /** Null: not known without opening the draft. */
  title: string | null;
  lastEditAt: Date | null;
  /** `stepAts`: when each of `stepIds` was last changed; missing in rows of before it was kept. */
  authors: { accountId: string; name: string; stepIds: string[]; stepAts?: Date[]; at: Date }[];
}

/** A draft with everything up to edit `n` of its epoch, merged. */
export interface DraftSnapshot {
  tenantId: string;
  scriptId: string;
  epoch: number;
  n: number;
  state: Uint8Array;
  activity: DraftActivity;
  at: Date;
}

export type SnapshotHead = Omit<DraftSnapshot, 'state'> & { id: string };

interface Row extends Omit<DraftSnapshot, 'state'> {
  _id: string;
  state: Buffer;
}

const schema = new Schema<Row>(
  {
    _id: String,
    scriptId: { type: String, required: true },
    epoch: { type: Number, required: true },
    n: { type: Number, required: true },
    state: { type: Buffer, required: true },
    activity: {
      title: { type: String, default: null },
      lastEditAt: { type: Date, default: null },
      authors: [
        { _id: false, accountId: String, name: String, stepIds: [String], stepAts: [Date], at: Date },
      ],
    },
    at: { type: Date, required: true },
  },
  { versionKey: false, collection: 'draft_snapshots', minimize: false },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, scriptId: 1, epoch: -1, n: -1, at: -1 });

const Snapshots = mongoose.model<Row>('DraftSnapshot', schema);

/** Resolves to the id when it is durable. */
export async function insertSnapshot(snapshot: DraftSnapshot): Promise<string> {
  const _id = randomId();
  const state = await seal(snapshot.tenantId, placeOf(_id), snapshot.state);
  await Snapshots.insertMany([{ ...snapshot, _id, state }]);
  return _id;
}

/** Those of one draft, newest first: highest epoch, then highest `n`. Without their states. */
export function listSnapshots(tenantId: string, scriptId: string): Promise<SnapshotHead[]> {
  return listSnapshotsOf(tenantId, [scriptId]);
}

/** The same of several drafts, one after the other. One query. */
export async function listSnapshotsOf(
  tenantId: string,
  scriptIds: readonly string[],
): Promise<SnapshotHead[]> {
  const rows = await Snapshots.find(
    { tenantId, scriptId: mongoose.trusted({ $in: [...scriptIds] }) },
    { tenantId: 1, scriptId: 1, epoch: 1, n: 1, activity: 1, at: 1 },
  )
    .sort({ scriptId: 1, epoch: -1, n: -1, at: -1 })
    .lean();
  return rows.map(({ _id, activity, ...head }) => ({
    ...head,
    activity: { ...activity, title: activity.title ?? null },
    id: _id,
  }));
}

/** Throws when it is gone or does not open. */
export async function readSnapshotState(tenantId: string, id: string): Promise<Uint8Array> {
  const row = await Snapshots.findOne({ tenantId, _id: id }, { state: 1 }).lean();
  if (row === null) throw new Error('the snapshot is gone');
  return unseal(tenantId, placeOf(id), row.state);
}

export async function deleteSnapshots(tenantId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await Snapshots.deleteMany({ tenantId, _id: mongoose.trusted({ $in: [...ids] }) });
}

function placeOf(id: string): { collection: string; id: string; field: string } {
  return { collection: 'draft_snapshots', id, field: 'state' };
}
