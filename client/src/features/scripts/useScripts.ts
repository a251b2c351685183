import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CreateScript, PatchScript, ScriptSummary } from '@daihon/shared/wire/http';
import { fetchAll } from '../../wire/fetchAll.ts';
import { api } from '../../wire/http.ts';
import { push } from '../../wire/push.ts';

const key = ['scripts'];

/** The scripts this account may see; a release or a withdrawal brings the list up to date. */
export function useScripts() {
  const client = useQueryClient();
  useEffect(() => {
    const refresh = () => void client.invalidateQueries({ queryKey: key });
    const offs = [push.on('release', refresh), push.on('withdrawn', refresh)];
    return () => offs.forEach((off) => off());
  }, [client]);
  return useQuery({ queryKey: key, queryFn: () => fetchAll<ScriptSummary>('/api/scripts') });
}

export interface TemplateSummary {
  id: string;
  title: string;
  language: 'ja' | 'en';
  description: string;
}

export function useTemplates(enabled: boolean) {
  return useQuery({
    queryKey: ['templates'],
    queryFn: () => api.get<TemplateSummary[]>('/api/templates'),
    enabled,
    staleTime: Infinity,
  });
}

export function useCreateScript() {
  return useChange((ask: CreateScript) => api.post<ScriptSummary>('/api/scripts', ask));
}

export function usePatchScript() {
  return useChange(({ id, ...ask }: PatchScript & { id: string }) =>
    api.patch<ScriptSummary>(`/api/scripts/${id}`, ask),
  );
}

export function useRemoveScript() {
  return useChange(({ id }: { id: string }) => api.del(`/api/scripts/${id}`));
}

function useChange<Ask, Answer>(mutationFn: (ask: Ask) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: key }) });
}
