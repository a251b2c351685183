import { can } from '@daihon/shared/access';
import type { Call } from '@daihon/shared/call';
import { AppError } from '@daihon/shared/errors';
import type { Page } from '@daihon/shared/wire/http';
import { record } from '../../store/auditLog.ts';
import { findCall, listCalls as findCalls } from '../../store/calls.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { callView } from './callView.ts';

/** One's own call, or any for those who may read calls; every look at another's is in the operation log. */
export async function readCall(context: Context, callId: string): Promise<Call> {
  const { actor } = context;
  const call = await findCall(actor.tenantId, callId);
  if (call === null) throw new AppError('not_found');
  if (call.accountId === actor.accountId) return callView(call);
  if (!can(actor, 'call.read')) throw new AppError('not_found');
  const target = { type: 'call', id: callId, label: call.scriptId };
  await record([auditNote(context, 'operation', { action: 'call.read', target, scriptId: call.scriptId })]);
  return callView(call);
}

/** An agent's own calls, newest first; `openOnly`: those without an end. */
export async function listOwnCalls(
  context: Context,
  ask: { openOnly: boolean; limit: number },
): Promise<Page<Call>> {
  const { actor } = context;
  authorise(actor, 'call.run');
  const calls = await findCalls(actor.tenantId, { accountId: actor.accountId, ...ask });
  return { items: calls.map(callView), nextCursor: null };
}
