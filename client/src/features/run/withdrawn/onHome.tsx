import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy } from 'react';
import type { WithdrawnEvent } from '@daihon/shared/wire/events';
import { api } from '../../../wire/http.ts';

const List = lazy(() => import('./Withdrawals.tsx'));

/** On the agent's list: what is out of use now, the latest first. Seldom anything, so the list comes only then. */
export function Withdrawals() {
  const { data } = useQuery({
    queryKey: ['run', 'withdrawals'],
    queryFn: () => api.get<{ items: WithdrawnEvent[] }>('/api/withdrawals'),
  });
  return (
    data?.items[0] !== undefined && (
      <Suspense>
        <List items={data.items} />
      </Suspense>
    )
  );
}
