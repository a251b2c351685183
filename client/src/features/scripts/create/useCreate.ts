import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Script } from '@daihon/shared/script/schema';
import type { CreateScript, ScriptSummary } from '@daihon/shared/wire/http';
import { fetchAll } from '../../../wire/fetchAll.ts';
import { api } from '../../../wire/http.ts';

export interface TemplateSummary {
  id: string;
  title: string;
  language: 'ja' | 'en';
  description: string;
}

export interface TemplateView extends TemplateSummary {
  script: Script;
  samples: { id: string; name: string; outcome: string; answers: number }[];
}

export function useTemplates() {
  return useQuery({
    queryKey: ['templates'],
    queryFn: () => api.get<TemplateSummary[]>('/api/templates'),
    staleTime: Infinity,
  });
}

export function useTemplate(id: string) {
  return useQuery({
    queryKey: ['templates', id],
    queryFn: () => api.get<TemplateView>(`/api/templates/${id}`),
    staleTime: Infinity,
  });
}

export function useCopyable() {
  return useQuery({ queryKey: ['scripts'], queryFn: () => fetchAll<ScriptSummary>('/api/scripts') });
}

export function useCreate() {
  return useNew((ask: Partial<CreateScript>) => api.post<ScriptSummary>('/api/scripts', ask));
}

export function useCopy() {
  return useNew(({ id, title }: { id: string; title: string }) =>
    api.post<ScriptSummary>(`/api/scripts/${id}/duplicate`, { title }),
  );
}

function useNew<Ask>(mutationFn: (ask: Ask) => Promise<ScriptSummary>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: ['scripts'] }) });
}
