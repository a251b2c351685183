import { scriptOf, stepOf, to } from '@daihon/shared/script/script.fixture';
import { describe, expect, it } from 'vitest';
import { entryCounts, outlineRows, parentOf, unfoldable } from './rows.ts';

const script = scriptOf(
  [
    stepOf('s1', { title: 'ホンニン確認', group: 'g', choices: to('s2', 's3') }),
    stepOf('s2', { title: 'ご注文', group: 'g', choices: to('s1', 's2') }),
    stepOf('s3', { title: '終話' }),
  ],
  { groups: [{ id: 'g', title: '受付' }] },
);
const nothing = new Set<string>();
const rows = (options: Partial<Parameters<typeof outlineRows>[1]> = {}) =>
  outlineRows(script, { folded: nothing, unfolded: nothing, filter: '', ...options });

describe('the rows of the outline', () => {
  it('are groups, steps and unfolded choices, each with its place for screen readers', () => {
    const shown = rows({ unfolded: new Set(['step:s1']) });
    expect(shown.map(({ id, level, place, siblings }) => [id, level, place, siblings])).toEqual([
      ['group:g', 1, 1, 2],
      ['step:s1', 2, 1, 2],
      ['choice:s1/c1', 3, 1, 2],
      ['choice:s1/c2', 3, 2, 2],
      ['step:s2', 2, 2, 2],
      ['group:none', 1, 2, 2],
      ['step:s3', 2, 1, 1],
    ]);
    expect(parentOf(shown, 3)?.id).toBe('step:s1');
    expect(parentOf(shown, 0)).toBeUndefined();
  });

  it('are without what is folded, and by a filter what matches in kana and width alike, folded or not', () => {
    expect(rows({ folded: new Set(['group:g']) }).map(({ id }) => id)).toEqual([
      'group:g',
      'group:none',
      'step:s3',
    ]);
    const found = rows({ folded: new Set(['group:g']), filter: 'ほんにん' });
    expect(found.map(({ id }) => id)).toEqual(['group:g', 'step:s1']);
    expect(rows({ filter: '３' }).map(({ id }) => id)).toEqual(['group:none', 'step:s3']);
  });

  it('say which of their siblings can be unfolded', () => {
    expect(unfoldable(rows(), 1)).toEqual(['step:s1', 'step:s2']);
    expect(unfoldable(rows({ folded: new Set(['group:g']) }), 0)).toEqual(['group:g']);
  });

  it('count the ways in from other steps', () => {
    expect(Object.fromEntries(entryCounts(script))).toEqual({ s1: 1, s2: 1, s3: 1 });
  });
});
