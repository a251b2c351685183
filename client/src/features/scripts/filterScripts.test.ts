import { describe, expect, it } from 'vitest';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { filterScripts, readFilter } from './filterScripts.ts';

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

describe('the list of scripts', () => {
  const list = [
    script('解約抑止', { updatedAt: '2026-11-02T00:00:00Z', labels: ['秘'] }),
    script('カード紛失', { unpublishedChanges: true, updatedAt: '2026-11-03T00:00:00Z' }),
    script('旧・督促', { state: 'archived' }),
  ];

  it('shows the newest change first and leaves archived ones out', () => {
    expect(titles(filterScripts(list, nothing))).toEqual(['カード紛失', '解約抑止']);
  });
  it('finds archived ones when asked', () => {
    expect(titles(filterScripts(list, { ...nothing, state: 'archived' }))).toEqual(['旧・督促']);
  });
  it('filters by what waits to be published, by label and by title', () => {
    expect(titles(filterScripts(list, { ...nothing, state: 'changed' }))).toEqual(['カード紛失']);
    expect(titles(filterScripts(list, { ...nothing, label: '秘' }))).toEqual(['解約抑止']);
    expect(titles(filterScripts(list, { ...nothing, q: 'かーど' }))).toEqual(['カード紛失']);
  });
  it('ignores a state in the address that does not exist', () => {
    expect(readFilter(new URLSearchParams('state=nonsense')).state).toBe('all');
  });
});
