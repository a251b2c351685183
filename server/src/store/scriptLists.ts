import mongoose from 'mongoose';
import type { ScriptRecord } from './scriptRows.ts';
import { present, Scripts } from './scriptRows.ts';

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

/** Ids of the scripts that agents can run now. */
export async function listOutIds(tenantId: string): Promise<string[]> {
  const rows = await Scripts.find(
    { tenantId, binned: null, state: 'published', published: mongoose.trusted({ $ne: null }) },
    { _id: 1 },
  ).lean();
  return rows.map((row) => row._id);
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

/** Scripts outside of the bin that are withdrawn now, the latest first. */
export async function listWithdrawn(tenantId: string): Promise<ScriptRecord[]> {
  const rows = await Scripts.find({ tenantId, binned: null, state: 'withdrawn' })
    .sort({ 'withdrawn.seq': -1 })
    .lean();
  return rows.map(present);
}
