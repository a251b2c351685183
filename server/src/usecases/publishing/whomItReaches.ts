import { now } from '../../platform/clock.ts';
import { listActiveIds } from '../../store/accounts.ts';
import type { Standing } from '../../store/calls.ts';
import { openCallsSince } from '../../store/calls.ts';
import type { Ports } from '../context.ts';

/** Agents whom a publication reaches now. */
export interface Reach {
  /** Who is told of it: every active agent, at work now or not. */
  agents: number;
  /** Of those, who is connected at this moment. */
  connected: number;
}

/** Agents in a call on a script now. */
export interface Running {
  /** Different people, in the script itself or in a part that it has called. */
  calls: number;
  /** Of those, on a step that would change. */
  onChangedSteps: number;
}

/** A call that nothing was written in for so long is none any more, whoever is connected. */
const oldestMs = 12 * 3_600_000;
/** An agent without a connection that is known here (another process has it, the line is gone) is in a call so long after a save. */
const quietMs = 5 * 60_000;

export async function reachOf(ports: Ports, tenantId: string): Promise<Reach> {
  const agents = await listActiveIds(tenantId, 'agent');
  const connected = ports.connected(tenantId);
  return { agents: agents.length, connected: agents.filter((id) => connected.has(id)).length };
}

/** Who is in a call on this script, each agent once: by the call that it has written in last. */
export async function runningOn(
  ports: Ports,
  tenantId: string,
  scriptId: string,
  changed: ReadonlySet<string>,
): Promise<Running> {
  const at = now().getTime();
  const connected = ports.connected(tenantId);
  const last = new Map<string, Standing>();
  for (const call of await openCallsSince(tenantId, new Date(at - oldestMs))) {
    if (!last.has(call.accountId)) last.set(call.accountId, call);
  }
  const here = [...last.values()].filter(
    (call) =>
      (call.scriptId === scriptId || call.inScriptId === scriptId) &&
      (connected.has(call.accountId) || at - call.savedAt.getTime() <= quietMs),
  );
  const affected = here.filter(
    ({ inScriptId, stepId }) => inScriptId === scriptId && stepId !== null && changed.has(stepId),
  );
  return { calls: here.length, onChangedSteps: affected.length };
}
