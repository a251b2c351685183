import { addStep, moveStep } from '@daihon/shared/script/draft/edit';
import { addGroup } from '@daihon/shared/script/draft/editScript';
import { readScript } from '@daihon/shared/script/draft/read';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { outlineOf, placeAfterMove, placeOfDrop } from './outline.ts';

/** Groups g1 (a, b) and g2 (c), and d in no group. */
function setUp() {
  const doc = new Y.Doc();
  for (const id of ['g1', 'g2']) addGroup(doc, { id, title: id }, null);
  const steps: [string, string | null][] = [
    ['a', 'g1'],
    ['b', 'g1'],
    ['c', 'g2'],
    ['d', null],
  ];
  for (const [id, group] of steps) {
    const afterId = readScript(doc).steps.at(-1)?.id ?? null;
    addStep(doc, { id, kind: 'talk', title: id, group, afterId, position: { x: 0, y: 0 } }, null);
  }
  const shown = () => outlineOf(readScript(doc)).steps.map(({ id, group }) => `${id}:${group ?? '-'}`);
  const move = (id: string, direction: 'up' | 'down') => {
    const place = placeAfterMove(readScript(doc), [id], direction);
    if (place !== null) moveStep(doc, id, place, null);
    return shown();
  };
  return { doc, shown, move };
}

describe('the outline', () => {
  it('shows groups in order, then the steps of none, and numbers them as shown', () => {
    const { doc, shown } = setUp();
    expect(shown()).toEqual(['a:g1', 'b:g1', 'c:g2', 'd:-']);
    expect(outlineOf(readScript(doc)).numbers.get('c')).toBe(3);
  });

  it('moves several steps as one block', () => {
    const { doc, shown } = setUp();
    const up = placeAfterMove(readScript(doc), ['c', 'b'], 'up');
    expect(up).toEqual({ ids: ['b', 'c'], group: 'g1', beforeId: 'a' });
    for (const id of up?.ids ?? []) moveStep(doc, id, { group: 'g1', beforeId: 'a' }, null);
    expect(shown()).toEqual(['b:g1', 'c:g1', 'a:g1', 'd:-']);
    expect(placeAfterMove(readScript(doc), ['b', 'c'], 'up')).toBeNull();
  });

  it('moves a step within its group', () => {
    const { move } = setUp();
    expect(move('b', 'up')).toEqual(['b:g1', 'a:g1', 'c:g2', 'd:-']);
    expect(move('b', 'down')).toEqual(['a:g1', 'b:g1', 'c:g2', 'd:-']);
  });

  it('moves a step over the border of its group, one place at a time', () => {
    const { move } = setUp();
    expect(move('b', 'down')).toEqual(['a:g1', 'b:g2', 'c:g2', 'd:-']);
    expect(move('b', 'down')).toEqual(['a:g1', 'c:g2', 'b:g2', 'd:-']);
    expect(move('b', 'down')).toEqual(['a:g1', 'c:g2', 'b:-', 'd:-']);
    expect(move('b', 'up')).toEqual(['a:g1', 'c:g2', 'b:g2', 'd:-']);
  });

  it('puts a step where it is dropped: beside another one, or first in a group', () => {
    const { doc, shown } = setUp();
    const drop = (id: string, ...at: [Parameters<typeof placeOfDrop>[2], 'before' | 'after']) => {
      const place = placeOfDrop(readScript(doc), [id], ...at);
      if (place !== null) moveStep(doc, id, place, null);
      return shown();
    };
    expect(drop('d', { stepId: 'a' }, 'after')).toEqual(['a:g1', 'd:g1', 'b:g1', 'c:g2']);
    expect(drop('a', { stepId: 'c' }, 'before')).toEqual(['d:g1', 'b:g1', 'a:g2', 'c:g2']);
    expect(drop('b', { groupId: 'g2' }, 'before')).toEqual(['d:g1', 'b:g2', 'a:g2', 'c:g2']);
    expect(drop('b', { groupId: null }, 'after')).toEqual(['d:g1', 'a:g2', 'c:g2', 'b:-']);
  });

  it('moves nothing beyond either end', () => {
    const { move, shown } = setUp();
    const before = shown();
    expect(move('a', 'up')).toEqual(before);
    expect(move('d', 'down')).toEqual(before);
  });
});
