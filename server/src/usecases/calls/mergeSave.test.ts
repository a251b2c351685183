import { describe, expect, it } from 'vitest';
import type { SaveCall } from '@daihon/shared/call';
import type { CallRecord } from '../../store/calls.ts';
import { elsewhereOf, mergeSave } from './mergeSave.ts';

const at = '2026-11-24T10:00:00.000Z';

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
  seats: {},
  stamps: {},
  asides: [],
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
  expect(mergeSave(applyAll(saves), { rev: 3, memo: '折り返し希望、平日午後' }, at)).toBeNull();
});

describe('a call at two seats', () => {
  /** As stored: each write raises the revision. */
  function store(state: CallRecord, save: SaveCall): CallRecord {
    const merged = mergeSave(state, save, at);
    return merged === null ? state : { ...merged, revision: merged.revision + 1 };
  }
  const atA = store(call, { rev: 8, seat: 'seat-aaaa', base: 1, memo: '最初' });
  const atB = store(atA, { rev: 15, seat: 'seat-bbbb', base: 2, memo: 'Bの席のメモ' });

  it('keeps what a seat typed meanwhile beside what stands, whichever of them has the higher rev', () => {
    for (const rev of [12, 20]) {
      const back = store(atB, { rev, seat: 'seat-aaaa', base: 2, memo: '電車の中のメモ' });
      expect(back.memo).toBe('Bの席のメモ');
      expect(back.asides).toMatchObject([{ state: { memo: '電車の中のメモ' }, putAwayAt: null }]);
      expect(elsewhereOf(back, { seat: 'seat-aaaa', base: 2 })).toEqual(['memo']);
    }
  });

  it('keeps it once however often it is sent, with what was typed until then', () => {
    const once = store(atB, { rev: 12, seat: 'seat-aaaa', base: 2, memo: '電車' });
    const more = store(once, {
      rev: 13,
      seat: 'seat-aaaa',
      base: 2,
      memo: '電車の中',
      fields: { plan: 'A' },
    });
    const again = store(more, { rev: 12, seat: 'seat-aaaa', base: 2, memo: '電車' });
    expect(again.asides).toMatchObject([{ state: { memo: '電車の中' } }]);
    // Nobody else has written the fields.
    expect(again.fields).toEqual({ plan: 'A' });
  });

  it('tells the other seat of a part that it has not written itself', () => {
    const fields = store(atB, { rev: 9, seat: 'seat-aaaa', base: 2, fields: { plan: 'A' } });
    expect(elsewhereOf(fields, { seat: 'seat-bbbb', base: 3 })).toEqual(['fields']);
  });

  it('goes on as one when the seat has heard of what stands', () => {
    const next = store(atB, { rev: 16, seat: 'seat-aaaa', base: 3, memo: 'Bの席のメモ、続き' });
    expect(next).toMatchObject({ memo: 'Bの席のメモ、続き', asides: [] });
  });
});

function applyAll(order: readonly SaveCall[]): CallRecord {
  return order.reduce<CallRecord>((state, save) => mergeSave(state, save, at) ?? state, call);
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [item, ...rest]),
  );
}
