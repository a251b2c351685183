import type { ScriptSummary } from '@daihon/shared/wire/http';
import { matchesQuery } from '../../ui/foldText.ts';
import { builtInOf } from './labels.ts';

export type StateFilter = 'all' | 'changed' | ScriptSummary['state'];
export const stateFilters = [
  'all',
  'published',
  'draft',
  'changed',
  'withdrawn',
  'archived',
] as const satisfies readonly StateFilter[];

export interface ScriptFilter {
  q: string;
  state: StateFilter;
  label: string | null;
}

/** The filter as the address says it; what it does not know it ignores. */
export function readFilter(params: URLSearchParams): ScriptFilter {
  const state = params.get('state');
  return {
    q: params.get('q') ?? '',
    state: stateFilters.find((each) => each === state) ?? 'all',
    label: params.get('label'),
  };
}

/** Newest change first. Archived scripts are shown only when asked for. */
export function filterScripts(scripts: readonly ScriptSummary[], filter: ScriptFilter): ScriptSummary[] {
  return scripts
    .filter((script) => matchesState(script, filter.state))
    .filter((script) => filter.label === null || script.labels.map(builtInOf).includes(filter.label))
    .filter((script) => matchesQuery(script.title, filter.q))
    .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}

function matchesState(script: ScriptSummary, state: StateFilter): boolean {
  if (state === 'all') return script.state !== 'archived';
  if (state === 'changed') return script.unpublishedChanges && script.state !== 'archived';
  return script.state === state;
}
