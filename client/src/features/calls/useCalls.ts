import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import type { Call } from '@daihon/shared/call';
import type { Script } from '@daihon/shared/script/schema';
import type { Version } from '@daihon/shared/version';
import type { Page, ScriptSummary } from '@daihon/shared/wire/http';
import { api } from '../../wire/http.ts';
import { versionsOf } from './callPath.ts';

/** Everybody's calls, newest first; those that ran on one script or one version of it. */
export function useCalls({ scriptId, version }: { scriptId: string | null; version: string | null }) {
  return useInfiniteQuery({
    queryKey: ['calls', scriptId, version],
    queryFn: ({ pageParam }) => {
      const ask = new URLSearchParams({ limit: '50' });
      if (scriptId !== null) ask.set('scriptId', scriptId);
      if (version !== null) ask.set('version', version);
      if (pageParam !== null) ask.set('cursor', pageParam);
      return api.get<Page<Call>>(`/api/calls?${ask.toString()}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
}

export function useCall(callId: string) {
  return useQuery({
    queryKey: ['calls', 'one', callId],
    queryFn: () => api.get<Call>(`/api/calls/${encodeURIComponent(callId)}`),
    staleTime: 0,
  });
}

/** The versions that a call ran on, by `scriptId@version`; those that cannot be had are missing. */
export function useCallScripts(call: Call): ReadonlyMap<string, Script> {
  const places = versionsOf(call);
  const results = useQueries({
    queries: places.map(({ scriptId, version }) => ({
      queryKey: ['script', scriptId, 'content', version],
      queryFn: async () => (await api.get<Version>(`/api/scripts/${scriptId}/versions/${version}`)).script,
      staleTime: Infinity,
      retry: false,
    })),
  });
  return new Map(
    places.flatMap(({ scriptId, version }, index): [string, Script][] => {
      const script = results[index]?.data;
      return script === undefined ? [] : [[`${scriptId}@${version}`, script]];
    }),
  );
}

/** What a script is called now; its id where it can no longer be read. */
export function useScriptTitle(scriptId: string): string {
  const query = useQuery({
    queryKey: ['script', scriptId, 'summary'],
    queryFn: () => api.get<ScriptSummary>(`/api/scripts/${scriptId}`),
    retry: false,
  });
  return query.data?.title ?? scriptId;
}
