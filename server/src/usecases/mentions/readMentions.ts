import type { ReadMentions } from '@daihon/shared/comment';
import { now } from '../../platform/clock.ts';
import { countUnread, markRead } from '../../store/mentions.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';

/** Marks one's own as read and tells one's other pages. A reader's mark is no change of the tenant's: it has no audit row. */
export async function readMentions(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  which: ReadMentions,
): Promise<{ unread: number }> {
  const { tenantId, accountId } = context.actor;
  authorise(context.actor, 'comment.write');
  const marked = await markRead(tenantId, accountId, which, now());
  const unread = await countUnread(tenantId, accountId);
  if (marked > 0) ports.facts.emit({ type: 'mentioned', tenantId, accountId, unread });
  return { unread };
}
