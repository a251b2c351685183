import mongoose, { Schema } from 'mongoose';
import type { Role } from '@daihon/shared/access';
import type { AccountState } from '@daihon/shared/account';
import { AppError } from '@daihon/shared/errors';
import { now, randomId } from '../platform/clock.ts';
import { acrossTenants, tenantScoped } from './tenantScope.ts';
import { isDuplicateKey } from './tenants.ts';

export interface AccountRecord {
  id: string;
  tenantId: string;
  loginId: string;
  name: string;
  role: Role;
  state: AccountState;
  teams: string[];
  /** Rises with every change that takes access away; a session of an older epoch is void. */
  epoch: number;
  passwordHash: string | null;
}

interface AccountRow extends Omit<AccountRecord, 'id'> {
  _id: string;
  accessChangedAt: Date;
  createdAt: Date;
  invitation: { hash: string; expiresAt: Date } | null;
}

const schema = new Schema<AccountRow>(
  {
    _id: String,
    loginId: { type: String, required: true, unique: true },
    name: { type: String, required: true },
    role: { type: String, required: true },
    state: { type: String, required: true },
    teams: { type: [String], required: true },
    epoch: { type: Number, required: true },
    passwordHash: { type: String, default: null },
    accessChangedAt: { type: Date, required: true, index: true },
    createdAt: { type: Date, required: true },
    invitation: { type: Schema.Types.Mixed, default: null },
  },
  { versionKey: false, collection: 'accounts' },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, _id: 1 });
schema.index({ 'invitation.hash': 1 });

const Accounts = mongoose.model<AccountRow>('Account', schema);

export interface NewAccount {
  loginId: string;
  name: string;
  role: Role;
  passwordHash: string | null;
  invitation: { hash: string; expiresAt: Date } | null;
}

/** Active when a password is given, else invited. Throws `conflict` when the loginId is taken anywhere in the installation. */
export async function insertAccount(tenantId: string, account: NewAccount): Promise<AccountRecord> {
  const row: AccountRow = {
    ...account,
    _id: randomId(),
    tenantId,
    state: account.passwordHash === null ? 'invited' : 'active',
    teams: [],
    epoch: 1,
    accessChangedAt: now(),
    createdAt: now(),
  };
  try {
    await Accounts.insertMany([row]);
  } catch (error) {
    if (isDuplicateKey(error)) throw new AppError('conflict', 'This login ID is taken');
    throw error;
  }
  return present(row);
}

export async function findAccount(tenantId: string, accountId: string): Promise<AccountRecord | null> {
  const row = await Accounts.findOne({ tenantId, _id: accountId }).lean();
  return row === null ? null : present(row);
}

/** Sign-in comes before the tenant is known: a loginId is unique in the whole installation. */
export async function findAccountByLoginId(loginId: string): Promise<AccountRecord | null> {
  const row = await Accounts.findOne({ loginId }).setOptions(acrossTenants).lean();
  return row === null ? null : present(row);
}

/** By loginId, from after `afterLoginId`. */
export async function listAccounts(
  tenantId: string,
  page: { afterLoginId: string | null; limit: number },
): Promise<AccountRecord[]> {
  const filter =
    page.afterLoginId === null
      ? { tenantId }
      : { tenantId, loginId: mongoose.trusted({ $gt: page.afterLoginId }) };
  return (await Accounts.find(filter).sort({ loginId: 1 }).limit(page.limit).lean()).map(present);
}

/** Those of these that exist, in any order. */
export async function findAccounts(tenantId: string, ids: readonly string[]): Promise<AccountRecord[]> {
  return (await Accounts.find({ tenantId, _id: mongoose.trusted({ $in: [...ids] }) }).lean()).map(present);
}

/** Login IDs by id. */
export async function findLoginIds(tenantId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const filter = { tenantId, _id: mongoose.trusted({ $in: [...ids] }) };
  const rows = await Accounts.find(filter, { loginId: 1 }).lean();
  return new Map(rows.map((row) => [row._id, row.loginId]));
}

export async function listActiveIds(tenantId: string, role: Role): Promise<string[]> {
  return (await Accounts.find({ tenantId, role, state: 'active' }, { _id: 1 }).lean()).map((row) => row._id);
}

/** Active accounts of any of these roles. */
export async function listActiveOfRoles(tenantId: string, roles: readonly Role[]): Promise<AccountRecord[]> {
  const filter = { tenantId, state: 'active' as const, role: mongoose.trusted({ $in: [...roles] }) };
  return (await Accounts.find(filter).lean()).map(present);
}

/** Names by id, of suspended accounts too. */
export async function findNames(tenantId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const filter = { tenantId, _id: mongoose.trusted({ $in: [...new Set(ids)] }) };
  const rows = await Accounts.find(filter, { name: 1 }).lean();
  return new Map(rows.map((row) => [row._id, row.name]));
}

/** A change of role or state starts a new epoch in the same write; a change of name does not. */
export async function updateAccount(
  tenantId: string,
  accountId: string,
  change: { name?: string; role?: Role; state?: AccountState },
): Promise<AccountRecord | null> {
  const access = change.role !== undefined || change.state !== undefined;
  const row = await Accounts.findOneAndUpdate(
    { tenantId, _id: accountId },
    access ? { $set: { ...change, accessChangedAt: now() }, $inc: { epoch: 1 } } : { $set: { ...change } },
    { returnDocument: 'after' },
  ).lean();
  return row === null ? null : present(row);
}

export async function deleteAccount(tenantId: string, accountId: string): Promise<boolean> {
  return (await Accounts.deleteOne({ tenantId, _id: accountId })).deletedCount === 1;
}

/** Takes the invitation and makes the account active; null when it is unknown, used or over. One write: it can be used once. */
export async function acceptInvitation(hash: string, passwordHash: string): Promise<AccountRecord | null> {
  const row = await Accounts.findOneAndUpdate(
    { 'invitation.hash': hash, 'invitation.expiresAt': mongoose.trusted({ $gt: now() }) },
    { $set: { passwordHash, state: 'active', invitation: null, accessChangedAt: now() }, $inc: { epoch: 1 } },
    { returnDocument: 'after' },
  )
    .setOptions(acrossTenants)
    .lean();
  return row === null ? null : present(row);
}

/** Accounts of the whole installation whose access changed since: for the watch over open sockets. */
export async function findAccessChanges(since: Date): Promise<AccountRecord[]> {
  const rows = await Accounts.find({ accessChangedAt: mongoose.trusted({ $gte: since }) })
    .setOptions(acrossTenants)
    .lean();
  return rows.map(present);
}

function present(row: AccountRow): AccountRecord {
  const { _id, tenantId, loginId, name, role, state, teams, epoch, passwordHash } = row;
  return { id: _id, tenantId, loginId, name, role, state, teams: [...teams], epoch, passwordHash };
}
