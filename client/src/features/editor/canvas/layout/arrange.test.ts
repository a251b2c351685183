import { scriptOf, stepOf, to } from '@daihon/shared/script/script.fixture';
import { templates } from '@daihon/shared/templates/catalogue';
import { describe, expect, it } from 'vitest';
import { stepSize } from '../../ui/stepSize.ts';
import { frameAround } from '../model/boxes.ts';
import type { Box } from '../model/boxes.ts';
import { arrange } from './arrange.ts';
import { layoutAsk } from './tidy.ts';

const { steps } = scriptOf([
  stepOf('s1', { choices: to('s2', 's3'), group: 'a' }),
  stepOf('s2', { choices: to('s4'), group: 'a' }),
  stepOf('s3', { choices: to('s4', 's5'), group: 'b' }),
  stepOf('s4', { choices: to('s1'), group: 'b' }),
  stepOf('s5'),
  stepOf('s6', { group: 'a' }),
]);

function boxesOf(ids: readonly string[], places: ReadonlyMap<string, { x: number; y: number }>): Box[] {
  return steps
    .filter(({ id }) => ids.includes(id))
    .map((step) => ({ ...(places.get(step.id) ?? { x: NaN, y: NaN }), ...stepSize(step) }));
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe('the layout', () => {
  it('keeps steps apart, each group in a frame of its own, on the grid and from left to right', () => {
    const places = new Map(arrange(layoutAsk({ steps }, null)));
    expect(places.size).toBe(steps.length);
    const boxes = boxesOf(
      steps.map(({ id }) => id),
      places,
    );
    for (const [index, box] of boxes.entries()) {
      expect(box.x % 10).toBe(0);
      for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
    }
    const frames = [
      ['s1', 's2', 's6'],
      ['s3', 's4'],
    ].map((ids) => frameAround(boxesOf(ids, places)));
    const [a, b] = frames;
    if (a == null || b == null) throw new Error('no frames');
    expect(overlap(a, b)).toBe(false);
    expect(boxesOf(['s5'], places).some((box) => overlap(box, a) || overlap(box, b))).toBe(false);
    expect(places.get('s2')?.x).toBeGreaterThan(places.get('s1')?.x ?? NaN);
  });

  it('of a selection asks for its steps and the ways among them, and parts a group that is chosen in part', () => {
    const ask = layoutAsk({ steps }, new Set(['s1', 's3', 's4']));
    expect(ask.nodes.map(({ id, group }) => [id, group])).toEqual([
      ['s1', null],
      ['s3', 'b'],
      ['s4', 'b'],
    ]);
    expect(ask.edges).toEqual([
      { from: 's1', to: 's3' },
      { from: 's3', to: 's4' },
      { from: 's4', to: 's1' },
    ]);
  });

  it.each(templates)('is what the template $id comes with, in both languages', ({ scripts }) => {
    for (const script of [scripts.ja, scripts.en]) {
      const places = script.steps.map(({ id, position }) => [id, position]);
      expect(places).toEqual(arrange(layoutAsk(script, null)));
    }
  });
});
