import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { WalkScript } from '@daihon/shared/script/walk/state';
import { WalkContext } from '../../../script/walk/walkContext.ts';
import type { RunningWalk } from '../../../script/walk/walkContext.ts';
import { usePolicy } from '../../../wire/policy.ts';
import { useCall } from './callContext.ts';
import { loadCurrent, walkScriptOf } from './loadVersion.ts';

/** Hands the call's walk to the parts that a trial run shows too. */
export function CallWalk({ children }: { children: ReactNode }) {
  const { store, view } = useCall();
  const { walk, lost } = view;
  const { pages, outcomes } = usePolicy() ?? nothing;
  const running = useMemo(
    (): RunningWalk => ({ walk, move: (make) => store.move(make), locked: lost, pages, outcomes, load }),
    [walk, store, lost, pages, outcomes],
  );
  return <WalkContext value={running}>{children}</WalkContext>;
}

const nothing = { pages: [], outcomes: [] };

async function load(scriptId: string): Promise<WalkScript | null> {
  const version = await loadCurrent(scriptId);
  return version === null ? null : walkScriptOf(version);
}
