import { createContext, useContext } from 'react';
import type { Script } from '@daihon/shared/script/schema';

/** What every part of a shown version needs. */
export interface Reader {
  script: Script;
  /** The number of each step, as the editor shows it. */
  numbers: ReadonlyMap<string, number>;
  query: string;
  /** Address of a step of the same version. */
  addressOf: (stepId: string) => { search: string; hash: string };
  /** Called before going to a step: the search would hide it. */
  onGo: () => void;
}

export const ReaderContext = createContext<Reader | null>(null);

export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (reader === null) throw new Error('useReader is for parts of a shown version');
  return reader;
}
