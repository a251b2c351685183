import { createContext, useContext } from 'react';
import type { Script } from '@daihon/shared/script/schema';

/** What every part of a printed script needs. */
export interface BookletReading {
  script: Script;
  numbers: ReadonlyMap<string, number>;
  /** Titles of the called scripts by id. */
  calls: Readonly<Record<string, string>>;
}

export const BookletContext = createContext<BookletReading | null>(null);

export function useBooklet(): BookletReading {
  const reading = useContext(BookletContext);
  if (reading === null) throw new Error('useBooklet is for parts of a printed script');
  return reading;
}
