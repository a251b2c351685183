import { AppError } from '@daihon/shared/errors';
import type { Reader } from '@daihon/shared/script/diff/voice';
import { holdBack } from '@daihon/shared/script/outgoing/holdBack';
import type { HeldWay } from '@daihon/shared/script/outgoing/holdBack';
import type { Finding, VersionDiff } from '@daihon/shared/version';
import type { ScriptUse } from '@daihon/shared/wire/library';
import { findScript } from '../../store/scripts.ts';
import { readNewestVersion } from '../../store/versions.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { diffReader } from '../diffReader.ts';
import { refreshIndex } from '../scriptIndex.ts';
import { usesOf } from '../scriptUses.ts';
import { authorsOf } from './authorsOf.ts';
import type { ChangeAuthor } from './authorsOf.ts';
import { changesSince } from './changesSince.ts';
import { findingsOf } from './demandClean.ts';
import { outgoingState } from './outgoingState.ts';
import { reachOf, runningOn } from './whomItReaches.ts';
import type { Reach, Running } from './whomItReaches.ts';

export interface Preview {
  base: number | null;
  /** The ids of the current version's steps: what a held step goes out as. */
  published: string[];
  diff: VersionDiff;
  /** Names what would go out: a publish that carries it takes nothing else. */
  state: string;
  /** Ways that go out otherwise than the draft has them, because a step is held back. */
  heldWays: HeldWay[];
  findings: Finding[];
  authors: ChangeAuthor[];
  running: Running;
  reach: Reach;
  /** Scripts that call this one: what is published here is what they run. */
  affects: ScriptUse[];
}

/** What publishing now would bring: the draft, with held steps in their published form, against the newest version. */
export async function previewPublication(
  ports: Ports,
  context: Context,
  scriptId: string,
  language: Reader['language'] | null,
): Promise<Preview> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'draft.read');
  if ((await findScript(tenantId, scriptId)) === null) throw new AppError('not_found');
  const current = await readNewestVersion(tenantId, scriptId);
  const newest = current?.version ?? null;
  const published = current?.script ?? null;
  const draft = await ports.drafts.read(tenantId, scriptId);
  const outgoing = holdBack(draft, published);
  const { script, ways } = outgoing;
  const steps = changesSince(published, script, await diffReader(tenantId, language, [published, script]));
  const changed = new Set(steps.filter((step) => step.change !== 'moved').map((step) => step.id));
  const held = draft.steps.flatMap(({ id, hold }) => (hold ? [id] : []));
  const authors = (await ports.drafts.activities(tenantId, [scriptId])).get(scriptId)?.authors ?? [];
  return {
    base: newest?.number ?? null,
    published: published?.steps.map(({ id }) => id) ?? [],
    diff: { from: newest?.number ?? null, to: null, steps },
    state: outgoingState(script),
    heldWays: ways,
    findings: await findingsOf(ports, tenantId, scriptId, { draft, published, outgoing }),
    authors: authorsOf(authors, new Set([...held, ...steps.map(({ id }) => id)])),
    running: await runningOn(ports, tenantId, scriptId, changed),
    reach: await reachOf(ports, tenantId),
    affects: usesOf(await refreshIndex(ports, tenantId), scriptId),
  };
}
