import { can } from '@daihon/shared/access';
import type { Feed } from '@daihon/shared/wire/events';
import { listReleasesAfter, newestSeq } from '../../store/releases.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { feedItem } from '../releaseEvent.ts';

const PAGE = 1_000;

/**
 * What `resume` and `GET /api/releases` answer: the tenant's numbered facts above `since`, in order, none left out, at most
 * 1,000. `seq` is the tenant's newest: while it is above the last item, ask again from that one.
 */
export async function readFeed(context: Context, since: number): Promise<Feed> {
  const { actor } = context;
  authorise(actor, 'release.follow');
  return feedAfter(actor.tenantId, since);
}

/** The feed itself, for what follows a tenant rather than a person. */
export async function feedAfter(tenantId: string, since: number): Promise<Feed> {
  const releases = await listReleasesAfter(tenantId, since, PAGE);
  const items = releases.map(feedItem);
  const last = items.length < PAGE ? items.at(-1)?.seq : undefined;
  return { seq: last ?? (await newestSeq(tenantId)), items };
}

/** Whether what this actor receives is kept as a receipt. */
export function keepsReceipts(context: Context): boolean {
  return can(context.actor, 'release.acknowledge');
}
