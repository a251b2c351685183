import type { Actor } from '@daihon/shared/access';
import { can } from '@daihon/shared/access';
import { AppError } from '@daihon/shared/errors';
import { hasCallOn } from '../store/calls.ts';
import { findReceipt } from '../store/receipts.ts';
import { findRelease } from '../store/releases.ts';
import { findScript } from '../store/scripts.ts';

/**
 * Throws `not_found` unless the actor may read this version: readers of the history any, agents the current one of a
 * script that is out, and those that their own receipts or calls name (a call goes on after its version was replaced).
 */
export async function demandVersion(actor: Actor, scriptId: string, number: number): Promise<void> {
  const script = await findScript(actor.tenantId, scriptId);
  if (can(actor, 'version.history')) {
    if (script === null) throw new AppError('not_found');
    return;
  }
  const current = script?.state === 'published' ? script.published?.number : undefined;
  if (current === number || (await isOwn(actor, scriptId, number))) return;
  throw new AppError('not_found');
}

async function isOwn(actor: Actor, scriptId: string, version: number): Promise<boolean> {
  const { tenantId, accountId } = actor;
  const release = await findRelease(tenantId, { scriptId, version });
  if (release === null) return false;
  if ((await findReceipt(tenantId, release.seq, accountId)) !== null) return true;
  return hasCallOn(tenantId, accountId, scriptId, version);
}
