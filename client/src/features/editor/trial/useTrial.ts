import { useMemo, useSyncExternalStore } from 'react';
import type { RunningWalk } from '../../../script/walk/walkContext.ts';
import { usePolicy } from '../../../wire/policy.ts';
import { useEditor } from '../session/context.ts';
import { loadPart } from './parts.ts';
import { trialOf } from './trialStore.ts';
import type { TrialState, TrialStore } from './trialStore.ts';

/** The trial run of this editor and how it stands. */
export function useTrial(): { trial: TrialStore; state: TrialState } {
  const trial = trialOf(useEditor().session);
  return { trial, state: useSyncExternalStore(trial.subscribe, trial.get) };
}

const nothing = { pages: [], outcomes: [] };

/** As the parts of the agent's screen want it. */
export function useTrialWalk(): RunningWalk {
  const { trial, state } = useTrial();
  const { walk } = state;
  const { pages, outcomes } = usePolicy() ?? nothing;
  return useMemo(
    () => ({ walk, move: trial.move, locked: false, pages, outcomes, load: loadPart }),
    [walk, trial, pages, outcomes],
  );
}
