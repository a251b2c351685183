import type { MentionItem, ReadMentions } from '@daihon/shared/comment';
import type { Page } from '@daihon/shared/wire/http';
import type { InfiniteData } from '@tanstack/react-query';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../wire/http.ts';
import { push } from '../../wire/push.ts';

type MentionPage = Page<MentionItem> & { unread: number };

const queryKey = ['mentions'];
const perPage = 20;

/** One's own mentions, newest first, live: asked anew at each word of the push and after each reconnect. */
export function useMentions() {
  const queries = useQueryClient();
  const query = useInfiniteQuery({
    queryKey,
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      api.get<MentionPage>(`/api/mentions?limit=${perPage}${pageParam === '' ? '' : `&cursor=${pageParam}`}`),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 60_000,
  });
  useEffect(() => {
    const renew = () => void queries.invalidateQueries({ queryKey });
    const stops = [
      push.on('mention', ({ unread }) => {
        // The number is right at once; the lines follow.
        queries.setQueryData<InfiniteData<MentionPage>>(
          queryKey,
          (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, unread })) },
        );
        renew();
      }),
      push.subscribe(() => {
        if (push.status() === 'connected') renew();
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [queries]);
  const read = useMutation({
    mutationFn: (which: ReadMentions) => api.post('/api/mentions/read', which),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  return {
    items: query.data?.pages.flatMap(({ items }) => items) ?? [],
    unread: query.data?.pages[0]?.unread ?? 0,
    loaded: query.data !== undefined,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    read: (which: ReadMentions) => read.mutate(which),
  };
}
