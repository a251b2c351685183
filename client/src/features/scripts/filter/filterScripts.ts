import { addDays, isPast } from '@daihon/shared/days';
import { isWithin } from '@daihon/shared/folderPath';
import { builtInOf } from '@daihon/shared/labels';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { matchesQuery } from '../../../ui/foldText.ts';

export type StateFilter = 'all' | 'changed' | ScriptSummary['state'];
export const stateFilters = [
  'all',
  'published',
  'draft',
  'changed',
  'withdrawn',
  'archived',
] as const satisfies readonly StateFilter[];
export const reviewFilters = ['overdue', 'soon', 'none'] as const;
export type ReviewFilter = (typeof reviewFilters)[number];
export const updatedFilters = ['week', 'month', 'old'] as const;
export type UpdatedFilter = (typeof updatedFilters)[number];
export const sortKeys = ['updated', 'title', 'owner', 'review', 'published'] as const;
export type SortKey = (typeof sortKeys)[number];

/** How the address names the scripts that lie in no folder. */
export const unfiled = '/';

export interface ScriptFilter {
  q: string;
  state: StateFilter;
  label: string | null;
  /** Null: everywhere; `unfiled`: in no folder; else this folder and below. */
  folder: string | null;
  /** An account, `none`, or null for anybody's. */
  owner: string | null;
  review: ReviewFilter | null;
  updated: UpdatedFilter | null;
  sort: SortKey;
  descending: boolean;
}

/** The filter as the address says it; what it does not know it ignores. */
export function readFilter(params: URLSearchParams): ScriptFilter {
  const named = <T extends string>(name: string, known: readonly T[]): T | null =>
    known.find((each) => each === params.get(name)) ?? null;
  const sort = named('sort', sortKeys) ?? 'updated';
  return {
    q: params.get('q') ?? '',
    state: named('state', stateFilters) ?? 'all',
    label: params.get('label'),
    folder: params.get('folder') === '' ? null : params.get('folder'),
    owner: params.get('owner'),
    review: named('review', reviewFilters),
    updated: named('updated', updatedFilters),
    sort,
    descending: params.has('dir') ? params.get('dir') === 'desc' : startsDescending(sort),
  };
}

/** Dates of change start with the latest; names and due dates with the first. */
export function startsDescending(sort: SortKey): boolean {
  return sort === 'updated' || sort === 'published';
}

/** Filters that narrow the list beside search and folder. */
export function countFilters({ state, label, owner, review, updated }: ScriptFilter): number {
  return [state === 'all' ? null : state, label, owner, review, updated].filter((each) => each !== null)
    .length;
}

export interface FilterFacts {
  /** YYYY-MM-DD in Japan. */
  today: string;
  /** Scripts whose text the server has found; null while it is not known. */
  found: ReadonlySet<string> | null;
}

/** Archived scripts are shown only when asked for. */
export function filterScripts(
  scripts: readonly ScriptSummary[],
  filter: ScriptFilter,
  { today, found }: FilterFacts,
): ScriptSummary[] {
  return scripts
    .filter((script) => matchesState(script, filter.state))
    .filter((script) => filter.label === null || script.labels.map(builtInOf).includes(filter.label))
    .filter((script) => matchesFolder(script, filter.folder))
    .filter(({ owner }) => filter.owner === null || (owner?.id ?? 'none') === filter.owner)
    .filter((script) => matchesReview(script, filter.review, today))
    .filter((script) => matchesUpdated(script, filter.updated, today))
    .filter((script) => found?.has(script.id) === true || matchesQuery(searchedText(script), filter.q))
    .toSorted(compareBy(filter));
}

function searchedText({ title, labels, folder, owner }: ScriptSummary): string {
  return [title, ...labels, folder, owner?.name ?? ''].join(' ');
}

function matchesState(script: ScriptSummary, state: StateFilter): boolean {
  if (state === 'all') return script.state !== 'archived';
  if (state === 'changed') return script.unpublishedChanges && script.state !== 'archived';
  return script.state === state;
}

function matchesFolder(script: ScriptSummary, folder: string | null): boolean {
  if (folder === null) return true;
  return folder === unfiled ? script.folder === '' : isWithin(script.folder, folder);
}

export function matchesReview(
  { reviewDue }: ScriptSummary,
  review: ReviewFilter | null,
  today: string,
): boolean {
  if (review === null) return true;
  if (reviewDue === null) return review === 'none';
  if (review === 'overdue') return isPast(reviewDue, today);
  return review === 'soon' && !isPast(reviewDue, today) && reviewDue <= addDays(today, 30);
}

function matchesUpdated({ updatedAt }: ScriptSummary, updated: UpdatedFilter | null, today: string): boolean {
  if (updated === null) return true;
  const day = updatedAt.slice(0, 10);
  if (updated === 'old') return day < addDays(today, -180);
  return day >= addDays(today, updated === 'week' ? -7 : -30);
}

/** What has no value stands last either way; equal ones by title. */
function compareBy({ sort, descending }: ScriptFilter) {
  const valueOf = (script: ScriptSummary): string | null => {
    if (sort === 'title') return script.title;
    if (sort === 'owner') return script.owner?.name ?? null;
    if (sort === 'review') return script.reviewDue;
    return sort === 'published' ? script.publishedAt : script.updatedAt;
  };
  return (a: ScriptSummary, b: ScriptSummary): number => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (left === null || right === null) {
      return left === right ? byTitle(a, b) : left === null ? 1 : -1;
    }
    const order = left.localeCompare(right, 'ja', { numeric: true });
    return order === 0 ? byTitle(a, b) : descending ? -order : order;
  };
}

function byTitle(a: ScriptSummary, b: ScriptSummary): number {
  return a.title.localeCompare(b.title, 'ja', { numeric: true });
}
