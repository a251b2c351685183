import type { PathEntry } from '../../call.ts';

/** A place to come back to: index of its path entry, and what led away from it. */
export interface Return {
  kind: 'interrupt' | 'jump';
  index: number;
}

/** Which script is on screen at an entry of the path, and how the call came into it. */
export interface Frame {
  /** As the entry names it: nothing for the call's own. */
  scriptId: string | undefined;
  /** The jump steps that led to it, `s5/s2`; '' in the call's own script. */
  scope: string;
  /** The jump that led into it; null in the call's own script. */
  jump: Return | null;
  /** The places to come back to, innermost last. */
  open: readonly Return[];
}

const separator = '/';

/**
 * The frame of every entry. A side topic may belong to a script further out than the one it is asked for in (SPEC 18): then that
 * script is on screen again, with its own fields, until the call comes back.
 */
export function framesOf(path: readonly PathEntry[]): Frame[] {
  const frames: Frame[] = [];
  path.forEach((entry, index) => {
    const before = frames[index - 1] ?? { scriptId: undefined, scope: '', jump: null, open: [] };
    frames.push(frameAt(path, frames, before, { entry, index }));
  });
  return frames;
}

/** Where the call stands now. */
export function frameOf(path: readonly PathEntry[]): Frame {
  return framesOf(path).at(-1) ?? { scriptId: undefined, scope: '', jump: null, open: [] };
}

interface Place {
  entry: PathEntry;
  index: number;
}

function frameAt(
  path: readonly PathEntry[],
  frames: readonly Frame[],
  before: Frame,
  { entry, index }: Place,
): Frame {
  if (entry.via === 'jump') {
    const jump: Return = { kind: 'jump', index: index - 1 };
    const scope = scopedKey(before.scope, path[index - 1]?.stepId ?? '');
    return { scriptId: entry.scriptId, scope, jump, open: [...before.open, jump] };
  }
  if (entry.via === 'interrupt') {
    const outer = [...before.open.map((place) => frames[place.index]), before].findLast(
      (frame) => frame?.scriptId === entry.scriptId,
    );
    return { ...(outer ?? before), open: [...before.open, { kind: 'interrupt', index: index - 1 }] };
  }
  if (entry.via !== 'return') return before;
  const place = returnPlace(path, before.open, entry);
  if (place === -1) return before;
  const left = frames[before.open[place]?.index ?? -1];
  return { ...(left ?? before), open: before.open.slice(0, place) };
}

/** Which of the open places a return came back to; the innermost where the step that it left from is gone. */
export function returnPlace(path: readonly PathEntry[], open: readonly Return[], entry: PathEntry): number {
  const same = open.findLastIndex(({ index }) => {
    const place = path[index];
    return place?.stepId === entry.stepId && place.scriptId === entry.scriptId;
  });
  return same === -1 ? open.length - 1 : same;
}

/** The name that a value is kept under. */
export function scopedKey(scope: string, key: string): string {
  return scope === '' ? key : `${scope}${separator}${key}`;
}
