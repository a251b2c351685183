import mongoose, { Schema } from 'mongoose';
import { z } from 'zod';
import { SampleRun } from '@daihon/shared/sample/sample';
import { seal, unseal } from './sealed.ts';
import { tenantScoped } from './tenantScope.ts';

/** What a sample caller says may be a real case: sealed as one. */
const SampleContent = z.object({ name: z.string(), run: SampleRun });
type SampleContent = z.infer<typeof SampleContent>;

export interface SampleRecord extends SampleContent {
  id: string;
  scriptId: string;
  required: boolean;
  /** Name of who wrote it last. */
  by: string;
  createdAt: Date;
  updatedAt: Date;
}

interface SampleRow extends Omit<SampleRecord, keyof SampleContent | 'id'> {
  _id: string;
  tenantId: string;
  content: Buffer;
}

const schema = new Schema<SampleRow>(
  {
    _id: String,
    scriptId: { type: String, required: true },
    required: { type: Boolean, required: true },
    by: { type: String, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    content: { type: Buffer, required: true },
  },
  { versionKey: false, collection: 'samples', minimize: false },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, scriptId: 1, createdAt: 1, _id: 1 });

const Samples = mongoose.model<SampleRow>('Sample', schema);

export async function insertSamples(tenantId: string, samples: readonly SampleRecord[]): Promise<void> {
  if (samples.length === 0) return;
  await Samples.insertMany(await Promise.all(samples.map((sample) => rowOf(tenantId, sample))));
}

/** False when it is gone. */
export async function replaceSample(tenantId: string, sample: SampleRecord): Promise<boolean> {
  const { _id, required, by, updatedAt, content } = await rowOf(tenantId, sample);
  const result = await Samples.updateOne({ tenantId, _id }, { $set: { required, by, updatedAt, content } });
  return result.matchedCount === 1;
}

/** False when it was gone already. */
export async function deleteSample(tenantId: string, scriptId: string, id: string): Promise<boolean> {
  return (await Samples.deleteOne({ tenantId, scriptId, _id: id })).deletedCount === 1;
}

export async function findSample(
  tenantId: string,
  scriptId: string,
  id: string,
): Promise<SampleRecord | null> {
  const row = await Samples.findOne({ tenantId, scriptId, _id: id }).lean();
  return row === null ? null : present(row);
}

/** In the order they were made. */
export async function listSamples(tenantId: string, scriptId: string): Promise<SampleRecord[]> {
  const rows = await Samples.find({ tenantId, scriptId }).sort({ createdAt: 1, _id: 1 }).lean();
  return Promise.all(rows.map((row) => present(row)));
}

export function countSamples(tenantId: string, scriptId: string): Promise<number> {
  return Samples.countDocuments({ tenantId, scriptId });
}

async function rowOf(tenantId: string, sample: SampleRecord): Promise<SampleRow> {
  const { id, name, run, ...rest } = sample;
  const plain = Buffer.from(JSON.stringify({ name, run } satisfies SampleContent));
  return { _id: id, tenantId, ...rest, content: await seal(tenantId, placeOf(id), plain) };
}

async function present(row: SampleRow): Promise<SampleRecord> {
  const { _id, tenantId: owner, content, ...rest } = row;
  const plain = await unseal(owner, placeOf(_id), content);
  return { id: _id, ...rest, ...SampleContent.parse(JSON.parse(plain.toString('utf8'))) };
}

function placeOf(id: string) {
  return { collection: 'samples', id, field: 'content' };
}
