import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Script } from '@daihon/shared/script/schema';
import type { Version, VersionDiff, VersionSummary } from '@daihon/shared/version';
import type { Page, ScriptSummary } from '@daihon/shared/wire/http';
import { usePreferences } from '../../app/preferences.ts';
import { api } from '../../wire/http.ts';
import { push } from '../../wire/push.ts';
import type { Side } from './comparison.ts';

const keyOf = (scriptId: string) => ['script', scriptId];

export function useScript(scriptId: string) {
  return useQuery({
    queryKey: [...keyOf(scriptId), 'summary'],
    queryFn: () => api.get<ScriptSummary>(`/api/scripts/${scriptId}`),
  });
}

/** The history, newest first, fifty at a time; a new release comes in by itself. */
export function useVersions(scriptId: string) {
  const client = useQueryClient();
  useEffect(() => {
    const anew = (event: { scriptId: string }) => {
      if (event.scriptId === scriptId) void client.invalidateQueries({ queryKey: keyOf(scriptId) });
    };
    const stops = [push.on('release', anew), push.on('withdrawn', anew)];
    return () => stops.forEach((stop) => stop());
  }, [client, scriptId]);
  return useInfiniteQuery({
    queryKey: [...keyOf(scriptId), 'versions'],
    queryFn: ({ pageParam }) => {
      const cursor = pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`;
      return api.get<Page<VersionSummary>>(`/api/scripts/${scriptId}/versions?limit=50${cursor}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** Two versions never change, so their difference is kept; against the draft it is asked anew each time. */
export function useDiff(scriptId: string, from: number | null, to: Side) {
  const { language } = usePreferences();
  return useQuery({
    queryKey: [...keyOf(scriptId), 'diff', from, to, language],
    queryFn: () =>
      api.get<VersionDiff>(`/api/scripts/${scriptId}/versions/${from ?? 0}/diff/${to}?language=${language}`),
    enabled: from !== null,
    staleTime: to === 'draft' ? 0 : Infinity,
  });
}

/** What a version holds, or the draft as it stands. */
export function useContent(scriptId: string, side: Side) {
  return useQuery({
    queryKey: [...keyOf(scriptId), 'content', side],
    queryFn: async () =>
      side === 'draft'
        ? api.get<Script>(`/api/scripts/${scriptId}/draft`)
        : (await api.get<Version>(`/api/scripts/${scriptId}/versions/${side}`)).script,
    staleTime: side === 'draft' ? 0 : Infinity,
  });
}

/** Where an older state is taken from: a published version, or a point of the draft's timeline. */
export type RestoreSource = { version: number } | { point: string };

/** The source against the draft, with what a restore may name as looked at. */
export function useDraftDiff(scriptId: string, source: RestoreSource) {
  const { language } = usePreferences();
  const path = `/api/scripts/${scriptId}/${pathOf(source)}`;
  const diff = 'version' in source ? 'diff/draft' : 'diff';
  return useQuery({
    queryKey: [...keyOf(scriptId), 'draftDiff', source, language],
    queryFn: () => api.get<Omit<VersionDiff, 'from' | 'to'>>(`${path}/${diff}?language=${language}`),
    staleTime: 0,
    gcTime: 0,
  });
}

export function useRestore(scriptId: string, source: RestoreSource) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (ask: { stepId?: string; state?: string }) =>
      api.post<{ pointId: string }>(`/api/scripts/${scriptId}/${pathOf(source)}/restore`, ask),
    onSettled: () => client.invalidateQueries({ queryKey: keyOf(scriptId) }),
  });
}

/** Takes a restore back by the point before it; returns the names of what was changed since and stays. */
export async function undoRestore(scriptId: string, pointId: string): Promise<readonly string[]> {
  const { kept } = await api.post<{ kept: string[] }>(`/api/scripts/${scriptId}/points/${pointId}/undo`);
  return kept;
}

function pathOf(source: RestoreSource): string {
  return 'version' in source ? `versions/${source.version}` : `points/${source.point}`;
}
