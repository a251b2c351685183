import { useQueries } from '@tanstack/react-query';
import type { PartSignature } from '@daihon/shared/script/partSignature';
import { api } from '../../../wire/http.ts';

/** What the scripts that are called declare, by id; those not known (yet) are missing. The same map until one of them changes. */
export function useParts(scriptIds: readonly string[]): ReadonlyMap<string, PartSignature> {
  return useQueries({
    queries: scriptIds.map((id) => ({
      queryKey: ['scripts', 'part', id],
      queryFn: () => api.get<PartSignature>(`/api/scripts/${encodeURIComponent(id)}/part`),
      staleTime: 30_000,
      retry: false,
    })),
    combine: byId,
  });
}

/** Outside of the hook: a new function each time would give a new map each time. */
function byId(results: readonly { data?: PartSignature | undefined }[]): ReadonlyMap<string, PartSignature> {
  return new Map(results.flatMap(({ data }) => (data === undefined ? [] : [[data.scriptId, data] as const])));
}
