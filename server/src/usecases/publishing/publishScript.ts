import { AppError } from '@daihon/shared/errors';
import { canonicalJson } from '@daihon/shared/script/canonical';
import type { Script } from '@daihon/shared/script/schema';
import type { Publish, Published } from '@daihon/shared/wire/http';
import { now, randomId } from '../../platform/clock.ts';
import { sha256Hex } from '../../platform/hash.ts';
import { record } from '../../store/auditLog.ts';
import type { ReleaseRecord } from '../../store/releases.ts';
import { findScript } from '../../store/scripts.ts';
import type { VersionRecord } from '../../store/versions.ts';
import { findNewestVersion, insertVersion, readVersionScript } from '../../store/versions.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { demandClean } from './demandClean.ts';
import { holdBack } from './holdBack.ts';
import { releaseVersion } from './releaseVersion.ts';
import { finishPublication } from './repairPublishing.ts';

/**
 * Makes the draft the script's next version and its release the tenant's next `seq`. Throws `conflict` when `baseVersion` is not
 * the newest or somebody publishes at the same moment, `check_failed` with `findings` when the check has errors.
 */
export async function publishScript(
  ports: Ports,
  context: Context,
  scriptId: string,
  ask: Publish,
): Promise<Published> {
  const { actor } = context;
  authorise(actor, 'script.publish');
  await demandPublishable(actor.tenantId, scriptId);
  const release = await ports.drafts.freeze(actor.tenantId, scriptId, async (draft) => {
    await demandPublishable(actor.tenantId, scriptId);
    await finishPublication(ports, actor.tenantId, scriptId);
    return commitDraft(ports, context, scriptId, draft, ask);
  });
  await notePublication(context, release);
  const publishedAt = release.publishedAt.toISOString();
  const { version: number, hash, seq } = release;
  return { scriptId, number, hash, seq, publishedAt, effectiveAt: publishedAt };
}

async function demandPublishable(tenantId: string, scriptId: string): Promise<void> {
  const script = await findScript(tenantId, scriptId);
  if (script === null) throw new AppError('not_found');
  if (script.state === 'archived') throw new AppError('conflict', 'The script is archived');
}

async function commitDraft(
  ports: Ports,
  context: Context,
  scriptId: string,
  draft: Script,
  ask: Publish,
): Promise<ReleaseRecord> {
  const { tenantId } = context.actor;
  const newest = (await findNewestVersion(tenantId, scriptId))?.number ?? 0;
  if (ask.baseVersion !== undefined && ask.baseVersion !== newest) {
    throw new AppError('conflict', `Version ${newest} is the newest`, { members: { newest } });
  }
  const previous = newest === 0 ? null : await readVersionScript(tenantId, scriptId, newest);
  const script = holdBack(draft, previous);
  await demandClean(tenantId, script);
  const version = versionOf(context, scriptId, newest + 1, script, ask);
  await insertVersion(tenantId, version, script);
  return releaseVersion(ports, tenantId, { version, script, previous });
}

function versionOf(
  context: Context,
  scriptId: string,
  number: number,
  script: Script,
  ask: Publish,
): VersionRecord {
  return {
    id: randomId(),
    scriptId,
    number,
    hash: `sha256-${sha256Hex(canonicalJson(script))}`,
    author: { id: context.actor.accountId, name: context.actor.name },
    note: ask.note,
    class: ask.class,
    title: script.title,
    publishedAt: now(),
  };
}

function notePublication(context: Context, release: ReleaseRecord): Promise<void> {
  const { scriptId, version, seq, hash, note, title } = release;
  const detail = {
    before: { version: version - 1 },
    after: { version },
    seq,
    hash,
    note,
    class: release.class,
  };
  const target = { type: 'script', id: scriptId, label: title };
  return record([auditNote(context, 'admin', { action: 'script.publish', target, scriptId, detail })]);
}
