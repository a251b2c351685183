import mongoose, { Schema } from 'mongoose';
import { randomId } from '../platform/clock.ts';
import type { AuditEntry } from './auditEntry.ts';
import { seal, unseal } from './sealed.ts';
import { tenantScoped } from './tenantScope.ts';

/** The socket event that an edit came by, as it stands beside the edit until the record has it. */
export type EditEvent = Omit<AuditEntry, 'tenantId'>;

/** One accepted edit of a draft. `n` counts the edits of an epoch from 1 without a gap. */
export interface DraftUpdate {
  tenantId: string;
  scriptId: string;
  epoch: number;
  n: number;
  payload: Uint8Array;
  accountId: string;
  name: string;
  /** Steps whose content it changed. */
  steps: string[];
  /** The script's title after it, when it changed that. */
  title: string | null;
  /** Stored with the edit, so that no crash can leave one without the other; null: there is none of its own. */
  event: EditEvent | null;
  at: Date;
}

interface Row extends Omit<DraftUpdate, 'payload'> {
  _id: string;
  payload: Buffer;
}

const schema = new Schema<Row>(
  {
    _id: String,
    scriptId: { type: String, required: true },
    epoch: { type: Number, required: true },
    n: { type: Number, required: true },
    payload: { type: Buffer, required: true },
    accountId: { type: String, required: true },
    name: { type: String, required: true },
    steps: { type: [String], required: true },
    title: { type: String, default: null },
    event: { type: Schema.Types.Mixed, default: null },
    at: { type: Date, required: true },
  },
  { versionKey: false, collection: 'draft_updates' },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, scriptId: 1, epoch: 1, n: 1 }, { unique: true });

const Updates = mongoose.model<Row>('DraftUpdate', schema);

/** How many rows one delete takes: a longer one would hold up the commits of other drafts. */
const TRIM_ROWS = 200;

/**
 * Stores edits of any drafts as one insert; resolves when all are durable. In order, so what a crash leaves of it has no gap
 * inside a draft. Throws on a number that is taken: another process writes this draft.
 */
export async function appendUpdates(updates: readonly DraftUpdate[]): Promise<void> {
  const rows = await Promise.all(updates.map(sealRow));
  // Past mongoose's casting, which would copy each payload; every row is built here.
  await mongoose.connection.collection<Row>(Updates.collection.name).insertMany(rows, {
    ordered: true,
    writeConcern: { w: 'majority', journal: true },
  });
}

/** The edits after `afterN`, in order. */
export async function readUpdates(
  tenantId: string,
  scriptId: string,
  epoch: number,
  afterN: number,
): Promise<DraftUpdate[]> {
  const rows = await Updates.find({ tenantId, scriptId, epoch, n: mongoose.trusted({ $gt: afterN }) })
    .sort({ n: 1 })
    .lean();
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      title: row.title ?? null,
      event: row.event ?? null,
      payload: await unseal(tenantId, placeOf(row._id), row.payload),
    })),
  );
}

/** An edit without its content. */
export type DraftEditHead = Omit<DraftUpdate, 'tenantId' | 'payload' | 'event'>;

/** Who edited what of these drafts, in order; only what no snapshot holds is still there, and perhaps a little more. One query. */
export async function readEdits(tenantId: string, scriptIds: readonly string[]): Promise<DraftEditHead[]> {
  const rows = await Updates.find(
    { tenantId, scriptId: mongoose.trusted({ $in: [...scriptIds] }) },
    { _id: 0, scriptId: 1, epoch: 1, n: 1, accountId: 1, name: 1, steps: 1, title: 1, at: 1 },
  )
    .sort({ scriptId: 1, epoch: 1, n: 1 })
    .lean();
  return rows.map((row) => ({ ...row, title: row.title ?? null }));
}

/** The edits of a tenant that still stand in the log and came before `until`, without their content: for the repair of the record. */
export async function readEditEvents(
  tenantId: string,
  until: Date,
): Promise<Pick<DraftUpdate, 'scriptId' | 'n' | 'event' | 'at'>[]> {
  const rows = await Updates.find(
    { tenantId, at: mongoose.trusted({ $lt: until }) },
    { _id: 0, scriptId: 1, n: 1, event: 1, at: 1 },
  )
    .sort({ scriptId: 1, epoch: 1, n: 1 })
    .lean();
  return rows.map(({ scriptId, n, event, at }) => ({ scriptId, n, event: event ?? null, at }));
}

/** Takes the edits `fromN` to `toN` out, a few at a time: those that a verified snapshot holds. */
export async function trimUpdates(
  tenantId: string,
  scriptId: string,
  epoch: number,
  fromN: number,
  toN: number,
): Promise<void> {
  for (let first = fromN; first <= toN; first += TRIM_ROWS) {
    const last = Math.min(toN, first + TRIM_ROWS - 1);
    await Updates.deleteMany({
      tenantId,
      scriptId,
      epoch,
      n: mongoose.trusted({ $gte: first, $lte: last }),
    });
  }
}

/** The fields one by one: nothing else may come into the store. */
async function sealRow(update: DraftUpdate) {
  const _id = randomId();
  const { tenantId, scriptId, epoch, n, accountId, name, steps, title, event, at } = update;
  const payload = await seal(tenantId, placeOf(_id), update.payload);
  return { _id, tenantId, scriptId, epoch, n, payload, accountId, name, steps, title, event, at };
}

function placeOf(id: string): { collection: string; id: string; field: string } {
  return { collection: 'draft_updates', id, field: 'payload' };
}
