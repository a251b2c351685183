import mongoose, { Schema } from 'mongoose';
import { isDuplicateKey } from './tenants.ts';
import { tenantScoped } from './tenantScope.ts';

export type ReceiptStage = 'received' | 'opened' | 'acknowledged';

/** What one agent did with one release; each time is that of the first time. */
export interface Receipt {
  seq: number;
  accountId: string;
  receivedAt: Date;
  openedAt: Date | null;
  acknowledgedAt: Date | null;
}

/** One thing to note; a later stage implies the earlier ones that are still missing. */
export interface ReceiptNote {
  seq: number;
  accountId: string;
  stage: ReceiptStage;
  at: Date;
}

interface ReceiptRow {
  _id: string;
  tenantId: string;
  seq: number;
  accountId: string;
  receivedAt: Date;
  openedAt?: Date;
  acknowledgedAt?: Date;
}

const schema = new Schema<ReceiptRow>(
  {
    _id: String,
    seq: { type: Number, required: true },
    accountId: { type: String, required: true },
    receivedAt: { type: Date, required: true },
    openedAt: Date,
    acknowledgedAt: Date,
  },
  { versionKey: false, collection: 'receipts', minimize: false },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, seq: 1, accountId: 1 }, { unique: true });
schema.index({ tenantId: 1, accountId: 1, seq: -1 });

const Receipts = mongoose.model<ReceiptRow>('Receipt', schema);

const stages = ['received', 'opened', 'acknowledged'] as const;

/** Repeatable and free of order: every time keeps its earliest value. One write for all notes. */
export async function noteReceipts(tenantId: string, notes: readonly ReceiptNote[]): Promise<void> {
  if (notes.length === 0) return;
  try {
    await writeNotes(tenantId, notes);
  } catch (error) {
    // Two upserts of one receipt met: the one that lost finds the other's row now.
    if (!isDuplicateKey(error)) throw error;
    await writeNotes(tenantId, notes);
  }
}

async function writeNotes(tenantId: string, notes: readonly ReceiptNote[]): Promise<void> {
  await Receipts.bulkWrite(
    notes.map(({ seq, accountId, stage, at }) => ({
      updateOne: {
        filter: { tenantId, seq, accountId },
        update: { $min: timesUpTo(stage, at), $setOnInsert: { _id: `${tenantId}.${seq}.${accountId}` } },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}

function timesUpTo(stage: ReceiptStage, at: Date): Record<string, Date> {
  const reached = stages.slice(0, stages.indexOf(stage) + 1);
  return Object.fromEntries(reached.map((name) => [`${name}At`, at]));
}

export async function listReceipts(tenantId: string, seq: number): Promise<Receipt[]> {
  return (await Receipts.find({ tenantId, seq }).lean()).map(present);
}

/** What one agent has read, newest first. */
export async function listReceiptsOf(tenantId: string, accountId: string, limit: number): Promise<Receipt[]> {
  return (await Receipts.find({ tenantId, accountId }).sort({ seq: -1 }).limit(limit).lean()).map(present);
}

/** By release and account, newest release first; `before` is the last of the part before. */
export async function listReceiptsBefore(
  tenantId: string,
  before: { seq: number; accountId: string } | null,
  limit: number,
): Promise<Receipt[]> {
  const { trusted } = mongoose;
  const rows = await Receipts.find(
    before === null
      ? { tenantId }
      : {
          tenantId,
          $or: [
            { seq: trusted({ $lt: before.seq }) },
            { seq: before.seq, accountId: trusted({ $lt: before.accountId }) },
          ],
        },
  )
    .sort({ seq: -1, accountId: -1 })
    .limit(limit)
    .lean();
  return rows.map(present);
}

export async function findReceipt(tenantId: string, seq: number, accountId: string): Promise<Receipt | null> {
  const row = await Receipts.findOne({ tenantId, seq, accountId }).lean();
  return row === null ? null : present(row);
}

function present(row: ReceiptRow): Receipt {
  const { seq, accountId, receivedAt } = row;
  return {
    seq,
    accountId,
    receivedAt,
    openedAt: row.openedAt ?? null,
    acknowledgedAt: row.acknowledgedAt ?? null,
  };
}
