import type { Actor } from '@daihon/shared/access';
import type { Call } from '@daihon/shared/call';
import { AppError } from '@daihon/shared/errors';
import type { CallRecord } from '../../store/calls.ts';
import { findCall } from '../../store/calls.ts';

export function callView(call: CallRecord): Call {
  const {
    id,
    accountId,
    scriptId,
    version,
    path,
    undone,
    fields,
    placeholders,
    memo,
    switches,
    outcome,
    rev,
  } = call;
  return {
    id,
    accountId,
    scriptId,
    version,
    path,
    undone,
    fields,
    placeholders,
    memo,
    switches,
    outcome,
    startedAt: call.startedAt.toISOString(),
    endedAt: call.endedAt?.toISOString() ?? null,
    rev,
    unverified: call.unverified,
  };
}

/** Throws `not_found` for another agent's call as for one that is not there. */
export async function demandOwnCall(actor: Actor, callId: string): Promise<CallRecord> {
  const call = await findCall(actor.tenantId, callId);
  if (call?.accountId !== actor.accountId) throw new AppError('not_found');
  return call;
}
