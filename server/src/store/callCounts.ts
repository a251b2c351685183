import mongoose, { Schema } from 'mongoose';
import { isDuplicateKey } from './tenants.ts';
import { tenantScoped } from './tenantScope.ts';

/** How many calls began on a script on one day. Kept beside the calls, so that a list need not open each of them to count. */
interface CountRow {
  _id: string;
  tenantId: string;
  scriptId: string;
  /** YYYY-MM-DD. */
  day: string;
  calls: number;
  expires: Date;
}

const keptDays = 40;

const schema = new Schema<CountRow>(
  {
    _id: String,
    scriptId: { type: String, required: true },
    day: { type: String, required: true },
    calls: { type: Number, required: true },
    expires: { type: Date, required: true },
  },
  { versionKey: false, collection: 'callcounts' },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, day: 1 });
schema.index({ expires: 1 }, { expireAfterSeconds: 0 });

const Counts = mongoose.model<CountRow>('CallCount', schema);

export async function countCall(tenantId: string, scriptId: string, day: string): Promise<void> {
  try {
    await addOne(tenantId, scriptId, day);
  } catch (error) {
    // Two first calls of a day met: the one that lost finds the other's row now.
    if (!isDuplicateKey(error)) throw error;
    await addOne(tenantId, scriptId, day);
  }
}

async function addOne(tenantId: string, scriptId: string, day: string): Promise<void> {
  const expires = new Date(Date.parse(`${day}T00:00:00Z`) + keptDays * 86_400_000);
  await Counts.updateOne(
    { tenantId, _id: `${tenantId}:${scriptId}:${day}` },
    { $inc: { calls: 1 }, $setOnInsert: { scriptId, day, expires } },
    { upsert: true },
  );
}

/** Calls by script since a day, that day included. */
export async function callsSince(tenantId: string, day: string): Promise<ReadonlyMap<string, number>> {
  const rows = await Counts.find({ tenantId, day: mongoose.trusted({ $gte: day }) }).lean();
  const counts = new Map<string, number>();
  for (const { scriptId, calls } of rows) counts.set(scriptId, (counts.get(scriptId) ?? 0) + calls);
  return counts;
}
