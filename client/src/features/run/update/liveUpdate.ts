import type { Step } from '@daihon/shared/script/schema';
import { compareVersion } from '@daihon/shared/script/walk/version';
import type { VersionEffect } from '@daihon/shared/script/walk/version';
import type { Walk, WalkScript } from '@daihon/shared/script/walk/state';
import type { ReleaseClass } from '@daihon/shared/version';

/** A version that came out while a call is running on an older one. */
export interface Incoming {
  /** Null when it was found by its number and its release is not known. */
  seq: number | null;
  class: ReleaseClass;
  note: string;
  author: string;
  deadlineAt?: string | null;
  next: WalkScript;
}

/**
 * `ignore`: nothing for this call. `silent`: what is on screen stays the same, so the rest is swapped. `ask`: the words on
 * screen change, so they stay until the agent takes the new ones. `urgent`: at once, and the agent confirms it.
 */
export type Decision =
  { kind: 'ignore' } | { kind: 'silent' | 'ask' | 'urgent'; effect: VersionEffect; old: WalkScript };

export function decide(walk: Walk, incoming: Incoming): Decision {
  const old = runningScript(walk, incoming.next.scriptId);
  if (walk.ended !== null || old === null || old.version >= incoming.next.version) return { kind: 'ignore' };
  const effect = compareVersion(walk, incoming.next);
  // A version without any place for the call: it ends on the one it has.
  if (effect.stepId === null) return { kind: 'ignore' };
  if (incoming.class === 'urgent') return { kind: 'urgent', effect, old };
  return { kind: effect.kind === 'same' ? 'silent' : 'ask', effect, old };
}

function runningScript(walk: Walk, scriptId: string): WalkScript | null {
  return walk.root.scriptId === scriptId ? walk.root : (walk.called[scriptId] ?? null);
}

/** What the agent is told about a version, until it is put away. */
export interface News {
  incoming: Incoming;
  /** `swapped`: in use, nothing on screen changed. `asking`: old words on screen. `deferred`: after the call. `switched`: in use. */
  phase: 'swapped' | 'asking' | 'deferred' | 'switched';
  /** The version it replaces or would replace. */
  from: WalkScript;
  /** The step on screen when it came, before and after; the same one when it did not change. */
  before: Step | null;
  after: Step | null;
  effect: VersionEffect['kind'];
  /** Earlier versions that it took the place of before they were acknowledged. */
  owes: readonly number[];
  /** Has to be answered before it can be put away. */
  mustAcknowledge: boolean;
  acknowledged: boolean;
}

export function newsOf(
  incoming: Incoming,
  { effect, old }: Exclude<Decision, { kind: 'ignore' }>,
  phase: News['phase'],
  owes: readonly number[] = [],
): News {
  return {
    incoming,
    phase,
    from: old,
    before: effect.before,
    after: effect.after,
    effect: effect.kind,
    owes,
    mustAcknowledge: incoming.class !== 'notice' || owes.length > 0,
    acknowledged: false,
  };
}

/** Whether it stays on screen until the agent answers. */
export function isOpen(news: News): boolean {
  return news.mustAcknowledge && !news.acknowledged;
}

/** What is to be acknowledged with it. */
export function seqsOf({ incoming, owes }: News): number[] {
  const own = incoming.class === 'notice' || incoming.seq === null ? [] : [incoming.seq];
  return [...new Set([...owes, ...own])];
}

/**
 * All news of a call with one more, the first of them on screen. What has to be answered and is in use stays before what is new, except
 * that an urgent version goes first; a version that waits gives way to a newer one of its script, which then owes its answer too.
 */
export function withNews(line: readonly News[], fresh: News): News[] {
  const { scriptId, version } = fresh.incoming.next;
  const gone = line.filter(
    ({ phase, incoming }) =>
      (phase === 'asking' || phase === 'deferred') &&
      incoming.next.scriptId === scriptId &&
      incoming.next.version < version,
  );
  const owes = [...new Set([...gone.filter(isOpen).flatMap(seqsOf), ...fresh.owes])];
  const stays = line.filter(
    (news) => !gone.includes(news) && (isOpen(news) || news.phase === 'asking' || news.phase === 'deferred'),
  );
  const next = { ...fresh, owes, mustAcknowledge: fresh.mustAcknowledge || owes.length > 0 };
  return next.incoming.class === 'urgent' ? [next, ...stays] : [...stays, next];
}
