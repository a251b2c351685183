import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Page } from '@daihon/shared/wire/http';
import type { FoundScript } from '@daihon/shared/wire/library';
import { api } from '../../../wire/http.ts';
import { withoutKeys } from './withoutKeys.ts';

/** A step of another published script in which the words were found. */
export interface FoundElsewhere {
  scriptId: string;
  script: string;
  stepId: string;
  title: string;
  excerpt: string;
}

export interface Elsewhere {
  found: readonly FoundElsewhere[];
  /** `failed`: the other scripts cannot be searched now (no network). */
  state: 'idle' | 'asking' | 'done' | 'failed';
}

const restMs = 120;
const freshMs = 10_000;

/** Searches the published scripts but this one, a moment after the last key. An answer that comes late is not shown. */
export function useElsewhere(query: string, exceptScriptId: string | null): Elsewhere {
  const typed = query.trim();
  const [sought] = useDebouncedValue(typed, restMs);
  const { data, status } = useQuery({
    queryKey: ['run', 'search', sought],
    queryFn: () => api.get<Page<FoundScript>>(`/api/search/scripts?q=${encodeURIComponent(sought)}`),
    enabled: sought !== '',
    staleTime: freshMs,
    retry: false,
    networkMode: 'always',
    placeholderData: (before) => before,
  });
  if (typed === '') return { found: [], state: 'idle' };
  if (status === 'error') return { found: [], state: 'failed' };
  const found = data === undefined ? [] : stepsOf(data.items, exceptScriptId);
  return { found, state: sought === typed && status === 'success' ? 'done' : 'asking' };
}

/** The first line found of each step. */
function stepsOf(scripts: readonly FoundScript[], exceptScriptId: string | null): FoundElsewhere[] {
  return scripts
    .filter(({ id }) => id !== exceptScriptId)
    .flatMap(({ id, title, lines }) => {
      const steps = new Map<string, FoundElsewhere>();
      for (const { stepId, stepTitle, excerpt } of lines)
        if (stepId !== null && !steps.has(stepId))
          steps.set(stepId, {
            scriptId: id,
            script: title,
            stepId,
            title: withoutKeys(stepTitle),
            excerpt: withoutKeys(excerpt),
          });
      return [...steps.values()];
    });
}
