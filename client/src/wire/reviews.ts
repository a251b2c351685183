import { useQuery } from '@tanstack/react-query';
import { api } from './http.ts';

const everyMs = 10 * 60_000;

/** How many scripts are past their review date, and how many of those are one's own; undefined until it is known. */
export function useReviewCount(enabled: boolean): { overdue: number; own: number } | undefined {
  return useQuery({
    queryKey: ['reviews'],
    queryFn: () => api.get<{ overdue: number; own: number }>('/api/reviews/count'),
    enabled,
    staleTime: 60_000,
    refetchInterval: everyMs,
  }).data;
}
