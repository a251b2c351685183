import { AppError } from '@daihon/shared/errors';
import { canonicalJson } from '@daihon/shared/script/canonical';
import { holdBack } from '@daihon/shared/script/outgoing/holdBack';
import type { Script } from '@daihon/shared/script/schema';
import type { Publish, Published } from '@daihon/shared/wire/http';
import { now, randomId } from '../../platform/clock.ts';
import { sha256Hex } from '../../platform/hash.ts';
import { record } from '../../store/auditLog.ts';
import type { ReleaseRecord } from '../../store/releases.ts';
import { countAddressees } from '../../store/rosters.ts';
import type { ScriptRecord } from '../../store/scriptRows.ts';
import { findScript } from '../../store/scripts.ts';
import type { VersionRecord } from '../../store/versions.ts';
import { insertVersion, readNewestVersion } from '../../store/versions.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { demandClean } from './demandClean.ts';
import { outgoingState } from './outgoingState.ts';
import { releaseVersion } from './releaseVersion.ts';
import { finishPublication } from './repairPublishing.ts';

/**
 * Makes the draft the script's next version and its release the tenant's next `seq`. Throws `conflict` when `baseVersion` is not
 * the newest, somebody publishes at the same moment, or the draft is no longer as `state` (of the preview) names it;
 * `check_failed` with `findings` when the check has errors.
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
  const release = await ports.drafts.freeze(actor.tenantId, scriptId, (draft) =>
    commitDraft(ports, context, scriptId, draft, ask),
  );
  await notePublication(context, release);
  const publishedAt = release.publishedAt.toISOString();
  const { version: number, hash, seq } = release;
  const addressees = await countAddressees(actor.tenantId, release.id);
  return { scriptId, number, hash, seq, publishedAt, effectiveAt: publishedAt, addressees };
}

async function demandPublishable(tenantId: string, scriptId: string): Promise<ScriptRecord> {
  const script = await findScript(tenantId, scriptId);
  if (script === null) throw new AppError('not_found');
  if (script.state === 'archived') throw new AppError('conflict', 'The script is archived');
  return script;
}

async function commitDraft(
  ports: Ports,
  context: Context,
  scriptId: string,
  draft: Script,
  ask: Publish,
): Promise<ReleaseRecord> {
  const { tenantId } = context.actor;
  const [row, current] = await Promise.all([
    demandPublishable(tenantId, scriptId),
    readNewestVersion(tenantId, scriptId),
  ]);
  const newest = current?.version.number ?? 0;
  // The row follows from the release: where it names the newest version, nothing was cut short.
  if (newest !== (row.published?.number ?? 0)) await finishPublication(ports, tenantId, scriptId);
  if (ask.baseVersion !== undefined && ask.baseVersion !== newest) {
    throw new AppError('conflict', `Version ${newest} is the newest`, {
      members: { newest, ...wasFirst(current?.version) },
    });
  }
  const previous = current?.script ?? null;
  const outgoing = holdBack(draft, previous);
  const { script } = outgoing;
  demandSeen(ask, script);
  await demandClean(ports, tenantId, scriptId, { draft, published: previous, outgoing });
  const next = versionOf(context, scriptId, newest + 1, script, ask);
  await insertVersion(tenantId, next, script);
  return releaseVersion(ports, tenantId, { version: next, script, previous });
}

/** Who published the newest version, and when: for the person who is told that it came first. */
function wasFirst(version: VersionRecord | undefined): object {
  return version === undefined
    ? {}
    : { author: version.author, publishedAt: version.publishedAt.toISOString() };
}

/** What was looked at is what goes out: a draft that has changed since is to be looked at again. */
function demandSeen({ state }: Publish, script: Script): void {
  const now = outgoingState(script);
  if (state === undefined || state === now) return;
  throw new AppError('conflict', 'The draft has changed since it was looked at', { members: { state: now } });
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
