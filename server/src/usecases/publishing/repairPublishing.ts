import { findLastWithdrawal, findRelease } from '../../store/releases.ts';
import { listScriptIds } from '../../store/scriptLists.ts';
import { findNewestVersion, readVersionScript } from '../../store/versions.ts';
import type { Ports } from '../context.ts';
import { deriveWithdrawn } from './deriveWithdrawn.ts';
import { deriveScript, releaseVersion } from './releaseVersion.ts';

/** At start, for each tenant: finishes every publication and withdrawal that a crash cut short. May run at any time, in several processes at once. */
export async function repairPublishing(ports: Ports, tenantId: string): Promise<void> {
  for (const scriptId of await listScriptIds(tenantId)) {
    await finishPublication(ports, tenantId, scriptId);
    await finishWithdrawal(tenantId, scriptId);
  }
}

/**
 * Gives the newest version its release when that is missing, and brings the script's row up to it. Only the newest can lack
 * one, since each publication begins with this. Call it inside the freeze or at start, never beside a running publication.
 */
export async function finishPublication(ports: Ports, tenantId: string, scriptId: string): Promise<void> {
  const version = await findNewestVersion(tenantId, scriptId);
  if (version === null) return;
  const release = await findRelease(tenantId, { id: version.id });
  if (release !== null) {
    await deriveScript(tenantId, release);
    return;
  }
  const script = await readVersionScript(tenantId, scriptId, version.number);
  if (script === null) return;
  const previous = await readVersionScript(tenantId, scriptId, version.number - 1);
  await releaseVersion(ports, tenantId, { version, script, previous });
}

/** Brings the script's row up to its latest withdrawal; one that a newer version has ended changes nothing. */
async function finishWithdrawal(tenantId: string, scriptId: string): Promise<void> {
  const withdrawal = await findLastWithdrawal(tenantId, scriptId);
  if (withdrawal !== null) await deriveWithdrawn(tenantId, withdrawal);
}
