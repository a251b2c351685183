import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { PointDiff, TimelineEntry, TimelinePoint } from '@daihon/shared/wire/points';
import type { Page } from '@daihon/shared/wire/http';
import { useMessages } from '../../../app/i18n.ts';
import { usePreferences } from '../../../app/preferences.ts';
import { api } from '../../../wire/http.ts';
import { timelineMessages } from './messages.ts';

/** Newest first; what happens meanwhile is asked for again when the page is looked at. */
export function useTimeline(scriptId: string) {
  return useInfiniteQuery({
    queryKey: ['timeline', scriptId],
    queryFn: ({ pageParam }) => {
      const cursor = pageParam === null ? '' : `?cursor=${encodeURIComponent(pageParam)}`;
      return api.get<Page<TimelineEntry>>(`/api/scripts/${scriptId}/timeline${cursor}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
}

export function usePointDiff(scriptId: string, pointId: string) {
  const { language } = usePreferences();
  return useQuery({
    queryKey: ['timeline', scriptId, 'point', pointId, language],
    queryFn: () => api.get<PointDiff>(`/api/scripts/${scriptId}/points/${pointId}/diff?language=${language}`),
    staleTime: 0,
  });
}

/** What a point is called, in the reader's language; those from before points said why as they were called then. */
export function usePointName(): (point: Pick<TimelinePoint, 'kind' | 'values'>) => string {
  const t = useMessages(timelineMessages);
  return ({ kind, values }) => (kind === 'older' ? (values.name ?? t('point')) : t(`name.${kind}`, values));
}
