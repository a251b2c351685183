import mongoose, { Schema } from 'mongoose';
import { PointLabel } from '@daihon/shared/wire/points';
import { now, randomId } from '../platform/clock.ts';
import { seal, unseal } from './sealed.ts';
import { tenantScoped } from './tenantScope.ts';

/** A point of a draft's timeline: the whole draft as it stood, named by a person or set before something large was done to it. */
export interface DraftPoint {
  tenantId: string;
  scriptId: string;
  epoch: number;
  n: number;
  label: PointLabel;
  accountId: string;
  accountName: string;
  state: Uint8Array;
  at: Date;
}

/** A point without its draft. `takenBack`: what it was set before was undone by it. */
export type PointHead = Omit<DraftPoint, 'tenantId' | 'state' | 'epoch' | 'n'> & {
  id: string;
  takenBack: boolean;
};

interface Row extends Omit<DraftPoint, 'state' | 'label'> {
  _id: string;
  named: boolean;
  /** Of points from before they said why: how the server called them, in Japanese. */
  name?: string;
  label?: Buffer;
  takenBackBy?: string;
  state: Buffer;
}

/** How long points stay that nobody named. */
export const KEPT_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1_000;

const schema = new Schema<Row>(
  {
    _id: String,
    scriptId: { type: String, required: true },
    epoch: { type: Number, required: true },
    n: { type: Number, required: true },
    named: { type: Boolean, default: false },
    name: String,
    label: Buffer,
    accountId: { type: String, required: true },
    accountName: { type: String, required: true },
    takenBackBy: String,
    state: { type: Buffer, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false, collection: 'draft_points' },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, scriptId: 1, at: -1 });

const Points = mongoose.model<Row>('DraftPoint', schema);

/** Resolves to the id when it is durable. Those of the same draft that have had their days go. */
export async function insertPoint({ label, state, ...rest }: DraftPoint): Promise<string> {
  const _id = randomId();
  const { tenantId, scriptId } = rest;
  const words = Buffer.from(JSON.stringify(label));
  await Points.insertMany([
    {
      ...rest,
      _id,
      named: label.kind === 'named',
      label: await seal(tenantId, placeOf(_id, 'label'), words),
      state: await seal(tenantId, placeOf(_id, 'state'), state),
    },
  ]);
  await Points.deleteMany({
    tenantId,
    scriptId,
    named: mongoose.trusted({ $ne: true }),
    at: mongoose.trusted({ $lt: oldest() }),
  });
  return _id;
}

/** The whole draft as it stood at a point of this script; null when there is no such point. */
export async function readPointState(
  tenantId: string,
  scriptId: string,
  id: string,
): Promise<Uint8Array | null> {
  const row = await Points.findOne({ tenantId, scriptId, _id: id }, { state: 1 }).lean();
  if (row === null) return null;
  return unseal(tenantId, placeOf(id, 'state'), row.state);
}

export async function findPoint(tenantId: string, scriptId: string, id: string): Promise<PointHead | null> {
  const row = await Points.findOne({ tenantId, scriptId, _id: id }, { state: 0 }).lean();
  return row === null ? null : present(row);
}

/** Newest first, from `from` (inclusive) to `to` (exclusive); those that have had their days are no longer told. */
export async function listPoints(
  tenantId: string,
  scriptId: string,
  { from, to, limit }: { from?: Date | null; to?: Date | null; limit: number },
): Promise<PointHead[]> {
  const period = { ...(from && { $gte: from }), ...(to && { $lt: to }) };
  const rows = await Points.find(
    {
      tenantId,
      scriptId,
      ...(Object.keys(period).length === 0 ? {} : { at: mongoose.trusted(period) }),
    },
    { state: 0 },
  )
    .sort({ at: -1 })
    .limit(limit)
    .lean();
  const since = oldest();
  return Promise.all(rows.filter(({ named, at }) => named || at >= since).map(present));
}

export async function countNamedPoints(tenantId: string, scriptId: string): Promise<number> {
  return Points.countDocuments({ tenantId, scriptId, named: true });
}

/** False when what this point was set before was taken back already. */
export async function claimPointUndo(tenantId: string, id: string, accountId: string): Promise<boolean> {
  const result = await Points.updateOne(
    { tenantId, _id: id, takenBackBy: mongoose.trusted({ $exists: false }) },
    { $set: { takenBackBy: accountId } },
  );
  return result.modifiedCount === 1;
}

export async function releasePointUndo(tenantId: string, id: string): Promise<void> {
  await Points.updateOne({ tenantId, _id: id }, { $unset: { takenBackBy: 1 } });
}

function oldest(): Date {
  return new Date(now().getTime() - KEPT_DAYS * DAY_MS);
}

async function present(row: Omit<Row, 'state'>): Promise<PointHead> {
  const { _id, tenantId, scriptId, accountId, accountName, at } = row;
  return {
    id: _id,
    scriptId,
    label: await labelOf(tenantId, row),
    accountId,
    accountName,
    at,
    takenBack: row.takenBackBy !== undefined,
  };
}

async function labelOf(tenantId: string, { _id, label, name }: Omit<Row, 'state'>): Promise<PointLabel> {
  if (label === undefined) return { kind: 'older', values: { name: name ?? '' } };
  const plain = await unseal(tenantId, placeOf(_id, 'label'), label);
  return PointLabel.parse(JSON.parse(plain.toString('utf8')));
}

function placeOf(id: string, field: 'label' | 'state') {
  return { collection: 'draft_points', id, field };
}
