import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Page, ScriptSummary } from '@daihon/shared/wire/http';
import type { FoundScript, ScriptStatus } from '@daihon/shared/wire/library';
import { fetchAll } from '../../../wire/fetchAll.ts';
import { api } from '../../../wire/http.ts';
import { push } from '../../../wire/push.ts';

export const scriptsKey = ['scripts'];

/** The scripts this account may see; a release or a withdrawal brings the list up to date. */
export function useScripts() {
  const client = useQueryClient();
  useEffect(() => {
    const refresh = () => void client.invalidateQueries({ queryKey: scriptsKey });
    const offs = [push.on('release', refresh), push.on('withdrawn', refresh)];
    return () => offs.forEach((off) => off());
  }, [client]);
  return useQuery({ queryKey: scriptsKey, queryFn: () => fetchAll<ScriptSummary>('/api/scripts') });
}

/** Scripts whose text holds the words, with the lines that do. The earlier answer stands until the next is there. */
export function useTextSearch(q: string) {
  const query = q.trim();
  return useQuery({
    queryKey: ['script-search', query],
    queryFn: async () => {
      const page = await api.get<Page<FoundScript>>(`/api/search/scripts?q=${encodeURIComponent(query)}`);
      return new Map(page.items.map((found) => [found.id, found]));
    },
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
}

const statusEveryMs = 20_000;

/** Who is in which draft now, and what the checks say; asked anew while the page is looked at. */
export function useStatus(enabled: boolean) {
  return useQuery({
    queryKey: ['script-status'],
    queryFn: async () => {
      const page = await api.get<Page<ScriptStatus>>('/api/status/scripts');
      return new Map(page.items.map((status) => [status.id, status]));
    },
    enabled,
    refetchInterval: statusEveryMs,
  });
}

/** A change of scripts: afterwards list, folders, bin and counts are asked anew. */
export function useChange<Ask, Answer>(mutationFn: (ask: Ask) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => {
      for (const key of [scriptsKey, ['folders'], ['bin'], ['reviews'], ['script-status']]) {
        void client.invalidateQueries({ queryKey: key });
      }
    },
  });
}
