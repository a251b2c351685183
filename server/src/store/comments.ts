import mongoose, { Schema } from 'mongoose';
import { z } from 'zod';
import type { ThreadState } from '@daihon/shared/comment';
import { CommentAnchor, CommentMessage, DecidedSuggestion } from '@daihon/shared/comment';
import { Person } from '@daihon/shared/account';
import { seal, unseal } from './sealed.ts';
import { isDuplicateKey } from './tenants.ts';
import { tenantScoped } from './tenantScope.ts';

/** `attempt`: the edit that an acceptance is about to store, base64; gone with the decision, so one that stays was cut off. */
const StoredSuggestion = DecidedSuggestion.extend({ attempt: z.string().optional() });

/** What people wrote and about which words: sealed as one. */
const ThreadContent = z.object({
  anchor: CommentAnchor,
  messages: z.array(CommentMessage),
  suggestion: StoredSuggestion.nullable(),
  resolvedBy: Person.nullable(),
});
type ThreadContent = z.infer<typeof ThreadContent>;

export interface ThreadRecord extends ThreadContent {
  id: string;
  scriptId: string;
  state: ThreadState;
  /** Every message of it is deleted: it is no longer shown. */
  gone: boolean;
  createdAt: Date;
  updatedAt: Date;
  /** Rises with each write. */
  revision: number;
}

interface ThreadRow extends Omit<ThreadRecord, keyof ThreadContent | 'id'> {
  _id: string;
  tenantId: string;
  threadId: string;
  content: Buffer;
}

const schema = new Schema<ThreadRow>(
  {
    _id: String,
    threadId: { type: String, required: true },
    scriptId: { type: String, required: true },
    state: { type: String, required: true },
    gone: { type: Boolean, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    revision: { type: Number, required: true },
    content: { type: Buffer, required: true },
  },
  { versionKey: false, collection: 'comments', minimize: false },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, scriptId: 1, gone: 1, createdAt: 1, _id: 1 });

const Threads = mongoose.model<ThreadRow>('Thread', schema);

/** False when the tenant has a thread of this id already. */
export async function insertThread(tenantId: string, thread: ThreadRecord): Promise<boolean> {
  try {
    await Threads.insertMany([await rowOf(tenantId, thread)]);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Replaces the thread when it still is at the revision it was read with; false: read again. */
export async function replaceThread(tenantId: string, thread: ThreadRecord): Promise<boolean> {
  const row = await rowOf(tenantId, { ...thread, revision: thread.revision + 1 });
  const { state, gone, updatedAt, revision, content } = row;
  const result = await Threads.updateOne(
    { tenantId, _id: row._id, revision: thread.revision },
    { $set: { state, gone, updatedAt, revision, content } },
  );
  return result.matchedCount === 1;
}

export async function findThread(
  tenantId: string,
  scriptId: string,
  threadId: string,
): Promise<ThreadRecord | null> {
  const row = await Threads.findOne({ tenantId, _id: keyOf(tenantId, threadId), scriptId }).lean();
  return row === null ? null : present(row);
}

/** Several threads of any script, by id. */
export async function findThreads(
  tenantId: string,
  threadIds: readonly string[],
): Promise<Map<string, ThreadRecord>> {
  const keys = [...new Set(threadIds)].map((id) => keyOf(tenantId, id));
  const rows = await Threads.find({ tenantId, _id: mongoose.trusted({ $in: keys }) }).lean();
  const threads = await Promise.all(rows.map(present));
  return new Map(threads.map((thread) => [thread.id, thread]));
}

/** Oldest first, from after `after`; without those that are gone. */
export async function listThreads(
  tenantId: string,
  scriptId: string,
  page: { after: { createdAt: Date; id: string } | null; limit: number },
): Promise<ThreadRecord[]> {
  const { after } = page;
  const rows = await Threads.find({
    tenantId,
    scriptId,
    gone: false,
    ...(after === null
      ? {}
      : {
          $or: [
            { createdAt: mongoose.trusted({ $gt: after.createdAt }) },
            { createdAt: after.createdAt, _id: mongoose.trusted({ $gt: keyOf(tenantId, after.id) }) },
          ],
        }),
  })
    .sort({ createdAt: 1, _id: 1 })
    .limit(page.limit)
    .lean();
  return Promise.all(rows.map(present));
}

/** Threads that are shown, resolved ones too. */
export async function countThreads(tenantId: string, scriptId: string): Promise<number> {
  return Threads.countDocuments({ tenantId, scriptId, gone: false });
}

/** Ids come from clients, so two tenants may have made the same one. */
function keyOf(tenantId: string, threadId: string): string {
  return `${tenantId}.${threadId}`;
}

async function rowOf(tenantId: string, thread: ThreadRecord): Promise<ThreadRow> {
  const { id, anchor, messages, suggestion, resolvedBy, ...rest } = thread;
  const _id = keyOf(tenantId, id);
  const content: ThreadContent = { anchor, messages, suggestion, resolvedBy };
  const plain = Buffer.from(JSON.stringify(content));
  return { _id, tenantId, threadId: id, ...rest, content: await seal(tenantId, placeOf(_id), plain) };
}

async function present(row: ThreadRow): Promise<ThreadRecord> {
  const { _id, tenantId: owner, threadId, scriptId, state, gone, createdAt, updatedAt, revision } = row;
  const plain = await unseal(owner, placeOf(_id), row.content);
  const content = ThreadContent.parse(JSON.parse(plain.toString('utf8')));
  return { id: threadId, scriptId, state, gone, createdAt, updatedAt, revision, ...content };
}

function placeOf(id: string) {
  return { collection: 'comments', id, field: 'content' };
}
