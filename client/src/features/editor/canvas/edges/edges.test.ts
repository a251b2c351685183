import { scriptOf, stepOf, to } from '@daihon/shared/script/script.fixture';
import { describe, expect, it } from 'vitest';
import { cardId } from '../model/folds.ts';
import type { Folds } from '../model/folds.ts';
import { standingOf } from '../model/standing.ts';
import { edgesOf } from './edges.ts';
import { laneOf, pathBetween } from './paths.ts';

const groups = [
  { id: 'a', title: '受付' },
  { id: 'b', title: '注文' },
];
const script = scriptOf(
  [
    stepOf('s1', { choices: to('s2', 's3', null), group: 'a' }),
    stepOf('s2', { choices: to(['s3', 'age >= 65'], 's4'), group: 'a' }),
    stepOf('s3', { choices: to('s4'), group: 'b' }),
    stepOf('s4', { choices: to('s1'), group: 'b' }),
  ],
  { groups },
);
const folds = (...ids: string[]): Folds => ({ groups: new Set(ids), branches: new Set() });
const shown = (state: Folds) =>
  edgesOf(script, standingOf(script, state)).map(({ source, target }) => `${source}>${target}`);

describe('the ways on the map', () => {
  it('are one for each choice that leads somewhere, marked when they hang on a condition', () => {
    const edges = edgesOf(script, standingOf(script, folds()));
    expect(edges.map(({ id }) => id)).toEqual(['s1/c1', 's1/c2', 's2/c1', 's2/c2', 's3/c1', 's4/c1']);
    expect(edges.map(({ data }) => data?.when)).toEqual([null, null, 'age >= 65', null, null, null]);
  });

  it('of folded groups are joined between what stands for their steps', () => {
    expect(shown(folds('a', 'b'))).toEqual([
      `${cardId('a')}>${cardId('b')}`,
      `${cardId('b')}>${cardId('a')}`,
    ]);
    expect(shown(folds('b'))).toEqual([
      's1>s2',
      `s1>${cardId('b')}`,
      `s2>${cardId('b')}`,
      `s2>${cardId('b')}`,
      `${cardId('b')}>s1`,
    ]);
  });

  it('stay the same objects while a text is typed', () => {
    const before = edgesOf(script, standingOf(script, folds()));
    const typed = { ...script, steps: script.steps.map((step) => ({ ...step, title: `${step.title}。` })) };
    expect(edgesOf(typed, standingOf(typed, folds()))).toBe(before);
  });

  it('go to the right in a curve, and back below what they pass, apart from one another', () => {
    const ends = { sourceX: 0, sourceY: 0, targetX: 300, targetY: 0 };
    expect(pathBetween(ends).labelY).toBe(0);
    const back = { ...ends, targetX: -300 };
    expect(pathBetween(back, 0).labelY).toBeGreaterThan(60);
    expect(pathBetween(back, 1).labelY).toBeGreaterThan(pathBetween(back, 0).labelY);
    expect(laneOf('s1/c1')).toBe(laneOf('s1/c1'));
  });
});
