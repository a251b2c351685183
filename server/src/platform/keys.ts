import { createCipheriv, createDecipheriv } from 'node:crypto';
import { randomBytes } from './clock.ts';

/** Wraps tenants' keys under a master key that it never gives out. */
export interface KeyProvider {
  wrap(key: Buffer): Promise<Buffer>;
  unwrap(wrapped: Buffer): Promise<Buffer>;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** The key-file provider: AES-256-GCM under a 32-byte master key held in memory. */
export function masterKeyProvider(masterKey: Buffer): KeyProvider {
  if (masterKey.length !== 32) throw new Error('a master key has 32 bytes');
  return {
    wrap: (key) => Promise.resolve(encrypt(masterKey, key, wrapContext)),
    unwrap: (wrapped) => Promise.resolve(decrypt(masterKey, wrapped, wrapContext)),
  };
}

const wrapContext = Buffer.from('daihon:key:1');

/** IV, tag, ciphertext. The IV is random: at most 2^32 messages may be sealed under one key. */
export function encrypt(key: Buffer, plain: Uint8Array, context: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(context);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Opens what `encrypt` made; throws when a bit or the context differs. */
export function decrypt(key: Buffer, sealed: Uint8Array, context: Uint8Array): Buffer {
  if (sealed.length < IV_BYTES + TAG_BYTES) throw new Error('sealed data is cut short');
  const iv = sealed.subarray(0, IV_BYTES);
  // Without an explicit length Node accepts a tag of four bytes.
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(context);
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
}
