import mongoose, { Schema } from 'mongoose';
import type { MentionKind } from '@daihon/shared/comment';
import { isDuplicateKey } from './tenants.ts';
import { tenantScoped } from './tenantScope.ts';

/** That an account was spoken to. What was said stays in the thread: nothing of it is copied here. */
export interface MentionRecord {
  id: string;
  accountId: string;
  kind: MentionKind;
  byId: string;
  scriptId: string;
  threadId: string;
  messageId: string | null;
  at: Date;
  readAt: Date | null;
}

interface MentionRow extends Omit<MentionRecord, 'id'> {
  _id: string;
  tenantId: string;
}

const schema = new Schema<MentionRow>(
  {
    _id: String,
    accountId: { type: String, required: true },
    kind: { type: String, required: true },
    byId: { type: String, required: true },
    scriptId: { type: String, required: true },
    threadId: { type: String, required: true },
    messageId: { type: String, default: null },
    at: { type: Date, required: true },
    readAt: { type: Date, default: null },
  },
  { versionKey: false, collection: 'mentions' },
);
schema.plugin(tenantScoped);
schema.index({ tenantId: 1, accountId: 1, at: -1, _id: -1 });
schema.index({ tenantId: 1, accountId: 1, readAt: 1, threadId: 1 });

const Mentions = mongoose.model<MentionRow>('Mention', schema);

/** One of an id that is there already stays as it is: telling again tells nobody twice. */
export async function insertMentions(tenantId: string, mentions: readonly MentionRecord[]): Promise<void> {
  const rows = mentions.map(({ id, ...rest }) => ({ _id: id, tenantId, ...rest }));
  for (const row of rows) {
    try {
      await Mentions.insertMany([row]);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}

/** Newest first, from after `after`. */
export async function listMentions(
  tenantId: string,
  accountId: string,
  page: { after: { at: Date; id: string } | null; limit: number },
): Promise<MentionRecord[]> {
  const { after } = page;
  const rows = await Mentions.find({
    tenantId,
    accountId,
    ...(after === null
      ? {}
      : {
          $or: [
            { at: mongoose.trusted({ $lt: after.at }) },
            { at: after.at, _id: mongoose.trusted({ $lt: after.id }) },
          ],
        }),
  })
    .sort({ at: -1, _id: -1 })
    .limit(page.limit)
    .lean();
  return rows.map(present);
}

export async function countUnread(tenantId: string, accountId: string): Promise<number> {
  return Mentions.countDocuments({ tenantId, accountId, readAt: null });
}

/** Marks the unread ones among `which`; how many they were. */
export async function markRead(
  tenantId: string,
  accountId: string,
  which: { ids: readonly string[] } | { threadId: string } | { all: true },
  at: Date,
): Promise<number> {
  const chosen =
    'ids' in which
      ? { _id: mongoose.trusted({ $in: [...which.ids] }) }
      : 'threadId' in which
        ? { threadId: which.threadId }
        : {};
  const result = await Mentions.updateMany(
    { tenantId, accountId, readAt: null, ...chosen },
    { $set: { readAt: at } },
  );
  return result.modifiedCount;
}

function present(row: MentionRow): MentionRecord {
  const { _id, accountId, kind, byId, scriptId, threadId, messageId, at, readAt } = row;
  return { id: _id, accountId, kind, byId, scriptId, threadId, messageId, at, readAt };
}
