import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Call } from '@daihon/shared/call';
import type { Feed, FeedItem, ReminderEvent } from '@daihon/shared/wire/events';
import type { Page, ScriptSummary } from '@daihon/shared/wire/http';
import { fetchAll } from '../../../wire/fetchAll.ts';
import { api } from '../../../wire/http.ts';
import { push } from '../../../wire/push.ts';
import { reading } from './reading.ts';

/** Asks again for everything on the page when something was released; what was caught up in one go counts as one. */
export function useFreshHome(): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void client.invalidateQueries({ queryKey: ['run'] }), gatherMs);
    };
    const offs = [
      push.on('release', refresh),
      push.on('withdrawn', refresh),
      push.on('reminder', refresh),
      // A reminder that came while there was no line is in the answer of the server alone.
      push.subscribe(() => {
        if (push.status() === 'connected') void client.invalidateQueries({ queryKey: ['run', 'mine'] });
      }),
    ];
    return () => {
      clearTimeout(timer);
      offs.forEach((off) => off());
    };
  }, [client]);
}

const gatherMs = 30;

/** Tells that a supervisor asks for an acknowledgement, on the list and in a call. */
export function useReminders(tell: (event: ReminderEvent) => void): void {
  const told = useRef(tell);
  useEffect(() => {
    told.current = tell;
  });
  useEffect(() => push.on('reminder', (event) => told.current(event)), []);
}

export function useScripts() {
  return useQuery({
    queryKey: ['run', 'scripts'],
    queryFn: async () => {
      const scripts = await fetchAll<ScriptSummary>('/api/scripts');
      return scripts.filter(
        ({ publishedVersion, state }) => publishedVersion !== null && state === 'published',
      );
    },
  });
}

export function useOpenCalls() {
  return useQuery({
    queryKey: ['run', 'calls'],
    queryFn: async () => (await api.get<Page<Call>>('/api/calls?open=1&limit=20')).items,
    staleTime: 0,
  });
}

/** The tenant's releases and withdrawals, newest first. */
export function useReleases() {
  return useQuery({ queryKey: ['run', 'releases'], queryFn: readReleases });
}

export async function readReleases(): Promise<FeedItem[]> {
  const items: FeedItem[] = [];
  for (let since = 0, pages = 0; pages < mostPages; pages += 1) {
    const feed = await api.get<Feed>(`/api/releases?since=${since}`);
    items.push(...feed.items);
    const last = feed.items.at(-1)?.seq ?? feed.seq;
    if (last >= feed.seq) break;
    since = last;
  }
  return items.reverse();
}

/** The feed gives a thousand at a time. */
const mostPages = 20;

/** Re-renders when what this account has read, starred or confirmed changes. */
export function useReading(): typeof reading {
  useSyncExternalStore(reading.subscribe, reading.stamp);
  return reading;
}
