import mongoose, { Schema } from 'mongoose';
import { now } from '../platform/clock.ts';
import { isDuplicateKey } from './tenants.ts';
import { tenantScoped } from './tenantScope.ts';

/** One asking of those who had not acknowledged a release. */
export interface Reminder {
  seq: number;
  at: Date;
  by: { id: string; name: string };
  accountIds: string[];
}

interface ReminderRow extends Reminder {
  _id: string;
  tenantId: string;
  /** Rises by one with each of a release: two at the same moment meet at the same number. */
  number: number;
}

const schema = new Schema<ReminderRow>(
  {
    _id: String,
    seq: { type: Number, required: true },
    number: { type: Number, required: true },
    at: { type: Date, required: true },
    by: { id: String, name: String },
    accountIds: { type: [String], required: true },
  },
  { versionKey: false, collection: 'release_reminders' },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, seq: 1, number: -1 });

const Reminders = mongoose.model<ReminderRow>('ReleaseReminder', schema);

export async function newestReminder(tenantId: string, seq: number): Promise<Reminder | null> {
  const row = await Reminders.findOne({ tenantId, seq }).sort({ number: -1 }).lean();
  return row === null ? null : present(row);
}

/** False when another one came at least as late as `notAfter`, or comes at the same moment. */
export async function insertReminder(
  tenantId: string,
  reminder: Omit<Reminder, 'at'>,
  notAfter: Date,
): Promise<boolean> {
  const { seq } = reminder;
  const last = await Reminders.findOne({ tenantId, seq }).sort({ number: -1 }).lean();
  if (last !== null && last.at >= notAfter) return false;
  const number = (last?.number ?? 0) + 1;
  try {
    await Reminders.insertMany([
      { ...reminder, _id: `${tenantId}.${seq}.${number}`, tenantId, number, at: now() },
    ]);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** When this account was last reminded of each of these releases. */
export async function remindersOf(
  tenantId: string,
  accountId: string,
  seqs: readonly number[],
): Promise<Map<number, Date>> {
  if (seqs.length === 0) return new Map();
  const filter = { tenantId, seq: mongoose.trusted({ $in: [...seqs] }), accountIds: accountId };
  const rows = await Reminders.find(filter, { seq: 1, at: 1 }).sort({ number: 1 }).lean();
  return new Map(rows.map((row) => [row.seq, row.at]));
}

function present(row: ReminderRow): Reminder {
  const { seq, at, by, accountIds } = row;
  return { seq, at, by: { id: by.id, name: by.name }, accountIds: [...accountIds] };
}
