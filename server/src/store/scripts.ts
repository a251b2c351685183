import mongoose, { Schema } from 'mongoose';
import type { ScriptState } from '@daihon/shared/wire/http';
import { now } from '../platform/clock.ts';
import { tenantScoped } from './tenantScope.ts';

/** Which version is current; derived from the releases and repaired at start, never the truth itself. */
export interface CurrentVersion {
  number: number;
  hash: string;
  at: Date;
  seq: number;
}

export interface ScriptRecord {
  id: string;
  /** Of the current version; before the first, the one it was made with. What the draft is called, only the draft says. */
  title: string;
  /** Which template it was made from (`order-ja`). */
  template: string | null;
  folder: string;
  labels: string[];
  state: ScriptState;
  published: CurrentVersion | null;
  createdAt: Date;
  updatedAt: Date;
  /** Account that answers for it. */
  owner: string | null;
  review: Review;
  /** Rises with every change of the metadata: the entity tag. */
  revision: number;
  binned: { at: Date; by: string } | null;
}

/** When a script is to be looked through again. */
export interface Review {
  /** YYYY-MM-DD in Japan; null: not asked for. */
  due: string | null;
  everyMonths: number | null;
  /** When it was last looked through, and by whom. */
  at: Date | null;
  by: string | null;
}

interface ScriptRow extends Omit<ScriptRecord, 'id' | 'owner' | 'review'> {
  _id: string;
  tenantId: string;
  /** Missing in rows of before there were any. */
  owner?: string | null;
  review?: Review | null;
}

const schema = new Schema<ScriptRow>(
  {
    _id: String,
    title: { type: String, required: true },
    template: { type: String, default: null },
    folder: { type: String, default: '' },
    labels: { type: [String], required: true },
    state: { type: String, required: true },
    published: {
      type: new Schema<CurrentVersion>(
        { number: Number, hash: String, at: Date, seq: Number },
        { _id: false },
      ),
      default: null,
    },
    owner: { type: String, default: null },
    review: {
      type: new Schema<Review>(
        {
          due: { type: String, default: null },
          everyMonths: { type: Number, default: null },
          at: { type: Date, default: null },
          by: { type: String, default: null },
        },
        { _id: false },
      ),
      default: null,
    },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    revision: { type: Number, required: true },
    binned: {
      type: new Schema<{ at: Date; by: string }>({ at: Date, by: String }, { _id: false }),
      default: null,
    },
  },
  { versionKey: false, collection: 'scripts', minimize: false },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, updatedAt: -1, _id: -1 });

const Scripts = mongoose.model<ScriptRow>('Script', schema);

const noReview: Review = { due: null, everyMonths: null, at: null, by: null };

export interface NewScript {
  id: string;
  title: string;
  template: string | null;
  folder: string;
  labels: readonly string[];
  /** Account that answers for it; nobody when left out. */
  owner?: string | null;
  at: Date;
}

export async function insertScript(tenantId: string, script: NewScript): Promise<ScriptRecord> {
  const row: ScriptRow = {
    _id: script.id,
    tenantId,
    title: script.title,
    template: script.template,
    folder: script.folder,
    labels: [...script.labels],
    state: 'draft',
    published: null,
    owner: script.owner ?? null,
    review: noReview,
    createdAt: script.at,
    updatedAt: script.at,
    revision: 1,
    binned: null,
  };
  await Scripts.insertMany([row]);
  return present(row);
}

/** A script that is not in the bin. */
export async function findScript(tenantId: string, scriptId: string): Promise<ScriptRecord | null> {
  const row = await Scripts.findOne({ tenantId, _id: scriptId, binned: null }).lean();
  return row === null ? null : present(row);
}

/** The oldest script made from this template that is not in the bin. */
export async function findScriptOfTemplate(tenantId: string, template: string): Promise<ScriptRecord | null> {
  const row = await Scripts.findOne({ tenantId, template, binned: null }).sort({ createdAt: 1 }).lean();
  return row === null ? null : present(row);
}

export interface ScriptListAsk {
  /** Only what agents may run. */
  publishedOnly: boolean;
  /** Last row of the page before. */
  after: { updatedAt: Date; id: string } | null;
  limit: number;
}

/** Newest change first. */
export async function listScripts(tenantId: string, ask: ScriptListAsk): Promise<ScriptRecord[]> {
  const rows = await Scripts.find({
    tenantId,
    binned: null,
    ...(ask.publishedOnly ? { state: 'published' as const, published: mongoose.trusted({ $ne: null }) } : {}),
    ...(ask.after === null
      ? {}
      : {
          $or: [
            { updatedAt: mongoose.trusted({ $lt: ask.after.updatedAt }) },
            { updatedAt: ask.after.updatedAt, _id: mongoose.trusted({ $lt: ask.after.id }) },
          ],
        }),
  })
    .sort({ updatedAt: -1, _id: -1 })
    .limit(ask.limit)
    .lean();
  return rows.map(present);
}

/** Ids of all scripts, by default with those in the bin. */
export async function listScriptIds(
  tenantId: string,
  ask: { binned: boolean } = { binned: true },
): Promise<string[]> {
  const rows = await Scripts.find({ tenantId, ...(ask.binned ? {} : { binned: null }) }, { _id: 1 })
    .sort({ _id: 1 })
    .lean();
  return rows.map((row) => row._id);
}

/** What the scripts outside of the bin are called, by their current versions. */
export async function listScriptTitles(tenantId: string): Promise<{ id: string; title: string }[]> {
  const rows = await Scripts.find({ tenantId, binned: null }, { _id: 1, title: 1 }).sort({ _id: 1 }).lean();
  return rows.map(({ _id, title }) => ({ id: _id, title }));
}

/** Ids of the scripts outside of the bin that were ever published. */
export async function listPublishedIds(tenantId: string): Promise<string[]> {
  const rows = await Scripts.find(
    { tenantId, binned: null, published: mongoose.trusted({ $ne: null }) },
    { _id: 1 },
  ).lean();
  return rows.map((row) => row._id);
}

/** Titles by id, of those in the bin too. */
export async function findScriptTitles(
  tenantId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const filter = { tenantId, _id: mongoose.trusted({ $in: [...new Set(ids)] }) };
  const rows = await Scripts.find(filter, { title: 1 }).lean();
  return new Map(rows.map((row) => [row._id, row.title]));
}

export type ScriptChange = Partial<Pick<ScriptRecord, 'folder' | 'labels' | 'state' | 'owner' | 'review'>>;

/** Null when the script is gone or its revision is no longer `revision`. */
export async function changeScript(
  tenantId: string,
  scriptId: string,
  revision: number,
  change: ScriptChange,
): Promise<ScriptRecord | null> {
  const row = await Scripts.findOneAndUpdate(
    { tenantId, _id: scriptId, binned: null, revision },
    { $set: { ...change, updatedAt: now() }, $inc: { revision: 1 } },
    { returnDocument: 'after' },
  ).lean();
  return row === null ? null : present(row);
}

/** Puts it into the bin; false when it is not there or in the bin already. */
export async function binScript(tenantId: string, scriptId: string, by: string): Promise<boolean> {
  const result = await Scripts.updateOne(
    { tenantId, _id: scriptId, binned: null },
    { $set: { binned: { at: now(), by } }, $inc: { revision: 1 } },
  );
  return result.modifiedCount === 1;
}

/** Takes it out of the bin, exactly as it went in; null when it is not there. */
export async function unbinScript(tenantId: string, scriptId: string): Promise<ScriptRecord | null> {
  const row = await Scripts.findOneAndUpdate(
    { tenantId, _id: scriptId, binned: mongoose.trusted({ $ne: null }) },
    { $set: { binned: null }, $inc: { revision: 1 } },
    { returnDocument: 'after' },
  ).lean();
  return row === null ? null : present(row);
}

/** The scripts in the bin, the latest first. */
export async function listBinned(tenantId: string): Promise<ScriptRecord[]> {
  const rows = await Scripts.find({ tenantId, binned: mongoose.trusted({ $ne: null }) })
    .sort({ 'binned.at': -1, _id: 1 })
    .lean();
  return rows.map(present);
}

/** Every script that is not in the bin, the newest change first. */
export async function listAllScripts(tenantId: string): Promise<ScriptRecord[]> {
  const rows = await Scripts.find({ tenantId, binned: null }).sort({ updatedAt: -1, _id: -1 }).lean();
  return rows.map(present);
}

/** Where scripts are filed, one entry a script; by default those in the bin left out. */
export async function listFolders(
  tenantId: string,
  ask: { binned: boolean } = { binned: false },
): Promise<string[]> {
  const rows = await Scripts.find(
    { tenantId, ...(ask.binned ? {} : { binned: null }) },
    { folder: 1 },
  ).lean();
  return rows.map(({ folder }) => folder);
}

/** Files the scripts of one folder, in the bin too, in another; those that are not there (any more) stay. Repeatable. */
export async function refile(tenantId: string, from: string, to: string): Promise<void> {
  await Scripts.updateMany(
    { tenantId, folder: from },
    // No news of the script itself: it keeps its place among the latest changes.
    { $set: { folder: to }, $inc: { revision: 1 } },
  );
}

/** Derives the row from a release: repeatable, in any order; an older release never replaces a newer one. */
export async function markPublished(
  tenantId: string,
  scriptId: string,
  current: CurrentVersion,
  title: string,
): Promise<void> {
  const older = {
    tenantId,
    _id: scriptId,
    $or: [{ published: null }, { 'published.seq': mongoose.trusted({ $lt: current.seq }) }],
  };
  const $set = { published: current, title, updatedAt: current.at };
  const $inc = { revision: 1 };
  const result = await Scripts.updateOne(
    { ...older, state: mongoose.trusted({ $in: ['draft', 'published'] }) },
    { $set: { ...$set, state: 'published' }, $inc },
  );
  // Archived meanwhile: it has the version and stays archived.
  if (result.matchedCount === 0) await Scripts.updateOne(older, { $set, $inc });
}

function present(row: ScriptRow): ScriptRecord {
  const { _id, title, template, folder, labels, state, createdAt, updatedAt, revision } = row;
  const published = row.published === null ? null : { ...row.published };
  const binned = row.binned === null ? null : { ...row.binned };
  const care = { owner: row.owner ?? null, review: { ...noReview, ...row.review } };
  const fixed = { id: _id, template, createdAt };
  return {
    ...fixed,
    ...care,
    title,
    folder,
    labels: [...labels],
    state,
    published,
    updatedAt,
    revision,
    binned,
  };
}
