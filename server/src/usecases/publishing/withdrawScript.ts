import { AppError } from '@daihon/shared/errors';
import type { WithdrawnEvent } from '@daihon/shared/wire/events';
import type { Withdraw } from '@daihon/shared/wire/http';
import { now, randomId } from '../../platform/clock.ts';
import { logger } from '../../platform/logger.ts';
import { record } from '../../store/auditLog.ts';
import type { ReleaseRecord } from '../../store/releases.ts';
import type { CurrentVersion, ScriptRecord } from '../../store/scriptRows.ts';
import { findScript } from '../../store/scripts.ts';
import { findNewestVersion } from '../../store/versions.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { commitNumbered } from './commitNumbered.ts';
import { inTurn } from './inTurn.ts';
import { finishPublication } from './repairPublishing.ts';
import { withdrawnEvent } from '../releaseEvent.ts';
import { deriveWithdrawn } from './deriveWithdrawn.ts';

interface OutScript extends ScriptRecord {
  published: CurrentVersion;
}

/**
 * Takes a script out of use at once, under the tenant's next `seq`: running calls show the substitute, no new one begins. Doing it
 * again gives it another substitute. The next publication ends it. Throws `conflict` for a script that is not out.
 */
export async function withdrawScript(
  ports: Ports,
  context: Context,
  scriptId: string,
  ask: Withdraw,
): Promise<WithdrawnEvent> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'release.withdraw');
  const before = await demandOut(tenantId, scriptId);
  // A version that a crash left without its release would otherwise come out by a repair, after and over this.
  const newest = await findNewestVersion(tenantId, scriptId);
  if (newest !== null && newest.number !== before.published.number)
    await finishPublication(ports, tenantId, scriptId);
  const event = await inTurn(tenantId, () => commitWithdrawal(ports, context, scriptId, ask));
  await noteWithdrawal(context, before.state, event);
  return event;
}

async function demandOut(tenantId: string, scriptId: string): Promise<OutScript> {
  const script = await findScript(tenantId, scriptId);
  if (script === null) throw new AppError('not_found');
  const { published, state } = script;
  if (published === null || (state !== 'published' && state !== 'withdrawn'))
    throw new AppError('conflict', 'The script is not out', { members: { reason: 'not_out' } });
  return { ...script, published };
}

async function commitWithdrawal(
  ports: Ports,
  context: Context,
  scriptId: string,
  { substitute, reason }: Withdraw,
): Promise<WithdrawnEvent> {
  const { tenantId, name } = context.actor;
  const { title, published } = await demandOut(tenantId, scriptId);
  const withdrawal: Omit<ReleaseRecord, 'seq'> = {
    id: randomId(),
    scriptId,
    version: published.number,
    title,
    note: reason,
    class: 'urgent',
    hash: published.hash,
    author: name,
    publishedAt: now(),
    changes: [],
    substitute,
  };
  const { release } = await commitNumbered(tenantId, withdrawal);
  // Committed: from here on nothing may make it look as if it had failed.
  await deriveWithdrawn(tenantId, release).catch((error: unknown) =>
    logger.error({ err: error, scriptId }, 'a withdrawn script could not be marked'),
  );
  const event = withdrawnEvent(release, substitute);
  ports.facts.emit({ type: 'withdrawn', tenantId, event });
  return event;
}

function noteWithdrawal(
  context: Context,
  state: ScriptRecord['state'],
  event: WithdrawnEvent,
): Promise<void> {
  const { scriptId, seq, version, title, substitute, reason } = event;
  const detail = { before: { state }, after: { state: 'withdrawn' }, seq, version, substitute, reason };
  const target = { type: 'script', id: scriptId, label: title };
  return record([auditNote(context, 'admin', { action: 'script.withdraw', target, scriptId, detail })]);
}
