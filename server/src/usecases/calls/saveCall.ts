import type { Call, SaveCall } from '@daihon/shared/call';
import { AppError } from '@daihon/shared/errors';
import { replaceCall } from '../../store/calls.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { demandVersion } from '../versionAccess.ts';
import { demandOwnCall } from './callView.ts';
import { keepHidden, shownCall } from './maskCall.ts';
import { mergeSave } from './mergeSave.ts';
import { noteUnverified, verifyCall } from './verifyCall.ts';

/** Keeps what is newer of a save, also after the end (the memo is often finished then); answers with what stands. */
export async function saveCall(context: Context, callId: string, ask: SaveCall): Promise<Call> {
  const { actor } = context;
  authorise(actor, 'call.run');
  for (;;) {
    const call = await demandOwnCall(actor, callId);
    if (ask.scriptId !== undefined && ask.scriptId !== call.scriptId) {
      throw new AppError('conflict', 'A call stays with its script');
    }
    if (ask.version !== undefined && ask.version !== call.version) {
      await demandVersion(actor, call.scriptId, ask.version);
    }
    const saved = mergeSave(call, await keepHidden(actor.tenantId, call, ask));
    if (saved === null) return shownCall(actor, call);
    // An open call is looked at when it ends; what comes later is looked at again.
    const merged = call.endedAt === null ? saved : await verifyCall(actor.tenantId, saved);
    if (await replaceCall(actor.tenantId, merged)) {
      await noteUnverified(context, call.unverified, merged);
      return shownCall(actor, merged);
    }
    // Another save was written in between: merge with that.
  }
}
