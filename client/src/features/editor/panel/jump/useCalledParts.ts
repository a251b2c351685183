import { useQuery } from '@tanstack/react-query';
import type { ScriptStatus } from '@daihon/shared/wire/library';
import { api } from '../../../../wire/http.ts';

/** The scripts that others call; none while that is not known. */
export function useCalledParts(): ReadonlySet<string> {
  const { data } = useQuery({
    queryKey: ['scripts', 'called'],
    queryFn: () => api.get<{ items: ScriptStatus[] }>('/api/status/scripts'),
    staleTime: 60_000,
  });
  return new Set((data?.items ?? []).flatMap(({ id, usedBy }) => (usedBy > 0 ? [id] : [])));
}
