import type { Call } from '@daihon/shared/call';
import { AppError } from '@daihon/shared/errors';
import { now } from '../../platform/clock.ts';
import { record } from '../../store/auditLog.ts';
import { replaceCall } from '../../store/calls.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { demandOwnCall } from './callView.ts';
import { shownCall } from './maskCall.ts';

/** The agent has seen what was typed at the other seat and has taken from it what they want: it is shown no more, and stays stored. */
export async function putAwayAside(context: Context, callId: string, asideId: string): Promise<Call> {
  const { actor } = context;
  authorise(actor, 'call.run');
  for (;;) {
    const call = await demandOwnCall(actor, callId);
    const aside = call.asides.find(({ id }) => id === asideId);
    if (aside === undefined) throw new AppError('not_found');
    if (aside.putAwayAt !== null) return shownCall(actor, call);
    const away = { ...aside, putAwayAt: now().toISOString() };
    const asides = call.asides.map((other) => (other === aside ? away : other));
    if (!(await replaceCall(actor.tenantId, { ...call, asides }))) continue;
    const target = { type: 'call', id: callId, label: call.scriptId };
    const { scriptId } = call;
    await record([auditNote(context, 'operation', { action: 'call.asidePutAway', target, scriptId })]);
    return shownCall(actor, { ...call, asides, revision: call.revision + 1 });
  }
}
