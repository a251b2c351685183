import type { Actor } from '@daihon/shared/access';
import type { Call } from '@daihon/shared/call';
import { AppError } from '@daihon/shared/errors';
import type { CallRecord } from '../../store/calls.ts';
import { findCall } from '../../store/calls.ts';

export function callView(call: CallRecord): Call {
  return {
    id: call.id,
    accountId: call.accountId,
    scriptId: call.scriptId,
    version: call.version,
    path: call.path,
    undone: call.undone,
    fields: call.fields,
    placeholders: call.placeholders,
    memo: call.memo,
    switches: call.switches,
    outcome: call.outcome,
    startedAt: call.startedAt.toISOString(),
    endedAt: call.endedAt?.toISOString() ?? null,
    rev: call.rev,
    unverified: call.unverified,
    revision: call.revision,
    asides: call.asides
      .filter(({ putAwayAt }) => putAwayAt === null)
      .map(({ id, at, state }) => ({ id, at, state })),
  };
}

/** Throws `not_found` for another agent's call as for one that is not there. */
export async function demandOwnCall(actor: Actor, callId: string): Promise<CallRecord> {
  const call = await findCall(actor.tenantId, callId);
  if (call?.accountId !== actor.accountId) throw new AppError('not_found');
  return call;
}
