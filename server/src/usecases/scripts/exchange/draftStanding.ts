import type { DraftStanding } from '@daihon/shared/wire/exchange';
import type { Context, Ports } from '../../context.ts';
import { lookOf } from './draftTag.ts';

/** How a draft stands that is no longer as it was looked at: who has changed it since, and who else has it open. */
export async function draftStanding(
  ports: Ports,
  context: Context,
  scriptId: string,
  tag: string,
): Promise<DraftStanding> {
  const { tenantId } = context.actor;
  const since = lookOf(tag);
  const activity = (await ports.drafts.activities(tenantId, [scriptId])).get(scriptId);
  const authors = (activity?.authors ?? []).filter(({ at }) => since !== null && at >= since);
  return { changedBy: authors.map(({ name }) => name), editors: othersIn(ports, context, scriptId) };
}

/** Who else has the draft open at this moment. */
export function othersIn(
  ports: Ports,
  { actor: { tenantId, accountId } }: Context,
  scriptId: string,
): string[] {
  const there = ports.drafts.editors(tenantId).get(scriptId) ?? [];
  return there.filter(({ id }) => id !== accountId).map(({ name }) => name);
}
