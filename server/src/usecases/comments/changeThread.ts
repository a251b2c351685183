import type { CommentThread } from '@daihon/shared/comment';
import { now } from '../../platform/clock.ts';
import { record } from '../../store/auditLog.ts';
import type { ThreadRecord } from '../../store/comments.ts';
import { replaceThread } from '../../store/comments.ts';
import { auditNote } from '../auditNote.ts';
import type { Context, Ports } from '../context.ts';
import { demandCommented, demandThread, presentThread } from './threadView.ts';

export interface ThreadChange {
  thread: ThreadRecord;
  /** For the record: what was done, without what was written. */
  action: string;
  detail?: Record<string, unknown>;
}

/**
 * Reads the thread, applies `change` and commits, again when somebody was in between. `change` returns null when there is
 * nothing left to do (asked again), and throws what refuses it.
 */
export async function changeThread(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  place: { scriptId: string; threadId: string },
  change: (thread: ThreadRecord) => ThreadChange | null,
): Promise<{ thread: ThreadRecord; view: CommentThread; changed: boolean }> {
  const { tenantId } = context.actor;
  const script = await demandCommented(context, place.scriptId);
  for (;;) {
    const before = await demandThread(context, place.scriptId, place.threadId);
    const wanted = change(before);
    if (wanted === null) {
      return { thread: before, view: await presentThread(tenantId, before), changed: false };
    }
    const after = { ...wanted.thread, updatedAt: now() };
    if (!(await replaceThread(tenantId, after))) continue;
    await noteThread(ports, context, script.title, after, wanted);
    const thread = { ...after, revision: after.revision + 1 };
    return { thread, view: await presentThread(tenantId, thread), changed: true };
  }
}

/** Puts a committed change on record and tells the others who have the script open. */
export async function noteThread(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  scriptTitle: string,
  { id, scriptId, anchor }: ThreadRecord,
  { action, detail }: Pick<ThreadChange, 'action' | 'detail'>,
): Promise<void> {
  await record([
    auditNote(context, 'admin', {
      action,
      target: { type: 'script', id: scriptId, label: scriptTitle },
      scriptId,
      detail: { threadId: id, stepId: anchor.stepId, ...detail },
    }),
  ]);
  ports.facts.emit({ type: 'script-news', tenantId: context.actor.tenantId, scriptId, kind: 'comments' });
}
