import type { Page } from '@daihon/shared/wire/http';
import type { ScriptUse } from '@daihon/shared/wire/library';
import { api } from './http.ts';

/** The scripts that call this one (SPEC 6). */
export function usesQuery(scriptId: string) {
  return {
    queryKey: ['script-uses', scriptId],
    queryFn: async () =>
      (await api.get<Page<ScriptUse>>(`/api/scripts/${encodeURIComponent(scriptId)}/uses`)).items,
  };
}
