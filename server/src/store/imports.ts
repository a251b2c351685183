import mongoose, { Schema } from 'mongoose';
import { now, randomId } from '../platform/clock.ts';
import { seal, unseal } from './sealed.ts';
import { tenantScoped } from './tenantScope.ts';

/** A file that took the place of a draft, with what taking it back needs. `content` is sealed: it holds what people wrote. */
export interface ImportRecord<Content> {
  id: string;
  scriptId: string;
  accountId: string;
  at: Date;
  content: Content;
  takenBack: { at: Date; by: string } | null;
}

interface Row {
  _id: string;
  tenantId: string;
  scriptId: string;
  accountId: string;
  at: Date;
  content: Buffer;
  takenBack: { at: Date; by: string } | null;
}

/** Older ones of a script go: each holds two whole drafts. */
const kept = 10;

const schema = new Schema<Row>(
  {
    _id: String,
    scriptId: { type: String, required: true },
    accountId: { type: String, required: true },
    at: { type: Date, required: true },
    content: { type: Buffer, required: true },
    takenBack: { type: new Schema({ at: Date, by: String }, { _id: false }), default: null },
  },
  { versionKey: false, collection: 'draft_imports' },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, scriptId: 1, at: -1 });

const Rows = mongoose.model<Row>('DraftImport', schema);

/** Resolves to the id when it is durable. */
export async function insertImport(
  tenantId: string,
  row: { scriptId: string; accountId: string },
  content: unknown,
): Promise<string> {
  const _id = randomId();
  const sealed = await seal(tenantId, placeOf(_id), Buffer.from(JSON.stringify(content)));
  await Rows.insertMany([{ ...row, _id, tenantId, at: now(), content: sealed, takenBack: null }]);
  const { scriptId } = row;
  const old = await Rows.find({ tenantId, scriptId }, { _id: 1 }).sort({ at: -1 }).skip(kept).lean();
  if (old.length > 0) await Rows.deleteMany({ tenantId, _id: { $in: old.map((each) => each._id) } });
  return _id;
}

export async function findImport<Content>(
  tenantId: string,
  id: string,
  parse: (content: unknown) => Content,
): Promise<ImportRecord<Content> | null> {
  const row = await Rows.findOne({ tenantId, _id: id }).lean();
  return row === null ? null : open(row, parse);
}

/** The newest one of a script; null when no file took its draft's place. */
export async function findLastImport<Content>(
  tenantId: string,
  scriptId: string,
  parse: (content: unknown) => Content,
): Promise<ImportRecord<Content> | null> {
  const [row] = await Rows.find({ tenantId, scriptId }).sort({ at: -1 }).limit(1).lean();
  return row === undefined ? null : open(row, parse);
}

/** Claims the taking back: false when somebody has taken it back already. */
export async function claimImportUndo(tenantId: string, id: string, by: string): Promise<boolean> {
  const change = { $set: { takenBack: { at: now(), by } } };
  const result = await Rows.updateOne({ tenantId, _id: id, takenBack: null }, change);
  return result.modifiedCount === 1;
}

/** It was not taken back after all. */
export async function releaseImportUndo(tenantId: string, id: string): Promise<void> {
  await Rows.updateOne({ tenantId, _id: id }, { $set: { takenBack: null } });
}

async function open<Content>(row: Row, parse: (content: unknown) => Content): Promise<ImportRecord<Content>> {
  const { _id, tenantId, scriptId, accountId, at, takenBack } = row;
  const plain = await unseal(tenantId, placeOf(_id), row.content);
  return { id: _id, scriptId, accountId, at, content: parse(JSON.parse(plain.toString('utf8'))), takenBack };
}

function placeOf(id: string) {
  return { collection: 'draft_imports', id, field: 'content' };
}
