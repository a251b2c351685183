import type { Call, EndCall } from '@daihon/shared/call';
import { now } from '../../platform/clock.ts';
import { record } from '../../store/auditLog.ts';
import type { CallRecord } from '../../store/calls.ts';
import { replaceCall } from '../../store/calls.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { demandOwnCall } from './callView.ts';
import { shownCall } from './maskCall.ts';
import { saveCall } from './saveCall.ts';
import { noteUnverified, verifyCall } from './verifyCall.ts';

/** Ends a call with its outcome; its path is looked at against the versions it was on (`unverified`). Ended once: asked again it answers with the first end, and still keeps newer parts of `state`. */
export async function endCall(context: Context, callId: string, ask: EndCall): Promise<Call> {
  const { actor } = context;
  authorise(actor, 'call.run');
  const { rev, seat, base } = ask;
  const from = { rev, ...(seat === undefined ? {} : { seat }), ...(base === undefined ? {} : { base }) };
  // Also without `state`: the answer says whether the call went on at another seat, which then is the one to end it.
  const saved = await saveCall(context, callId, { ...ask.state, ...from });
  if (saved.elsewhere !== undefined) return saved;
  for (;;) {
    const call = await demandOwnCall(actor, callId);
    if (call.endedAt !== null) return shownCall(actor, call);
    const ended = await verifyCall(actor.tenantId, endOf(call, ask));
    if (!(await replaceCall(actor.tenantId, ended))) continue;
    const target = { type: 'call', id: callId, label: call.scriptId };
    const detail = { version: call.version, outcome: ask.outcome, steps: call.path.length };
    const { scriptId } = call;
    await record([auditNote(context, 'operation', { action: 'call.end', target, scriptId, detail })]);
    await noteUnverified(context, null, ended);
    return shownCall(actor, { ...ended, revision: ended.revision + 1 });
  }
}

function endOf(call: CallRecord, ask: EndCall): CallRecord {
  const at = now();
  const claimed = new Date(ask.endedAt);
  const endedAt = claimed > at || claimed < call.startedAt ? at : claimed;
  return { ...call, outcome: ask.outcome, endedAt, rev: Math.max(call.rev, ask.rev) };
}
