import { useEffect, useState } from 'react';
import type { Page } from '@daihon/shared/wire/http';
import type { FoundScript } from '@daihon/shared/wire/library';
import { api } from '../../../wire/http.ts';

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
const nothing: Elsewhere = { found: [], state: 'idle' };

/** Searches the published scripts but this one, a moment after the last key. An answer that comes late is not shown. */
export function useElsewhere(query: string, exceptScriptId: string | null): Elsewhere {
  const [state, setState] = useState<Elsewhere>(nothing);
  const sought = query.trim();
  useEffect(() => {
    if (sought === '') {
      setState(nothing);
      return;
    }
    let wanted = true;
    const show = (next: Elsewhere) => {
      if (wanted) setState(next);
    };
    setState((before) => ({ ...before, state: 'asking' }));
    const timer = setTimeout(() => {
      api.get<Page<FoundScript>>(`/api/search/scripts?q=${encodeURIComponent(sought)}`).then(
        ({ items }) => show({ found: stepsOf(items, exceptScriptId), state: 'done' }),
        () => show({ found: [], state: 'failed' }),
      );
    }, restMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [sought, exceptScriptId]);
  return state;
}

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

/** What will be filled in, as a gap: nobody reads a key out. The excerpt may end inside of one. */
function withoutKeys(text: string): string {
  return text.replace(/(?:\{\{|｛｛)[^}｝]*(?:\}\}|｝｝|$)/gu, '＿＿');
}
