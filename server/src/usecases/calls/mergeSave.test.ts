import { expect, it } from 'vitest';
import type { SaveCall } from '@daihon/shared/call';
import type { CallRecord } from '../../store/calls.ts';
import { mergeSave } from './mergeSave.ts';

const call: CallRecord = {
  id: 'call-0001',
  accountId: 'a1',
  scriptId: 's1',
  version: 1,
  path: [],
  undone: [],
  unverified: null,
  fields: {},
  placeholders: {},
  memo: '',
  switches: [],
  outcome: null,
  startedAt: new Date(0),
  endedAt: null,
  rev: 0,
  revs: {},
  revision: 1,
};

const saves: SaveCall[] = [
  { rev: 1, memo: '折り返し' },
  { rev: 2, fields: { quantity: 1 } },
  { rev: 3, memo: '折り返し希望、平日午後' },
  { rev: 4, fields: { quantity: 2 }, placeholders: { 'customer.name': '山田' } },
];

it('comes to the same call in whatever order saves arrive, and however often', () => {
  const ordered = applyAll(saves);
  expect(ordered).toMatchObject({
    memo: '折り返し希望、平日午後',
    fields: { quantity: 2 },
    placeholders: { 'customer.name': '山田' },
    rev: 4,
  });
  for (const order of permutations([...saves, ...saves.slice(0, 2)]))
    expect(applyAll(order)).toEqual(ordered);
});

it('keeps a part of a late save that no newer one has written', () => {
  const merged = applyAll([
    { rev: 6, path: [] },
    { rev: 5, memo: '遅れて届いた' },
  ]);
  expect(merged.memo).toBe('遅れて届いた');
  expect(merged.rev).toBe(6);
});

it('has nothing to write when every part is known already', () => {
  expect(mergeSave(applyAll(saves), { rev: 3, memo: '折り返し希望、平日午後' })).toBeNull();
});

function applyAll(order: readonly SaveCall[]): CallRecord {
  return order.reduce<CallRecord>((state, save) => mergeSave(state, save) ?? state, call);
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}
