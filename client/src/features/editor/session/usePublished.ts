import type { Script } from '@daihon/shared/script/schema';
import type { Version } from '@daihon/shared/version';
import { useQuery } from '@tanstack/react-query';
import { usePreferences } from '../../../app/preferences.ts';
import { api } from '../../../wire/http.ts';
import { changesQuery } from '../publish/changes.ts';
import { useEditor } from './context.ts';

export type Published = { number: number; script: Script } | null | 'unknown';

/** The current version of this script; null: never published. Immutable, so each is fetched once. */
export function usePublished(enabled: boolean): Published {
  const { scriptId } = useEditor().session;
  const { language } = usePreferences();
  const changes = useQuery({ ...changesQuery(scriptId, language), staleTime: 15_000, enabled });
  const number = changes.data?.base ?? null;
  const { data } = useQuery({
    queryKey: ['published', scriptId, number],
    queryFn: () => api.get<Version>(`/api/scripts/${encodeURIComponent(scriptId)}/versions/${number}`),
    enabled: enabled && number !== null,
    staleTime: Infinity,
  });
  if (changes.data === undefined) return 'unknown';
  if (number === null) return null;
  return data ?? 'unknown';
}
