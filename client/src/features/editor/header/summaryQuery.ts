import type { ScriptSummary } from '@daihon/shared/wire/http';
import { api } from '../../../wire/http.ts';

/** What the list of scripts knows of one. */
export function summaryQuery(scriptId: string) {
  return {
    queryKey: ['script', scriptId, 'summary'],
    queryFn: () => api.get<ScriptSummary>(`/api/scripts/${scriptId}`),
  };
}
