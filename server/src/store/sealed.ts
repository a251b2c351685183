import type { KeyProvider } from '../platform/keys.ts';
import { decrypt, encrypt } from '../platform/keys.ts';
import { randomBytes } from '../platform/clock.ts';
import type { WrappedKeys } from './tenants.ts';
import { findWrappedKeys, toBuffer } from './tenants.ts';

/** Where a sealed value stands; it opens nowhere else. */
export interface SealedPlace {
  collection: string;
  id: string;
  field: string;
}

interface TenantKeys {
  dataKey: Buffer;
  auditKey: Buffer;
}

const SCHEMA_VERSION = 1;

let provider: KeyProvider | null = null;
const cache = new Map<string, Promise<TenantKeys>>();

/** Called once at start, before anything is sealed; forgets the keys of an earlier start in this process. */
export function useKeyProvider(keys: KeyProvider): void {
  provider = keys;
  cache.clear();
}

/** AES-256-GCM under the tenant's data key, bound to its place. */
export async function seal(tenantId: string, place: SealedPlace, plain: Uint8Array): Promise<Buffer> {
  const { dataKey } = await keysOf(tenantId);
  return Buffer.concat([Buffer.of(SCHEMA_VERSION), encrypt(dataKey, plain, context(tenantId, place))]);
}

/** Opens what `seal` made at the same place; throws when a bit, the tenant or the place differs. */
export async function unseal(
  tenantId: string,
  place: SealedPlace,
  sealed: Uint8Array | { buffer: Uint8Array },
): Promise<Buffer> {
  const bytes = toBuffer(sealed);
  if (bytes[0] !== SCHEMA_VERSION) throw new Error('sealed data of an unknown version');
  const { dataKey } = await keysOf(tenantId);
  return decrypt(dataKey, bytes.subarray(1), context(tenantId, place));
}

/** The key of the tenant's audit chains; apart from the data key, so that it outlives the erasure of content. */
export async function auditKeyOf(tenantId: string): Promise<Buffer> {
  return (await keysOf(tenantId)).auditKey;
}

/** Two fresh random keys, wrapped for storage. */
export async function makeTenantKeys(): Promise<WrappedKeys> {
  const keys = demandProvider();
  return { dataKey: await keys.wrap(randomBytes(32)), auditKey: await keys.wrap(randomBytes(32)) };
}

function context(tenantId: string, place: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([SCHEMA_VERSION, tenantId, place.collection, place.id, place.field]));
}

function keysOf(tenantId: string): Promise<TenantKeys> {
  let keys = cache.get(tenantId);
  if (keys === undefined) {
    keys = loadKeys(tenantId);
    cache.set(tenantId, keys);
    // A failed look-up must not be remembered.
    keys.catch(() => cache.delete(tenantId));
  }
  return keys;
}

async function loadKeys(tenantId: string): Promise<TenantKeys> {
  const wrapped = await findWrappedKeys(tenantId);
  if (wrapped === null) throw new Error('no keys for this tenant');
  const keys = demandProvider();
  return { dataKey: await keys.unwrap(wrapped.dataKey), auditKey: await keys.unwrap(wrapped.auditKey) };
}

function demandProvider(): KeyProvider {
  if (provider === null) throw new Error('no key provider yet');
  return provider;
}
