import mongoose, { Schema } from 'mongoose';
import { randomId } from '../platform/clock.ts';
import { seal, unseal } from './sealed.ts';
import { tenantScoped } from './tenantScope.ts';

/** A named point of a draft's timeline: the whole draft as it stood, set before something large is done to it. */
export interface DraftPoint {
  tenantId: string;
  scriptId: string;
  epoch: number;
  n: number;
  name: string;
  accountId: string;
  accountName: string;
  state: Uint8Array;
  at: Date;
}

interface Row extends Omit<DraftPoint, 'state'> {
  _id: string;
  state: Buffer;
}

const schema = new Schema<Row>(
  {
    _id: String,
    scriptId: { type: String, required: true },
    epoch: { type: Number, required: true },
    n: { type: Number, required: true },
    name: { type: String, required: true },
    accountId: { type: String, required: true },
    accountName: { type: String, required: true },
    state: { type: Buffer, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false, collection: 'draft_points' },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, scriptId: 1, at: -1 });

const Points = mongoose.model<Row>('DraftPoint', schema);

/** Resolves to the id when it is durable. */
export async function insertPoint(point: DraftPoint): Promise<string> {
  const _id = randomId();
  const place = { collection: 'draft_points', id: _id, field: 'state' };
  await Points.insertMany([{ ...point, _id, state: await seal(point.tenantId, place, point.state) }]);
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
  return unseal(tenantId, { collection: 'draft_points', id, field: 'state' }, row.state);
}
