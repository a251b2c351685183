import { localTime } from '@daihon/shared/calendar/days';
import { addDays } from '@daihon/shared/days';
import type { ScriptStatus } from '@daihon/shared/wire/library';
import { now } from '../../platform/clock.ts';
import { callsSince } from '../../store/callCounts.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { refreshIndex } from '../scriptIndex.ts';

/**
 * Of every script: who is in its draft at this moment, what its check says, how many scripts call it, and how many calls of a week
 * began on it. Asked again and again by open lists, so no row of the record.
 */
export async function readStatus(ports: Ports, context: Context): Promise<ScriptStatus[]> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'draft.read');
  const today = localTime(now().toISOString(), ports.timeZone).day;
  const [index, calls] = await Promise.all([
    refreshIndex(ports, tenantId),
    callsSince(tenantId, addDays(today, -6)),
  ]);
  const editors = ports.drafts.editors(tenantId);
  const callers = new Map<string, number>();
  for (const { draft, published } of index.values()) {
    const called = new Set([...draft.calls, ...published.calls].map(({ scriptId }) => scriptId));
    for (const id of called) callers.set(id, (callers.get(id) ?? 0) + 1);
  }
  return [...index.values()].map(({ script: { id }, errors, warnings }) => ({
    id,
    editors: editors.get(id) ?? [],
    errors,
    warnings,
    usedBy: callers.get(id) ?? 0,
    callsInWeek: calls.get(id) ?? 0,
  }));
}
