import { localTime } from '@daihon/shared/calendar/days';
import type { Call, StartCall } from '@daihon/shared/call';
import { now } from '../../platform/clock.ts';
import { record } from '../../store/auditLog.ts';
import { countCall } from '../../store/callCounts.ts';
import { insertCall } from '../../store/calls.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { demandVersion } from '../versionAccess.ts';
import { demandInUse } from './demandInUse.ts';
import { guardState } from './guardState.ts';
import { demandOwnCall } from './callView.ts';
import { shownCall } from './maskCall.ts';

/**
 * Begins a call under the client's own id; the same ask again gives the same call. Throws `not_found` for a version that this
 * agent may not read and for an id that another account has used, `conflict` for one begun on a script that is withdrawn.
 */
export async function startCall(
  ports: Pick<Ports, 'timeZone'>,
  context: Context,
  ask: StartCall,
): Promise<{ call: Call; fresh: boolean }> {
  const { actor } = context;
  authorise(actor, 'call.run');
  await demandVersion(actor, ask.scriptId, ask.version);
  const at = now();
  await demandInUse(actor.tenantId, ask, at);
  const startedAt = new Date(ask.startedAt);
  const fresh = await insertCall(actor.tenantId, {
    ...guardState(ask),
    undone: ask.undone ?? [],
    unverified: null,
    accountId: actor.accountId,
    outcome: null,
    // A client's clock may be wrong, but no call begins in the future.
    startedAt: startedAt > at ? at : startedAt,
    endedAt: null,
    rev: 0,
    revs: {},
    seats: {},
    stamps: {},
    asides: [],
    revision: 1,
  });
  const call = await demandOwnCall(actor, ask.id);
  if (fresh) {
    const target = { type: 'call', id: ask.id, label: ask.scriptId };
    const { scriptId, version } = ask;
    await record([
      auditNote(context, 'operation', { action: 'call.start', target, scriptId, detail: { version } }),
    ]);
    await countCall(actor.tenantId, scriptId, localTime(call.startedAt.toISOString(), ports.timeZone).day);
  }
  return { call: await shownCall(actor, call), fresh };
}
