import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Roster } from '@daihon/shared/receipts';
import type { VersionSummary } from '@daihon/shared/version';
import type { Page } from '@daihon/shared/wire/http';
import { api } from '../../wire/http.ts';
import { push } from '../../wire/push.ts';

export interface RosterAsk {
  scriptId: string;
  /** Null: the script's current release. */
  seq: number | null;
  missing: boolean;
  q: string;
}

const rowsPerPage = 100;

/** The roster, the missing ones first; what is shown of it follows what agents do. */
export function useRoster({ scriptId, seq, missing, q }: RosterAsk) {
  return useInfiniteQuery({
    queryKey: ['receipts', scriptId, seq, missing, q],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ limit: String(rowsPerPage) });
      if (seq !== null) query.set('seq', String(seq));
      if (missing) query.set('missing', '1');
      if (q !== '') query.set('q', q);
      if (pageParam !== null) query.set('cursor', pageParam);
      return api.get<Roster>(`/api/scripts/${encodeURIComponent(scriptId)}/receipts?${query.toString()}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** A release has thousands of receipts within a minute: asked again at most once in this time. */
const pauseMs = 1_000;

/** Asks again when somebody has received, opened or acknowledged this release, and after each time without a line. */
export function useLiveRoster(scriptId: string, seq: number | null): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: ['receipts', scriptId] });
      }, pauseMs);
    };
    const offs = [
      push.on('receipts', ({ seqs }) => {
        if (seq === null || seqs.includes(seq)) refresh();
      }),
      push.on('release', (event) => {
        if (event.scriptId === scriptId) refresh();
      }),
      push.subscribe(() => {
        if (push.status() === 'connected') refresh();
      }),
    ];
    return () => {
      clearTimeout(timer);
      offs.forEach((off) => off());
    };
  }, [client, scriptId, seq]);
}

/** The newest versions with a release, to choose from. */
export function useReleasedVersions(scriptId: string) {
  return useQuery({
    queryKey: ['receipts', scriptId, 'versions'],
    queryFn: async () => {
      const path = `/api/scripts/${encodeURIComponent(scriptId)}/versions?limit=100`;
      return (await api.get<Page<VersionSummary>>(path)).items.filter(({ seq }) => seq !== null);
    },
  });
}

export function useRemind(scriptId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (seq: number) =>
      api.post<{ reminded: number }>(`/api/scripts/${encodeURIComponent(scriptId)}/receipts/remind`, { seq }),
    onSettled: () => client.invalidateQueries({ queryKey: ['receipts', scriptId] }),
  });
}
