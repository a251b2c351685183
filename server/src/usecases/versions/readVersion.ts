import { can } from '@daihon/shared/access';
import { AppError } from '@daihon/shared/errors';
import type { VersionSummary } from '@daihon/shared/version';
import { now } from '../../platform/clock.ts';
import { record } from '../../store/auditLog.ts';
import { noteReceipts } from '../../store/receipts.ts';
import { findRelease } from '../../store/releases.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { demandVersion } from '../versionAccess.ts';
import { versionText } from './versionTexts.ts';
import { versionView } from './versionView.ts';

/**
 * One immutable version, its script as JSON text. For agents it counts as received, so that they may come back to it after it was
 * replaced.
 */
export async function readVersion(
  context: Context,
  scriptId: string,
  number: number,
): Promise<{ summary: VersionSummary; script: string }> {
  const { actor } = context;
  const { tenantId, accountId } = actor;
  authorise(actor, 'version.current');
  await demandVersion(actor, scriptId, number);
  const found = await versionText(tenantId, scriptId, number);
  if (found === null) throw new AppError('not_found');
  const { version, script } = found;
  const release = await findRelease(tenantId, { scriptId, version: number });
  if (release !== null && can(actor, 'release.acknowledge')) {
    await noteReceipts(tenantId, [{ seq: release.seq, accountId, stage: 'received', at: now() }]);
  }
  const target = { type: 'version', id: `${scriptId}/${number}`, label: `${version.title} v${number}` };
  await record([auditNote(context, 'operation', { action: 'version.read', target, scriptId })]);
  return { summary: versionView(version, release?.seq ?? null), script };
}
