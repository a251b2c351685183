import type { Colleague } from '@daihon/shared/account';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../../wire/http.ts';
import { useSession } from '../../../../wire/session.ts';

const nobody: readonly Colleague[] = [];

/** Everybody else who may answer a comment. */
export function usePeople(): readonly Colleague[] {
  const { id } = useSession();
  const { data } = useQuery({
    queryKey: ['people', 'comment.write'],
    queryFn: () => api.get<{ items: Colleague[] }>('/api/people?can=comment.write'),
    staleTime: 300_000,
    select: ({ items }) => items.filter((person) => person.id !== id),
  });
  return data ?? nobody;
}
