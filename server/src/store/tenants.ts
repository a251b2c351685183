import mongoose, { Schema } from 'mongoose';
import { AppError } from '@daihon/shared/errors';
import { defaultSettings, Settings } from '@daihon/shared/settings';
import type { Label } from '@daihon/shared/settings';
import { now, randomId } from '../platform/clock.ts';

/** Owner of rows that belong to no tenant: an unknown login ID, a refused upgrade without a session. No account can be in it. */
export const INSTALLATION = 'installation';

export interface Tenant {
  id: string;
  slug: string;
  name: string;
  state: 'active' | 'ended';
  /** Rises with every change that takes access away from all of the tenant. */
  epoch: number;
  /** CIDRs that the tenant's people may come from; the rest of its settings is read by `findSettings`. */
  addressRules: string[];
}

interface TenantRow {
  _id: string;
  slug: string;
  name: string;
  state: 'active' | 'ended';
  epoch: number;
  settings: { addressRules: string[] };
  dataKey: Buffer;
  auditKey: Buffer;
  /** Ids of the active administrators: the one place that decides who is the last of them. */
  admins: string[];
  changedAt: Date;
  createdAt: Date;
}

const schema = new Schema<TenantRow>(
  {
    _id: String,
    slug: { type: String, required: true, unique: true },
    name: { type: String, required: true },
    state: { type: String, required: true },
    epoch: { type: Number, required: true },
    settings: { type: Schema.Types.Mixed, required: true },
    dataKey: { type: Buffer, required: true },
    auditKey: { type: Buffer, required: true },
    admins: { type: [String], required: true },
    changedAt: { type: Date, required: true, index: true },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false, collection: 'tenants', minimize: false },
);

const Tenants = mongoose.model<TenantRow>('Tenant', schema);

/** What each request looks at: word lists and calendars stay in the store. */
const lean = { slug: 1, name: 1, state: 1, epoch: 1, 'settings.addressRules': 1 } as const;

/** Wrapped keys as they are stored: content under `dataKey`, the audit chains under `auditKey`. */
export interface WrappedKeys {
  dataKey: Buffer;
  auditKey: Buffer;
}

/** Throws `conflict` when the slug is taken. */
export async function insertTenant(
  tenant: { id?: string; slug: string; name: string },
  keys: WrappedKeys,
): Promise<Tenant> {
  const row: TenantRow = {
    _id: tenant.id ?? randomId(),
    slug: tenant.slug,
    name: tenant.name,
    state: 'active',
    epoch: 1,
    settings: defaultSettings,
    ...keys,
    admins: [],
    changedAt: now(),
    createdAt: now(),
  };
  try {
    await Tenants.insertMany([row]);
  } catch (error) {
    if (isDuplicateKey(error)) throw new AppError('conflict', `The tenant ${tenant.slug} exists already`);
    throw error;
  }
  return present(row);
}

export async function findTenant(tenantId: string): Promise<Tenant | null> {
  const row = await Tenants.findOne({ _id: tenantId }, lean).lean<Presented>();
  return row === null ? null : present(row);
}

export async function findTenantBySlug(slug: string): Promise<Tenant | null> {
  const row = await Tenants.findOne({ slug }, lean).lean<Presented>();
  return row === null ? null : present(row);
}

/** Tenants that changed since: for the watch over open sockets. */
export async function findTenantChanges(since: Date): Promise<Tenant[]> {
  return (await Tenants.find({ changedAt: mongoose.trusted({ $gte: since }) }, lean).lean<Presented[]>()).map(
    present,
  );
}

/** Every tenant of the installation: for jobs and repair at start. */
export async function listTenants(): Promise<Tenant[]> {
  const rows = await Tenants.find({ _id: mongoose.trusted({ $ne: INSTALLATION }) }, lean)
    .sort({ _id: 1 })
    .lean<Presented[]>();
  return rows.map(present);
}

export async function findWrappedKeys(tenantId: string): Promise<WrappedKeys | null> {
  const row = await Tenants.findOne({ _id: tenantId }, { dataKey: 1, auditKey: 1 }).lean();
  return row === null ? null : { dataKey: toBuffer(row.dataKey), auditKey: toBuffer(row.auditKey) };
}

/** The settings with every part; what was stored before a part existed has its defaults. */
export async function findSettings(tenantId: string): Promise<Settings | null> {
  const row = await Tenants.findOne({ _id: tenantId }, { settings: 1 }).lean();
  return row === null ? null : Settings.parse(row.settings);
}

/**
 * Replaces the given parts of the settings, in one document. `endsAccess`: starts a new authorisation epoch with it, for parts that take
 * access away.
 */
export async function updateSettings(
  tenantId: string,
  parts: Partial<Settings>,
  endsAccess: boolean,
): Promise<void> {
  const $set = Object.fromEntries(Object.entries(parts).map(([name, part]) => [`settings.${name}`, part]));
  await Tenants.updateOne(
    { _id: tenantId },
    endsAccess ? { $set: { ...$set, changedAt: now() }, $inc: { epoch: 1 } } : { $set },
  );
}

/** False when there is a label of this name. */
export async function pushLabel(tenantId: string, label: Label): Promise<boolean> {
  const result = await Tenants.updateOne(
    { _id: tenantId, 'settings.labels.name': mongoose.trusted({ $ne: label.name }) },
    { $push: { 'settings.labels': label } },
  );
  return result.modifiedCount === 1;
}

export async function addAdmin(tenantId: string, accountId: string): Promise<void> {
  await Tenants.updateOne({ _id: tenantId }, { $addToSet: { admins: accountId } });
}

/**
 * Takes an account out of the tenant's administrators unless it is the last one; answers whether it did. One document decides, so two
 * administrators who remove each other at once cannot both succeed.
 */
export async function releaseAdmin(tenantId: string, accountId: string): Promise<boolean> {
  const result = await Tenants.updateOne(
    { _id: tenantId, admins: mongoose.trusted({ $elemMatch: { $ne: accountId } }) },
    { $pull: { admins: accountId } },
  );
  return result.matchedCount === 1;
}

/** Brings the list of administrators back in line with the accounts: repair at start. */
export async function setAdmins(tenantId: string, accountIds: readonly string[]): Promise<void> {
  await Tenants.updateOne({ _id: tenantId }, { $set: { admins: [...accountIds] } });
}

/** The driver's error for a second document with a unique key. */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;
}

/** Lean documents hold the driver's Binary where the connection does not promote buffers. */
export function toBuffer(value: Uint8Array | { buffer: Uint8Array }): Buffer {
  return Buffer.from(value instanceof Uint8Array ? value : value.buffer);
}

type Presented = Pick<TenantRow, '_id' | 'slug' | 'name' | 'state' | 'epoch' | 'settings'>;

function present(row: Presented): Tenant {
  const { _id, slug, name, state, epoch, settings } = row;
  return { id: _id, slug, name, state, epoch, addressRules: [...settings.addressRules] };
}
