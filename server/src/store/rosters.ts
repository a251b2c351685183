import mongoose, { Schema } from 'mongoose';
import { now } from '../platform/clock.ts';
import { isDuplicateKey } from './tenants.ts';
import { tenantScoped } from './tenantScope.ts';

/** To whom a release is addressed, as they were when it was made. Beside the release: feeds are read often and need none of it. */
interface RosterRow {
  /** The release's id. */
  _id: string;
  tenantId: string;
  accountIds: string[];
  frozenAt: Date;
}

const schema = new Schema<RosterRow>(
  {
    _id: String,
    accountIds: { type: [String], required: true },
    frozenAt: { type: Date, required: true },
  },
  { versionKey: false, collection: 'release_rosters' },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, _id: 1 });

const Rosters = mongoose.model<RosterRow>('ReleaseRoster', schema);

/** Kept once: whoever joins between a crash and its repair is not addressed. */
export async function freezeRoster(
  tenantId: string,
  releaseId: string,
  accountIds: readonly string[],
): Promise<void> {
  try {
    await Rosters.insertMany([{ _id: releaseId, tenantId, accountIds: [...accountIds], frozenAt: now() }]);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** Null for releases of before there were rosters. */
export async function findRoster(tenantId: string, releaseId: string): Promise<string[] | null> {
  const row = await Rosters.findOne({ tenantId, _id: releaseId }, { accountIds: 1 }).lean();
  return row === null ? null : [...row.accountIds];
}

export async function countAddressees(tenantId: string, releaseId: string): Promise<number> {
  return (await findRoster(tenantId, releaseId))?.length ?? 0;
}

/** Which of these releases are addressed to the account. */
export async function addressedTo(
  tenantId: string,
  accountId: string,
  releaseIds: readonly string[],
): Promise<Set<string>> {
  if (releaseIds.length === 0) return new Set();
  const filter = { tenantId, _id: mongoose.trusted({ $in: [...releaseIds] }), accountIds: accountId };
  return new Set((await Rosters.find(filter, { _id: 1 }).lean()).map((row) => row._id));
}
