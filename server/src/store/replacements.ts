import mongoose, { Schema } from 'mongoose';
import { now, randomId } from '../platform/clock.ts';
import { seal, unseal } from './sealed.ts';
import { tenantScoped } from './tenantScope.ts';

/** What a replacement did to one script, with what taking it back needs. `content` is sealed: it holds what people wrote. */
export interface ReplacementRecord<Content> {
  id: string;
  /** One press of «置換»: a row a script. */
  runId: string;
  scriptId: string;
  pointId: string;
  accountId: string;
  at: Date;
  content: Content;
  takenBack: { at: Date; by: string; lost: number } | null;
}

interface Row {
  _id: string;
  tenantId: string;
  runId: string;
  scriptId: string;
  pointId: string;
  accountId: string;
  at: Date;
  content: Buffer;
  takenBack: { at: Date; by: string; lost: number } | null;
}

const schema = new Schema<Row>(
  {
    _id: String,
    runId: { type: String, required: true },
    scriptId: { type: String, required: true },
    pointId: { type: String, required: true },
    accountId: { type: String, required: true },
    at: { type: Date, required: true },
    content: { type: Buffer, required: true },
    takenBack: {
      type: new Schema({ at: Date, by: String, lost: Number }, { _id: false }),
      default: null,
    },
  },
  { versionKey: false, collection: 'replacements' },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, runId: 1 });

const Rows = mongoose.model<Row>('Replacement', schema);

/** Resolves to the id when it is durable. */
export async function insertReplacement(
  tenantId: string,
  row: Omit<Row, '_id' | 'tenantId' | 'content' | 'takenBack' | 'at'>,
  content: unknown,
): Promise<string> {
  const _id = randomId();
  const sealed = await seal(tenantId, placeOf(_id), Buffer.from(JSON.stringify(content)));
  await Rows.insertMany([{ ...row, _id, tenantId, at: now(), content: sealed, takenBack: null }]);
  return _id;
}

/** The rows of one run; `parse` makes of the opened content what it is, or throws. */
export async function findRun<Content>(
  tenantId: string,
  runId: string,
  parse: (content: unknown) => Content,
): Promise<ReplacementRecord<Content>[]> {
  const rows = await Rows.find({ tenantId, runId }).sort({ at: 1, _id: 1 }).lean();
  return Promise.all(rows.map((row) => open(row, parse)));
}

export async function findReplacement<Content>(
  tenantId: string,
  id: string,
  parse: (content: unknown) => Content,
): Promise<ReplacementRecord<Content> | null> {
  const row = await Rows.findOne({ tenantId, _id: id }).lean();
  return row === null ? null : open(row, parse);
}

/** Claims the taking back: false when somebody has taken it back already. */
export async function claimTakeBack(tenantId: string, id: string, by: string): Promise<boolean> {
  const result = await Rows.updateOne(
    { tenantId, _id: id, takenBack: null },
    { $set: { takenBack: { at: now(), by, lost: 0 } } },
  );
  return result.modifiedCount === 1;
}

/** How many places were not found again; null: it was not taken back after all. */
export async function settleTakeBack(tenantId: string, id: string, lost: number | null): Promise<void> {
  const change = lost === null ? { takenBack: null } : { 'takenBack.lost': lost };
  await Rows.updateOne({ tenantId, _id: id }, { $set: change });
}

async function open<Content>(
  row: Row,
  parse: (content: unknown) => Content,
): Promise<ReplacementRecord<Content>> {
  const { _id, tenantId, runId, scriptId, pointId, accountId, at, takenBack } = row;
  const plain = await unseal(tenantId, placeOf(_id), row.content);
  const content = parse(JSON.parse(plain.toString('utf8')));
  return { id: _id, runId, scriptId, pointId, accountId, at, content, takenBack };
}

function placeOf(id: string) {
  return { collection: 'replacements', id, field: 'content' };
}
