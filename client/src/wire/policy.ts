import { useQuery } from '@tanstack/react-query';
import type { Policy } from '@daihon/shared/settings';
import { api } from './http.ts';

export const policyKey = ['policy'];

/** What the tenant has decided for everyone (calendar, wording, labels, outcome codes …); undefined until it is loaded. */
export function usePolicy(): Policy | undefined {
  return useQuery({
    queryKey: policyKey,
    queryFn: () => api.get<Policy>('/api/policy'),
    staleTime: 60_000,
  }).data;
}
