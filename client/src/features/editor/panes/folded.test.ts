import { describe, expect, it } from 'vitest';
import { createView } from '../session/view.ts';
import { alone, toggled, unfolded } from './folded.ts';
import type { Folded } from './folded.ts';

const folded = (...panes: Parameters<typeof toggled>[1][]): Folded => new Set(panes);

describe('the panes of the editor', () => {
  it('fold one by one, and the last one stays', () => {
    expect(toggled(folded(), 'panel')).toEqual(folded('panel'));
    expect(toggled(folded('panel'), 'panel')).toEqual(folded());
    expect(toggled(folded('panel', 'canvas'), 'outline')).toEqual(folded('panel', 'canvas'));
  });

  it('stand alone, and asked again side by side', () => {
    const map = alone(folded('canvas'), 'canvas');
    expect(map).toEqual(folded('outline', 'panel'));
    expect(alone(map, 'canvas')).toEqual(folded());
    expect(alone(map, 'panel')).toEqual(folded('outline', 'canvas'));
  });

  it('come into sight when they are asked for, without touching the others', () => {
    const view = createView(folded('panel', 'canvas'));
    view.set(unfolded(view, 'panel'));
    expect(view.get()).toMatchObject({ pane: 'panel', folded: folded('canvas') });
    const { folded: before } = view.get();
    view.set(unfolded(view, 'outline'));
    expect(view.get().folded).toBe(before);
  });
});
