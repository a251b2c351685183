import type { PathEntry, VersionSwitch } from '../../call.ts';
import { canonicalJson } from '../canonical.ts';
import type { Step } from '../schema.ts';
import { passConditions } from './pass.ts';
import { currentScript, scriptOfEntry, stepIn } from './state.ts';
import type { Walk, WalkScript } from './state.ts';
import { withUndone } from './undone.ts';

/** What a new version means for the step on screen (SPEC 38). */
export interface VersionEffect {
  /** `same`: swap silently. `changed`: keep the old words until accepted. `gone`: goes on at `stepId`. */
  kind: 'same' | 'changed' | 'gone';
  /** Where the call stands in the new version; null when it has no place for it (no start): then stay on the old one. */
  stepId: string | null;
  before: Step | null;
  after: Step | null;
}

/** What `next` would do to a running call, without doing it. A script that is not on screen is always `same`. */
export function compareVersion(walk: Walk, next: WalkScript): VersionEffect {
  const entry = walk.path.at(-1);
  const current = currentScript(walk);
  const before = entry === undefined ? null : stepIn(current, entry.stepId);
  if (entry === undefined || current.scriptId !== next.scriptId) {
    return { kind: 'same', stepId: entry?.stepId ?? null, before, after: before };
  }
  const after = stepIn(next, entry.stepId);
  if (after === null) {
    const stepId =
      successorOf(current, entry.stepId, next) ?? nearestVisited(walk, next) ?? next.script.start;
    return { kind: 'gone', stepId, before, after: stepId === null ? null : stepIn(next, stepId) };
  }
  const same = before !== null && sameOnScreen(before, after);
  return { kind: same ? 'same' : 'changed', stepId: after.id, before, after };
}

/**
 * Moves a running call to another version of one of its scripts. Path, fields and gates are kept; a step that is gone gives
 * way to its successor, else to the nearest visited one that exists, or the start. A step that changed has to be ticked again: what was confirmed
 * was the old text. The switch is recorded. The same walk when the version has no place for the call.
 */
export function moveToVersion(walk: Walk, next: WalkScript, how: VersionSwitch['how'], at: string): Walk {
  const replaced = walk.root.scriptId === next.scriptId ? walk.root : walk.called[next.scriptId];
  const effect = compareVersion(walk, next);
  if (replaced === undefined || effect.stepId === null) return walk;
  const record: VersionSwitch = { at, from: replaced.version, to: next.version, how, stepId: effect.stepId };
  const moved: Walk = {
    ...walk,
    ...(replaced === walk.root ? { root: next } : { called: { ...walk.called, [next.scriptId]: next } }),
    switches: [...walk.switches, record],
  };
  if (effect.kind === 'same') return moved;
  if (effect.kind === 'changed') return untickLast(moved, at);
  const named = replaced === walk.root ? {} : { scriptId: next.scriptId, version: next.version };
  const entry: PathEntry = { stepId: effect.stepId, choiceId: null, at, via: 'switch', ...named };
  return passConditions({ ...moved, path: [...moved.path, entry] }, at);
}

/** Whether the agent would see and be asked the same: place on the map, group and hold mark do not count. */
export function sameOnScreen(a: Step, b: Step): boolean {
  return canonicalJson(onScreen(a)) === canonicalJson(onScreen(b));
}

function onScreen({ position, group, hold, ...shown }: Step) {
  return shown;
}

function untickLast(walk: Walk, at: string): Walk {
  const entry = walk.path.at(-1);
  if (entry === undefined) return walk;
  const ticked = (entry.gates ?? []).length > 0 ? [entry] : [];
  const kept = withUndone(walk, ticked, { at, how: 'switch' });
  return { ...kept, path: [...walk.path.slice(0, -1), { ...entry, gates: [] }] };
}

/**
 * The first step of `next` that the gone step led to, the nearest first and answers in their order. All that is passed on the way
 * is gone as well, so no gate of `next` is left out.
 */
function successorOf(old: WalkScript, goneId: string, next: WalkScript): string | null {
  const seen = new Set([goneId]);
  let ring = [goneId];
  while (ring.length > 0) {
    const ways = ring.flatMap((id) => stepIn(old, id)?.choices ?? []);
    const ahead = ways.flatMap(({ to }) => (to === null || seen.has(to) ? [] : [to]));
    const found = ahead.find((id) => stepIn(next, id) !== null);
    if (found !== undefined) return found;
    ring = [...new Set(ahead)];
    for (const id of ring) seen.add(id);
  }
  return null;
}

function nearestVisited(walk: Walk, next: WalkScript): string | null {
  const entry = walk.path.findLast(
    (visited) =>
      visited.reason === undefined &&
      scriptOfEntry(walk, visited)?.scriptId === next.scriptId &&
      stepIn(next, visited.stepId) !== null,
  );
  return entry?.stepId ?? null;
}
