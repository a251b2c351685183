import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { LogRow } from '@daihon/shared/log';
import type { Page, ScriptSummary } from '@daihon/shared/wire/http';
import { fetchAll } from '../../wire/fetchAll.ts';
import { api } from '../../wire/http.ts';
import { queryOf, writeAsk } from './logFilter.ts';
import type { LogAsk } from './logFilter.ts';

const rowsPerPage = '100';

/** A log, newest first. The moment of asking is part of it, so that later pages belong to the same period. */
export function useLog(ask: LogAsk, askedAt: Date) {
  return useInfiniteQuery({
    queryKey: ['log', writeAsk(ask).toString(), askedAt.getTime()],
    queryFn: ({ pageParam }) => {
      const query = queryOf(ask, askedAt);
      query.set('limit', rowsPerPage);
      if (pageParam !== null) query.set('cursor', pageParam);
      return api.get<Page<LogRow>>(`/api/logs/${ask.name}?${query.toString()}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 60_000,
  });
}

export function csvPath(ask: LogAsk, askedAt: Date, encoding: 'utf-8' | 'sjis', lang: string): string {
  const query = queryOf(ask, askedAt);
  query.set('lang', lang);
  if (encoding === 'sjis') query.set('encoding', encoding);
  return `/api/logs/${ask.name}.csv?${query.toString()}`;
}

export function useScriptTitles() {
  return useQuery({
    queryKey: ['scripts'],
    queryFn: () => fetchAll<ScriptSummary>('/api/scripts'),
    staleTime: 60_000,
  });
}
