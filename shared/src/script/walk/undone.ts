import type { PathEntry, UndoneEntry } from '../../call.ts';
import type { Walk } from './state.ts';

/** As many as are kept; only somebody who goes to and fro without end comes to them. */
const most = 2_000;

/** Keeps what the path loses: who stood where, what was ticked there and by which text, and how it was taken back. */
export function withUndone(walk: Walk, gone: readonly PathEntry[], undone: UndoneEntry['undone']): Walk {
  if (gone.length === 0) return walk;
  const all = [...walk.undone, ...gone.map((entry) => ({ ...entry, undone }))];
  return { ...walk, undone: all.slice(-most) };
}

/**
 * The gates of a script that were ticked in this call, `stepId/gateId`: also on visits that are no longer part of the path, but not
 * those that were unticked or whose text changed under them.
 */
export function ticksOf({ path, undone }: Pick<Walk, 'path' | 'undone'>, scriptId?: string): Set<string> {
  const ticks = new Set<string>();
  const each = (entry: PathEntry, take: (name: string) => void) => {
    if (entry.scriptId === scriptId)
      for (const { gateId } of entry.gates ?? []) take(tickName(entry.stepId, gateId));
  };
  for (const entry of undone) {
    const revoked = entry.undone.how === 'untick' || entry.undone.how === 'switch';
    each(entry, (name) => (revoked ? ticks.delete(name) : ticks.add(name)));
  }
  for (const entry of path) each(entry, (name) => ticks.add(name));
  return ticks;
}

export function tickName(stepId: string, gateId: string): string {
  return `${stepId}/${gateId}`;
}
