import mongoose, { Schema } from 'mongoose';
import { tenantScoped } from './tenantScope.ts';

/** A folder on its way to another path: the commit point; the scripts follow, and are brought after it at start when a crash came between. */
export interface FolderMove {
  from: string;
  to: string;
}

export interface Folders {
  /** Those made by hand, so that an empty one stays; the others are where scripts lie. */
  made: string[];
  move: FolderMove | null;
}

interface Row extends Folders {
  _id: string;
  tenantId: string;
}

const schema = new Schema<Row>(
  {
    _id: String,
    made: { type: [String], required: true },
    move: {
      type: new Schema<FolderMove>({ from: String, to: String }, { _id: false }),
      default: null,
    },
  },
  { versionKey: false, collection: 'folders' },
);
schema.plugin(tenantScoped);

const Rows = mongoose.model<Row>('Folders', schema);

/** One document a tenant. */
export async function readFolders(tenantId: string): Promise<Folders> {
  const row = await Rows.findOne({ tenantId, _id: tenantId }).lean();
  return { made: [...(row?.made ?? [])], move: row?.move == null ? null : { ...row.move } };
}

export async function addFolder(tenantId: string, path: string): Promise<void> {
  await Rows.updateOne({ tenantId, _id: tenantId }, { $addToSet: { made: path } }, { upsert: true });
}

export async function removeFolders(tenantId: string, paths: readonly string[]): Promise<void> {
  await Rows.updateOne(
    { tenantId, _id: tenantId },
    { $pull: { made: mongoose.trusted({ $in: [...paths] }) } },
  );
}

/** False when another move is under way. */
export async function beginMove(tenantId: string, move: FolderMove): Promise<boolean> {
  await Rows.updateOne({ tenantId, _id: tenantId }, { $setOnInsert: { made: [] } }, { upsert: true });
  const result = await Rows.updateOne({ tenantId, _id: tenantId, move: null }, { $set: { move } });
  return result.modifiedCount === 1;
}

/** Ends the move: the folders made by hand are now `made`. */
export async function endMove(tenantId: string, made: readonly string[]): Promise<void> {
  await Rows.updateOne({ tenantId, _id: tenantId }, { $set: { made: [...made], move: null } });
}
