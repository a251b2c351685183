import { scriptOf, stepOf, to } from '@daihon/shared/script/script.fixture';
import { describe, expect, it } from 'vitest';
import { boxAround, cardIn, scaleFor } from './boxes.ts';
import { cardId, firstFolds, standingFor } from './folds.ts';
import { hiddenBehind } from './hidden.ts';

/** s1 → s2 → s3 → s1, s2 → s4; s1 → s5 → s4; loose → s6. */
const script = scriptOf([
  stepOf('s1', { choices: to('s2', 's5') }),
  stepOf('s2', { choices: to('s3', 's4') }),
  stepOf('s3', { choices: to('s1'), group: 'g' }),
  stepOf('s4', { group: 'g' }),
  stepOf('s5', { choices: to('s4', null) }),
  stepOf('loose', { choices: to('s6') }),
  stepOf('s6'),
]);
const nothing = new Set<string>();

describe('folding a branch', () => {
  it('hides what is reached through its step alone', () => {
    expect([...hiddenBehind(script, new Set(['s2']))]).toEqual([['s3', 's2']]);
    expect([...hiddenBehind(script, new Set(['loose']))]).toEqual([['s6', 'loose']]);
  });

  it('hides everything behind the start, loops included, and never the step itself', () => {
    const hidden = hiddenBehind(script, new Set(['s1']));
    expect([...hidden.keys()].sort()).toEqual(['s2', 's3', 's4', 's5']);
  });

  it('keeps what an interrupt leads to in sight', () => {
    const interrupted = { ...script, interrupts: [{ id: 'i', label: '責任者', to: 's3' }] };
    expect(hiddenBehind(interrupted, new Set(['s2'])).size).toBe(0);
  });
});

describe('what is folded', () => {
  it('is stood for by the card of its group or by the step before the branch', () => {
    const { of, behind } = standingFor(script, { groups: new Set(['g']), branches: new Set(['s2']) });
    expect(Object.fromEntries(of)).toEqual({ s3: 's2', s4: cardId('g') });
    expect(behind.get('s2')).toBe(1);
    expect(standingFor(script, { groups: nothing, branches: nothing }).of.size).toBe(0);
  });

  it('starts with all groups of a large script, and none of a small one', () => {
    const groups = [{ id: 'g', title: '受付' }];
    expect(firstFolds({ ...script, groups }).groups.size).toBe(0);
    const steps = Array.from({ length: 151 }, (_, index) => stepOf(`n${index}`));
    expect([...firstFolds(scriptOf(steps, { groups })).groups]).toEqual(['g']);
  });
});

describe('boxes on the map', () => {
  it('are put around others', () => {
    expect(boxAround([])).toBeNull();
    expect(
      boxAround([
        { x: 0, y: 10, width: 10, height: 10 },
        { x: 20, y: 0, width: 5, height: 5 },
      ]),
    ).toEqual({ x: 0, y: 0, width: 25, height: 20 });
  });

  it('grow as the map shrinks, in a few steps, within their frame', () => {
    expect([1, 0.5, 0.25, 0.06].map(scaleFor)).toEqual([1, 2, 4, 16]);
    const frame = { x: 0, y: 0, width: 1_000, height: 2_000 };
    expect(cardIn(frame, 1)).toMatchObject({ width: 190, x: 405 });
    expect(cardIn(frame, 16).width).toBe(1_000);
  });
});
