import { describe, expect, it } from 'vitest';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { filterScripts, readFilter, unfiled } from './filterScripts.ts';
import type { FilterFacts, ScriptFilter } from './filterScripts.ts';

const script = (title: string, facts: Partial<ScriptSummary> = {}): ScriptSummary => ({
  id: title,
  title,
  folder: '',
  labels: [],
  state: 'published',
  publishedVersion: 1,
  publishedAt: null,
  publishedHash: null,
  unpublishedChanges: false,
  updatedAt: '2026-11-01T00:00:00Z',
  owner: null,
  reviewDue: null,
  reviewEveryMonths: null,
  reviewedAt: null,
  lastEdit: null,
  ...facts,
});
const titles = (list: ScriptSummary[]) => list.map(({ title }) => title);
const nothing = readFilter(new URLSearchParams());

const facts: FilterFacts = { today: '2026-11-24', found: null };
const found = (list: ScriptSummary[], filter: Partial<ScriptFilter>, more: Partial<FilterFacts> = {}) =>
  titles(filterScripts(list, { ...nothing, ...filter }, { ...facts, ...more }));

describe('the list of scripts', () => {
  const list = [
    script('解約抑止', {
      updatedAt: '2026-11-02T00:00:00Z',
      labels: ['秘'],
      folder: '受電/解約',
      owner: { id: 'sato', name: '佐藤' },
      reviewDue: '2026-11-23',
    }),
    script('カード紛失', {
      unpublishedChanges: true,
      updatedAt: '2026-11-23T00:00:00Z',
      folder: '受電',
      reviewDue: '2026-12-20',
    }),
    script('旧・督促', { state: 'archived' }),
  ];

  it('shows the newest change first and leaves archived ones out', () => {
    expect(found(list, {})).toEqual(['カード紛失', '解約抑止']);
  });
  it('finds archived ones when asked', () => {
    expect(found(list, { state: 'archived' })).toEqual(['旧・督促']);
  });
  it('filters by what waits to be published, by label, by owner and by title', () => {
    expect(found(list, { state: 'changed' })).toEqual(['カード紛失']);
    expect(found(list, { label: '秘' })).toEqual(['解約抑止']);
    expect(found(list, { owner: 'sato' })).toEqual(['解約抑止']);
    expect(found(list, { owner: 'none' })).toEqual(['カード紛失']);
    expect(found(list, { q: 'かーど' })).toEqual(['カード紛失']);
  });
  it('takes a folder with all that lies below it', () => {
    expect(found(list, { folder: '受電' })).toHaveLength(2);
    expect(found(list, { folder: '受電/解約' })).toEqual(['解約抑止']);
    expect(found(list, { folder: unfiled })).toEqual([]);
  });
  it('tells what is past its review date from what comes soon', () => {
    expect(found(list, { review: 'overdue' })).toEqual(['解約抑止']);
    expect(found(list, { review: 'soon' })).toEqual(['カード紛失']);
    expect(found(list, { updated: 'week' })).toEqual(['カード紛失']);
  });
  it('shows what the server found in the texts beside what the titles say', () => {
    expect(found(list, { q: '無い言葉' }, { found: new Set(['解約抑止']) })).toEqual(['解約抑止']);
  });
  it('sorts either way, what has no value last', () => {
    const sort = { sort: 'owner' as const };
    expect(found(list, { ...sort, descending: false })).toEqual(['解約抑止', 'カード紛失']);
    expect(found(list, { ...sort, descending: true })).toEqual(['解約抑止', 'カード紛失']);
    expect(found(list, { sort: 'review', descending: false })).toEqual(['解約抑止', 'カード紛失']);
  });
  it('ignores what the address says and does not exist', () => {
    expect(readFilter(new URLSearchParams('state=nonsense&sort=size'))).toEqual(nothing);
  });
});
