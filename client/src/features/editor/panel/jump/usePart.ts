import { useQuery } from '@tanstack/react-query';
import type { Script } from '@daihon/shared/script/schema';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { api } from '../../../../wire/http.ts';
import { useOtherScripts } from '../../session/useOtherScripts.ts';

export interface Part {
  script: Script | null;
  state: 'ready' | 'loading' | 'failed' | 'unpublished';
}

/** The published version of a script that is called: what runs is what counts. */
export function usePart(scriptId: string): Part {
  const others = useOtherScripts(true);
  const number = others?.find(({ id }: ScriptSummary) => id === scriptId)?.publishedVersion ?? null;
  const { data, isError } = useQuery({
    queryKey: ['part', scriptId, number],
    queryFn: () => api.get<{ script: Script }>(`/api/scripts/${scriptId}/versions/${number}`),
    enabled: number !== null,
    staleTime: Infinity,
  });
  if (data !== undefined) return { script: data.script, state: 'ready' };
  if (isError) return { script: null, state: 'failed' };
  return { script: null, state: others !== null && number === null ? 'unpublished' : 'loading' };
}
