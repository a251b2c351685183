import { setImmediate as nextTurn } from 'node:timers/promises';
import mongoose, { Schema } from 'mongoose';
import type { AuditLogName } from './auditEntry.ts';
import { tenantScoped } from './tenantScope.ts';

/** One stored row of an audit log. `actorSalt`/`targetSalt` go with the person they cover; the digests stay. */
export interface AuditRow {
  tenantId: string;
  n: number;
  at: Date;
  action: string;
  actor: { id: string | null; loginId: string };
  target: { type: string; id: string; label: string } | null;
  result: 'ok' | 'refused' | 'failed';
  address: string;
  agent: string;
  sessionId: string | null;
  scriptId: string | null;
  detail: Record<string, unknown>;
  prev: string;
  actorSalt: string;
  targetSalt: string;
  actorDigest: string;
  targetDigest: string;
  hash: string;
}

const rowSchema = new Schema<AuditRow>(
  {
    n: { type: Number, required: true },
    at: { type: Date, required: true },
    action: { type: String, required: true },
    actor: { id: { type: String, default: null }, loginId: String },
    target: { type: Schema.Types.Mixed, default: null },
    result: { type: String, required: true },
    address: String,
    agent: String,
    sessionId: { type: String, default: null },
    scriptId: { type: String, default: null },
    detail: { type: Schema.Types.Mixed, required: true },
    prev: { type: String, required: true },
    actorSalt: String,
    targetSalt: String,
    actorDigest: String,
    targetDigest: String,
    hash: { type: String, required: true },
  },
  { versionKey: false, minimize: false },
);
rowSchema.plugin(tenantScoped);
rowSchema.index({ tenantId: 1, n: -1 }, { unique: true });
rowSchema.index({ tenantId: 1, at: -1, n: -1 });
rowSchema.index({ tenantId: 1, 'actor.loginId': 1, n: -1 });
rowSchema.index({ tenantId: 1, scriptId: 1, n: -1 });
rowSchema.index({ tenantId: 1, action: 1, n: -1 });

const models = {
  access: mongoose.model<AuditRow>('AccessRow', rowSchema, 'access_log'),
  operation: mongoose.model<AuditRow>('OperationRow', rowSchema, 'operation_log'),
  admin: mongoose.model<AuditRow>('AdminRow', rowSchema, 'admin_log'),
  socket: mongoose.model<AuditRow>('SocketRow', rowSchema, 'socket_events'),
};

/** One ordered insert, past mongoose's casting: rows are built by auditChain.ts only and are many. */
export async function insertRows(log: AuditLogName, rows: readonly AuditRow[]): Promise<void> {
  await models[log].collection.insertMany([...rows], {
    ordered: true,
    writeConcern: { w: 'majority', journal: true },
  });
}

export async function newestRow(log: AuditLogName, tenantId: string): Promise<AuditRow | null> {
  return models[log].findOne({ tenantId }).sort({ n: -1 }).lean();
}

export interface RowQuery {
  from?: Date;
  to?: Date;
  loginId?: string;
  scriptId?: string;
  /** Any of these actions. */
  actions?: readonly string[];
  result?: AuditRow['result'];
  /** A part of loginId, action or the target's label. */
  text?: string;
  /** Only rows with a smaller number. */
  beforeN?: number;
}

/** Newest first. */
export async function findRows(
  log: AuditLogName,
  tenantId: string,
  query: RowQuery,
  limit: number,
): Promise<AuditRow[]> {
  const filter = filterOf(tenantId, query);
  const numbers = await numbersOf(log, tenantId, query);
  if (numbers === null) return [];
  if (Object.keys(numbers).length > 0) filter.n = mongoose.trusted(numbers);
  return models[log].find(filter).sort({ n: -1 }).limit(limit).lean();
}

/** The numbers of the edits of a draft that the record has events of, from `since` on. */
export async function findEditNumbers(tenantId: string, scriptId: string, since: Date): Promise<Set<number>> {
  const numbers = await numbersOf('socket', tenantId, { from: since });
  if (numbers === null) return new Set();
  const rows = await models.socket
    .find(
      {
        tenantId,
        scriptId,
        action: 'update',
        at: mongoose.trusted({ $gte: since }),
        n: mongoose.trusted(numbers),
      },
      { 'detail.n': 1 },
    )
    .lean<Pick<AuditRow, 'detail'>[]>();
  return new Set(rows.flatMap(({ detail: { n } }) => (typeof n === 'number' ? [n] : [])));
}

/** Rows are numbered as they are stored, a moment after their time: so far a number may be from where its time says. */
const ORDER_SLACK_ROWS = 5_000;

/** The period as a range of numbers, so that a page from long ago does not read everything since; null: nothing is that new. */
async function numbersOf(
  log: AuditLogName,
  tenantId: string,
  query: RowQuery,
): Promise<{ $gte?: number; $lt?: number } | null> {
  const least = query.from === undefined ? null : await firstNumberAt(log, tenantId, query.from);
  if (query.from !== undefined && least === null) return null;
  const past = query.to === undefined ? null : await firstNumberAt(log, tenantId, query.to);
  const below = Math.min(query.beforeN ?? Infinity, past === null ? Infinity : past + ORDER_SLACK_ROWS);
  return {
    ...(least === null ? {} : { $gte: least - ORDER_SLACK_ROWS }),
    ...(below === Infinity ? {} : { $lt: below }),
  };
}

async function firstNumberAt(log: AuditLogName, tenantId: string, at: Date): Promise<number | null> {
  const row = await models[log]
    .findOne({ tenantId, at: mongoose.trusted({ $gte: at }) }, { n: 1 })
    .sort({ at: 1, n: 1 })
    .lean();
  return row?.n ?? null;
}

const VERIFY_ROWS = 300;

/**
 * Oldest first, in lots, for verification. The next lot is on its way while the caller looks at the one before, so that store and
 * verifier work side by side; rows come as the driver reads them, past mongoose, and
 * whole: a projection would make the store take each of them apart.
 */
export async function* chainLots(log: AuditLogName, tenantId: string): AsyncGenerator<AuditRow[]> {
  let next = chainLot(log, tenantId, null);
  for (;;) {
    const lot = await next;
    const last = lot.at(-1);
    if (last === undefined) return;
    next = chainLot(log, tenantId, last.n);
    // The caller may leave before it asks for this one.
    next.catch(() => undefined);
    // The driver sends the question in a later turn of the loop: until there is one, the store would be idle while the caller is busy.
    await nextTurn();
    yield lot;
  }
}

function chainLot(log: AuditLogName, tenantId: string, afterN: number | null): Promise<AuditRow[]> {
  return models[log].collection
    .find<AuditRow>(
      { tenantId, ...(afterN === null ? {} : { n: { $gt: afterN } }) },
      { sort: { n: 1 }, limit: VERIFY_ROWS, batchSize: VERIFY_ROWS },
    )
    .toArray();
}

function filterOf(tenantId: string, query: RowQuery): mongoose.QueryFilter<AuditRow> {
  const { trusted } = mongoose;
  const filter: mongoose.QueryFilter<AuditRow> = { tenantId };
  if (query.from !== undefined || query.to !== undefined) {
    filter.at = trusted({
      ...(query.from === undefined ? {} : { $gte: query.from }),
      ...(query.to === undefined ? {} : { $lt: query.to }),
    });
  }
  if (query.loginId !== undefined) filter['actor.loginId'] = query.loginId;
  if (query.scriptId !== undefined) filter.scriptId = query.scriptId;
  if (query.actions !== undefined) filter.action = trusted({ $in: [...query.actions] });
  if (query.result !== undefined) filter.result = query.result;
  if (query.text !== undefined) {
    const contains = trusted({ $regex: escapeRegex(query.text), $options: 'i' });
    filter.$or = [{ 'actor.loginId': contains }, { action: contains }, { 'target.label': contains }];
  }
  return filter;
}

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
