import type { Script } from '@daihon/shared/script/schema';
import type { ReleaseEvent } from '@daihon/shared/wire/events';
import { logger } from '../../platform/logger.ts';
import type { ReleaseRecord } from '../../store/releases.ts';
import { markPublished } from '../../store/scripts.ts';
import type { VersionRecord } from '../../store/versions.ts';
import type { Ports } from '../context.ts';
import { releaseEvent } from '../releaseEvent.ts';
import { addressRelease } from './addressRelease.ts';
import { changesSince } from './changesSince.ts';
import { commitNumbered } from './commitNumbered.ts';
import { inTurn } from './inTurn.ts';

export interface ReleaseAsk {
  version: VersionRecord;
  script: Script;
  /** The version before it; null for the first. */
  previous: Script | null;
}

/**
 * Makes a stored version current: gives it the tenant's next `seq`, tells of it, derives the script's row. May be repeated:
 * a version has one release however often and wherever this runs. Facts of one tenant leave in the order of `seq`.
 */
export function releaseVersion(ports: Ports, tenantId: string, ask: ReleaseAsk): Promise<ReleaseRecord> {
  return inTurn(tenantId, async () => {
    const { release, fresh } = await commitRelease(tenantId, ask);
    // Committed: from here on nothing may make it look as if it had failed.
    await deriveScript(tenantId, release).catch((error: unknown) =>
      logger.error({ err: error, scriptId: release.scriptId }, 'a published script could not be marked'),
    );
    if (fresh) {
      ports.facts.emit({ type: 'released', tenantId, event: eventOf(ports, release, ask.script) });
    }
    return release;
  });
}

/** Repeatable: what the script's row says of its current version follows from the release. */
export function deriveScript(tenantId: string, release: ReleaseRecord): Promise<void> {
  const { version, hash, publishedAt, seq, scriptId, title } = release;
  return markPublished(tenantId, scriptId, { number: version, hash, at: publishedAt, seq }, title);
}

async function commitRelease(
  tenantId: string,
  ask: ReleaseAsk,
): Promise<{ release: ReleaseRecord; fresh: boolean }> {
  const { id, scriptId, number, title, note, hash, author, publishedAt } = ask.version;
  const changes = changesSince(ask.previous, ask.script)
    // The empty id stands for the script as a whole: no step an agent could be on.
    .filter((step) => step.id !== '')
    .map((step) => ({ stepId: step.id, change: step.change, title: step.title }));
  const { deadlineAt } = await addressRelease(tenantId, ask.version);
  return commitNumbered(tenantId, {
    id,
    scriptId,
    version: number,
    title,
    note,
    class: ask.version.class,
    hash,
    author: author.name,
    publishedAt,
    changes,
    substitute: null,
    deadlineAt,
  });
}

function eventOf(ports: Ports, release: ReleaseRecord, script: Script): ReleaseEvent {
  const event = releaseEvent(release);
  const bytes = Buffer.byteLength(JSON.stringify(script));
  return bytes <= ports.limits.inlineScriptBytes ? { ...event, script } : event;
}
