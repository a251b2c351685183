import type { Call, SaveCall } from '@daihon/shared/call';
import { AppError } from '@daihon/shared/errors';
import { now } from '../../platform/clock.ts';
import { record } from '../../store/auditLog.ts';
import type { CallRecord } from '../../store/calls.ts';
import { replaceCall } from '../../store/calls.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { demandVersion } from '../versionAccess.ts';
import { guardState } from './guardState.ts';
import { demandOwnCall } from './callView.ts';
import { keepHidden, shownCall } from './maskCall.ts';
import { elsewhereOf, mergeSave } from './mergeSave.ts';
import { noteUnverified, verifyCall } from './verifyCall.ts';

/**
 * Keeps what is newer of a save, also after the end (the memo is often finished then); answers with what stands, and with what of it
 * other seats have written since this one last heard of the call.
 */
export async function saveCall(context: Context, callId: string, sent: SaveCall): Promise<Call> {
  const { actor } = context;
  const ask = guardState(sent);
  authorise(actor, 'call.run');
  for (;;) {
    const call = await demandOwnCall(actor, callId);
    await demandFitting(context, call, ask);
    const saved = mergeSave(call, await keepHidden(actor.tenantId, call, ask), now().toISOString());
    if (saved === null) return answer(context, call, ask);
    // An open call is looked at when it ends; what comes later is looked at again.
    const merged = call.endedAt === null ? saved : await verifyCall(actor.tenantId, saved);
    if (await replaceCall(actor.tenantId, merged)) {
      await noteAside(context, call, merged);
      await noteUnverified(context, call.unverified, merged);
      return answer(context, { ...merged, revision: merged.revision + 1 }, ask);
    }
    // Another save was written in between: merge with that.
  }
}

async function demandFitting({ actor }: Context, call: CallRecord, ask: SaveCall): Promise<void> {
  if (ask.scriptId !== undefined && ask.scriptId !== call.scriptId) {
    throw new AppError('conflict', 'A call stays with its script');
  }
  if (ask.version !== undefined && ask.version !== call.version) {
    await demandVersion(actor, call.scriptId, ask.version);
  }
}

async function answer({ actor }: Context, call: CallRecord, ask: SaveCall): Promise<Call> {
  const elsewhere = elsewhereOf(call, ask);
  return { ...(await shownCall(actor, call)), ...(elsewhere.length === 0 ? {} : { elsewhere }) };
}

/** Puts it on record, once, that a seat typed while the call went on at another one. */
async function noteAside(context: Context, before: CallRecord, call: CallRecord): Promise<void> {
  const known = new Set(before.asides.map(({ id }) => id));
  const fresh = call.asides.filter(({ id }) => !known.has(id));
  const target = { type: 'call', id: call.id, label: call.scriptId };
  const { scriptId } = call;
  await record(
    fresh.map(({ state }) =>
      auditNote(context, 'operation', {
        action: 'call.aside',
        target,
        scriptId,
        detail: { parts: Object.keys(state) },
      }),
    ),
  );
}
