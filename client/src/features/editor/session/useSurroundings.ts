import { surroundingsOf } from '@daihon/shared/calendar/surroundings';
import type { Surroundings } from '@daihon/shared/calendar/surroundings';
import { useMemo, useState } from 'react';
import { usePolicy } from '../../../wire/policy.ts';

/** The tenant's calendar and tax at the time the part was opened, for trying rules; undefined until they are loaded. */
export function useSurroundings(): Surroundings | undefined {
  const policy = usePolicy();
  const [now] = useState(() => new Date().toISOString());
  return useMemo(() => (policy === undefined ? undefined : surroundingsOf(policy, now)), [policy, now]);
}
