import mongoose, { Schema } from 'mongoose';
import { AppError } from '@daihon/shared/errors';
import { now, randomId } from '../platform/clock.ts';

export interface Tenant {
  id: string;
  slug: string;
  name: string;
  state: 'active' | 'ended';
  /** Rises with every change that takes access away from all of the tenant. */
  epoch: number;
  settings: TenantSettings;
}

export interface TenantSettings {
  /** CIDRs that the tenant's people may come from; empty: from anywhere. */
  addressRules: string[];
}

interface TenantRow {
  _id: string;
  slug: string;
  name: string;
  state: 'active' | 'ended';
  epoch: number;
  settings: TenantSettings;
  dataKey: Buffer;
  auditKey: Buffer;
  createdAt: Date;
}

const schema = new Schema<TenantRow>(
  {
    _id: String,
    slug: { type: String, required: true, unique: true },
    name: { type: String, required: true },
    state: { type: String, required: true },
    epoch: { type: Number, required: true },
    settings: { addressRules: { type: [String], required: true } },
    dataKey: { type: Buffer, required: true },
    auditKey: { type: Buffer, required: true },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false, collection: 'tenants', minimize: false },
);

const Tenants = mongoose.model<TenantRow>('Tenant', schema);

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
    settings: { addressRules: [] },
    ...keys,
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
  const row = await Tenants.findOne({ _id: tenantId }).lean();
  return row === null ? null : present(row);
}

export async function findTenantBySlug(slug: string): Promise<Tenant | null> {
  const row = await Tenants.findOne({ slug }).lean();
  return row === null ? null : present(row);
}

export async function findTenants(tenantIds: readonly string[]): Promise<Tenant[]> {
  return (await Tenants.find({ _id: mongoose.trusted({ $in: [...tenantIds] }) }).lean()).map(present);
}

/** Every tenant of the installation: for jobs and repair at start. */
export async function listTenants(): Promise<Tenant[]> {
  return (await Tenants.find({}).sort({ _id: 1 }).lean()).map(present);
}

export async function findWrappedKeys(tenantId: string): Promise<WrappedKeys | null> {
  const row = await Tenants.findOne({ _id: tenantId }, { dataKey: 1, auditKey: 1 }).lean();
  return row === null ? null : { dataKey: toBuffer(row.dataKey), auditKey: toBuffer(row.auditKey) };
}

/** Replaces the settings and starts a new authorisation epoch, in one document. */
export async function updateSettings(tenantId: string, settings: TenantSettings): Promise<Tenant | null> {
  const row = await Tenants.findOneAndUpdate(
    { _id: tenantId },
    { $set: { settings }, $inc: { epoch: 1 } },
    { returnDocument: 'after' },
  ).lean();
  return row === null ? null : present(row);
}

/** The driver's error for a second document with a unique key. */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;
}

/** Lean documents hold the driver's Binary where the connection does not promote buffers. */
export function toBuffer(value: Uint8Array | { buffer: Uint8Array }): Buffer {
  return Buffer.from(value instanceof Uint8Array ? value : value.buffer);
}

function present(row: TenantRow): Tenant {
  const { _id, slug, name, state, epoch, settings } = row;
  return { id: _id, slug, name, state, epoch, settings: { addressRules: [...settings.addressRules] } };
}
