import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CreateSample, PatchSample, Sample } from '@daihon/shared/sample/sample';
import { useEffect } from 'react';
import { problemText } from '../../../ui/problemText.ts';
import { toast } from '../../../ui/toasts.ts';
import { api } from '../../../wire/http.ts';
import { push } from '../../../wire/push.ts';
import { useEditor } from '../session/context.ts';

const none: readonly Sample[] = [];

/** The sample callers of this script, as colleagues change them too. */
export function useSamples(): readonly Sample[] {
  const { scriptId } = useEditor().session;
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ['samples', scriptId],
    queryFn: async () => (await api.get<{ items: Sample[] }>(placeOf(scriptId))).items,
    staleTime: 60_000,
  });
  useEffect(
    () =>
      push.on('scriptNews', (news) => {
        if (news.scriptId !== scriptId || news.kind !== 'samples') return;
        void client.invalidateQueries({ queryKey: ['samples', scriptId] });
      }),
    [client, scriptId],
  );
  return data ?? none;
}

/** Writes to the list; what the server refuses is said. */
export function useSampleWrites() {
  const { scriptId } = useEditor().session;
  const client = useQueryClient();
  const place = placeOf(scriptId);
  const options = {
    onSuccess: () => client.invalidateQueries({ queryKey: ['samples', scriptId] }),
    onError: (problem: Error) => toast.error(problemText(problem)),
  };
  const create = useMutation({
    mutationFn: (sample: CreateSample) => api.post<Sample>(place, sample),
    ...options,
  });
  const change = useMutation({
    mutationFn: ({ id, ...patch }: PatchSample & { id: string }) =>
      api.patch<Sample>(`${place}/${id}`, patch),
    ...options,
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.del(`${place}/${id}`),
    ...options,
  });
  return { create, change, remove };
}

function placeOf(scriptId: string): string {
  return `/api/scripts/${encodeURIComponent(scriptId)}/samples`;
}
