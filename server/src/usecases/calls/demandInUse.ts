import type { StartCall } from '@daihon/shared/call';
import { AppError } from '@daihon/shared/errors';
import { findCall } from '../../store/calls.ts';
import { isWithdrawn } from '../../store/scriptRows.ts';
import { findScript } from '../../store/scripts.ts';

/** A call that comes in later than this after its beginning was kept by a page without network. */
const queuedAfterMs = 60_000;

/**
 * Throws `conflict` for a call that begins now on a withdrawn script. What was begun before, or by a page that could not have
 * heard of it, is taken: nothing of a real call is lost.
 */
export async function demandInUse(tenantId: string, ask: StartCall, at: Date): Promise<void> {
  const script = await findScript(tenantId, ask.scriptId);
  if (script?.withdrawn == null || !isWithdrawn(script)) return;
  const startedAt = new Date(ask.startedAt);
  if (startedAt <= script.withdrawn.at || at.getTime() - startedAt.getTime() > queuedAfterMs) return;
  if ((await findCall(tenantId, ask.id)) !== null) return;
  throw new AppError('conflict', 'The script is withdrawn', { members: { reason: 'withdrawn' } });
}
