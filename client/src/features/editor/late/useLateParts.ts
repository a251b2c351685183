import { useEffect } from 'react';
import { whenIdle } from '../../../ui/whenIdle.ts';
import { loadLateParts } from './lateParts.ts';

/** Brings what is not there at first when the page has come to rest. */
export function useLateParts(): void {
  useEffect(() => whenIdle(loadLateParts), []);
}
