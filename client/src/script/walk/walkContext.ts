import type { Walk, WalkScript } from '@daihon/shared/script/walk/state';
import type { OutcomeCode } from '@daihon/shared/settings';
import { createContext, useContext } from 'react';

/** A walk on screen: what stands there, how it moves, and where called scripts come from. */
export interface RunningWalk {
  walk: Walk;
  /** Makes a move; false when the walk refuses it. */
  move: (make: (walk: Walk, at: string) => Walk) => boolean;
  /** Nothing may be typed (any more). */
  locked: boolean;
  /** The tenant's outcome codes with their names. */
  outcomes: readonly OutcomeCode[];
  /** The hosts that embedded pages may come from. */
  pages: readonly string[];
  /** A script that a step calls, as it may be called now; null when it may not. */
  load: (scriptId: string) => Promise<WalkScript | null>;
}

export const WalkContext = createContext<RunningWalk | null>(null);

/** The walk that this part of the screen shows. */
export function useWalk(): RunningWalk {
  const running = useContext(WalkContext);
  if (running === null) throw new Error('useWalk is for parts of a walk on screen');
  return running;
}
