import mongoose, { Schema } from 'mongoose';
import { AppError } from '@daihon/shared/errors';
import { Script } from '@daihon/shared/script/schema';
import type { Person, ReleaseClass } from '@daihon/shared/version';
import { seal, unseal } from './sealed.ts';
import { isDuplicateKey } from './tenants.ts';
import { tenantScoped } from './tenantScope.ts';

/** A version without its script. Immutable: this store has no update. */
export interface VersionRecord {
  id: string;
  scriptId: string;
  number: number;
  hash: string;
  author: Person;
  note: string;
  class: ReleaseClass;
  title: string;
  publishedAt: Date;
}

interface VersionRow extends Omit<VersionRecord, 'id'> {
  _id: string;
  tenantId: string;
  /** The Script document as JSON, sealed. */
  script: Buffer;
}

const schema = new Schema<VersionRow>(
  {
    _id: String,
    scriptId: { type: String, required: true },
    number: { type: Number, required: true },
    hash: { type: String, required: true },
    author: { id: { type: String, required: true }, name: { type: String, required: true } },
    note: { type: String, required: true },
    class: { type: String, required: true },
    title: { type: String, default: '' },
    publishedAt: { type: Date, required: true },
    script: { type: Buffer, required: true },
  },
  { versionKey: false, collection: 'versions', minimize: false },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, scriptId: 1, number: 1 }, { unique: true });

const Versions = mongoose.model<VersionRow>('Version', schema);

const withoutScript = { script: 0 } as const;

/** The commit point of a publication. Throws `conflict` when the number is taken. */
export async function insertVersion(tenantId: string, version: VersionRecord, script: Script): Promise<void> {
  const { id, ...rest } = version;
  const sealed = await seal(tenantId, placeOf(id), Buffer.from(JSON.stringify(script)));
  try {
    await Versions.insertMany([{ _id: id, tenantId, ...rest, script: sealed }]);
  } catch (error) {
    if (isDuplicateKey(error)) throw new AppError('conflict', 'Someone else has just published this script');
    throw error;
  }
}

export async function findNewestVersion(tenantId: string, scriptId: string): Promise<VersionRecord | null> {
  const row = await Versions.findOne({ tenantId, scriptId }, withoutScript).sort({ number: -1 }).lean();
  return row === null ? null : present(row);
}

/** The newest version with its script, in one read. */
export async function readNewestVersion(
  tenantId: string,
  scriptId: string,
): Promise<{ version: VersionRecord; script: Script } | null> {
  const row = await Versions.findOne({ tenantId, scriptId }).sort({ number: -1 }).lean();
  if (row === null) return null;
  return { version: present(row), script: await openScript(tenantId, row) };
}

export async function findVersion(
  tenantId: string,
  scriptId: string,
  number: number,
): Promise<VersionRecord | null> {
  const row = await Versions.findOne({ tenantId, scriptId, number }, withoutScript).lean();
  return row === null ? null : present(row);
}

/** The script of a version as it was published; null when there is no such version. */
export async function readVersionScript(
  tenantId: string,
  scriptId: string,
  number: number,
): Promise<Script | null> {
  const row = await Versions.findOne({ tenantId, scriptId, number }, { script: 1 }).lean();
  return row === null ? null : openScript(tenantId, row);
}

/** Newest first, below `before` when given. */
export async function listVersions(
  tenantId: string,
  scriptId: string,
  ask: { before: number | null; limit: number },
): Promise<VersionRecord[]> {
  const rows = await Versions.find(
    { tenantId, scriptId, ...(ask.before === null ? {} : { number: mongoose.trusted({ $lt: ask.before }) }) },
    withoutScript,
  )
    .sort({ number: -1 })
    .limit(ask.limit)
    .lean();
  return rows.map(present);
}

/** The script of a version as the text that is stored; null when there is no such version. For what passes it on unread. */
export async function readVersionText(
  tenantId: string,
  scriptId: string,
  number: number,
): Promise<{ version: VersionRecord; script: string } | null> {
  const row = await Versions.findOne({ tenantId, scriptId, number }).lean();
  if (row === null) return null;
  const plain = await unseal(tenantId, placeOf(row._id), row.script);
  return { version: present(row), script: JSON.stringify(Script.parse(JSON.parse(plain.toString('utf8')))) };
}

async function openScript(tenantId: string, row: Pick<VersionRow, '_id' | 'script'>): Promise<Script> {
  const plain = await unseal(tenantId, placeOf(row._id), row.script);
  return Script.parse(JSON.parse(plain.toString('utf8')));
}

function placeOf(id: string) {
  return { collection: 'versions', id, field: 'script' };
}

function present(row: Omit<VersionRow, 'script'>): VersionRecord {
  const { _id, scriptId, number, hash, author, note, title, publishedAt } = row;
  return {
    id: _id,
    scriptId,
    number,
    hash,
    author: { ...author },
    note,
    class: row.class,
    title,
    publishedAt,
  };
}
