import mongoose from 'mongoose';
import { now } from '../platform/clock.ts';
import type { CurrentVersion, Review, ScriptRecord, ScriptRow, WithdrawalMark } from './scriptRows.ts';
import { noReview, present, Scripts } from './scriptRows.ts';

export interface NewScript {
  id: string;
  title: string;
  template: string | null;
  folder: string;
  labels: readonly string[];
  /** Account that answers for it; nobody when left out. */
  owner?: string | null;
  /** When it is to be looked through; never when left out. */
  review?: Review;
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
    review: script.review ?? noReview,
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

/** Files the scripts of one folder, in the bin too, in another; those that are not there (any more) stay. Repeatable. */
export async function refile(tenantId: string, from: string, to: string): Promise<void> {
  await Scripts.updateMany(
    { tenantId, folder: from },
    // No news of the script itself: it keeps its place among the latest changes.
    { $set: { folder: to }, $inc: { revision: 1 } },
  );
}

/**
 * Derives the row from a release: repeatable, in any order; an older release never replaces a newer one, and brings nothing back
 * that was withdrawn after it.
 */
export async function markPublished(
  tenantId: string,
  scriptId: string,
  current: CurrentVersion,
  title: string,
): Promise<void> {
  const { seq } = current;
  const older = {
    tenantId,
    _id: scriptId,
    $or: [{ published: null }, { 'published.seq': mongoose.trusted({ $lt: seq }) }],
  };
  const $set = { published: current, title, updatedAt: current.at };
  const $inc = { revision: 1 };
  const result = await Scripts.updateOne(
    {
      ...older,
      state: mongoose.trusted({ $in: ['draft', 'published', 'withdrawn'] }),
      $and: [{ $or: [{ withdrawn: null }, { 'withdrawn.seq': mongoose.trusted({ $lt: seq }) }] }],
    },
    { $set: { ...$set, state: 'published' }, $inc },
  );
  // Archived or withdrawn meanwhile: it has the version and stays so.
  if (result.matchedCount === 0) await Scripts.updateOne(older, { $set, $inc });
}

/** Derives the row from a withdrawal: repeatable, in any order; it never takes out what is newer than it. */
export async function markWithdrawn(tenantId: string, scriptId: string, mark: WithdrawalMark): Promise<void> {
  const older = {
    tenantId,
    _id: scriptId,
    'published.seq': mongoose.trusted({ $lt: mark.seq }),
    $or: [{ withdrawn: null }, { 'withdrawn.seq': mongoose.trusted({ $lt: mark.seq }) }],
  };
  const $set = { withdrawn: mark, updatedAt: mark.at };
  const $inc = { revision: 1 };
  const result = await Scripts.updateOne(
    { ...older, state: mongoose.trusted({ $in: ['published', 'withdrawn'] }) },
    { $set: { ...$set, state: 'withdrawn' }, $inc },
  );
  // Archived meanwhile: it is out of use already, and comes back withdrawn.
  if (result.matchedCount === 0) await Scripts.updateOne(older, { $set, $inc });
}
