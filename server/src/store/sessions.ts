import { createHash } from 'node:crypto';
import MongoStore from 'connect-mongo';
import type { Store } from 'express-session';
import mongoose, { Schema } from 'mongoose';

/** What a session holds. Times in milliseconds since 1970. */
export interface SessionGrant {
  tenantId: string;
  accountId: string;
  accountEpoch: number;
  tenantEpoch: number;
  /** Never extended: the absolute time-out counts from here. */
  signedInAt: number;
  seenAt: number;
  csrf: string;
  address: string;
  agent: string;
}

interface SessionRow {
  _id: string;
  expires: Date;
  session: { grant?: SessionGrant };
}

const schema = new Schema<SessionRow>(
  { _id: String, expires: Date, session: Schema.Types.Mixed },
  { versionKey: false, collection: 'sessions', minimize: false },
);
schema.index({ 'session.grant.accountId': 1 });
schema.index({ 'session.grant.tenantId': 1 });

const Sessions = mongoose.model<SessionRow>('Session', schema);

/**
 * The name of a session in the store and in the logs. The cookie's own value is kept nowhere, so neither a reader of the
 * database nor of a log can use it.
 */
export function sessionRef(sid: string): string {
  return createHash('sha256').update(sid).digest().subarray(0, 18).toString('base64url');
}

/** The express-session store, on mongoose's own connection. */
export function createSessionStore(ttlMs: number): Store {
  return MongoStore.create({
    client: mongoose.connection.getClient(),
    dbName: mongoose.connection.name,
    collectionName: 'sessions',
    ttl: Math.ceil(ttlMs / 1_000),
    // No write per request: activity has its own way (edge/activity.ts), and the absolute end is never moved.
    touchAfter: Math.ceil(ttlMs / 1_000),
    // Kept as a document, so that sessions can be found by account.
    stringify: false,
    transformId: sessionRef,
  });
}

export async function deleteSession(ref: string): Promise<void> {
  await Sessions.deleteOne({ _id: ref });
}

export async function deleteSessionsOfAccount(accountId: string): Promise<void> {
  await Sessions.deleteMany({ 'session.grant.accountId': accountId });
}

export async function deleteSessionsOfTenant(tenantId: string): Promise<void> {
  await Sessions.deleteMany({ 'session.grant.tenantId': tenantId });
}

/** Which of these sessions still exist. */
export async function findAlive(refs: readonly string[]): Promise<Set<string>> {
  const rows = await Sessions.find({ _id: mongoose.trusted({ $in: [...refs] }) }, { _id: 1 }).lean();
  return new Set(rows.map((row) => row._id));
}

export async function markSeen(ref: string, atMs: number): Promise<void> {
  await Sessions.updateOne({ _id: ref }, { $max: { 'session.grant.seenAt': atMs } });
}
