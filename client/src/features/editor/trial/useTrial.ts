import { useMemo, useSyncExternalStore } from 'react';
import type { RunningWalk } from '../../../script/walk/walkContext.ts';
import { useEditor } from '../session/context.ts';
import { loadPart } from './parts.ts';
import { trialOf } from './trialStore.ts';
import type { TrialState, TrialStore } from './trialStore.ts';

/** The trial run of this editor and how it stands. */
export function useTrial(): { trial: TrialStore; state: TrialState } {
  const trial = trialOf(useEditor().session);
  return { trial, state: useSyncExternalStore(trial.subscribe, trial.get) };
}

/** As the parts of the agent's screen want it. */
export function useTrialWalk(): RunningWalk {
  const { trial, state } = useTrial();
  const { walk } = state;
  return useMemo(() => ({ walk, move: trial.move, locked: false, load: loadPart }), [walk, trial]);
}
