import { describe, expect, it } from 'vitest';
import { canvasCommandOf } from './canvasKeys.ts';

const key = {
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  which: 0,
};

describe('the keys of the map', () => {
  it('nudge by the grid, with Shift five times as far', () => {
    expect(canvasCommandOf({ ...key, code: 'ArrowLeft' })).toEqual({ name: 'nudge', dx: -10, dy: 0 });
    expect(canvasCommandOf({ ...key, code: 'ArrowDown', shiftKey: true })).toEqual({
      name: 'nudge',
      dx: 0,
      dy: 50,
    });
  });

  it('fit, select, zoom and tidy with Shift alone', () => {
    expect(canvasCommandOf({ ...key, code: 'Digit1', shiftKey: true })).toEqual({ name: 'fit' });
    expect(canvasCommandOf({ ...key, code: 'KeyL', shiftKey: true })).toEqual({ name: 'tidy' });
    expect(canvasCommandOf({ ...key, code: 'KeyM' })).toEqual({ name: 'minimap' });
    expect(canvasCommandOf({ ...key, code: 'Tab', shiftKey: true })).toEqual({ name: 'previous' });
    expect(canvasCommandOf({ ...key, code: 'F10', shiftKey: true })).toEqual({ name: 'menu' });
    expect(canvasCommandOf({ ...key, code: 'Digit1' })).toBeNull();
    expect(canvasCommandOf({ ...key, code: 'ArrowUp', altKey: true })).toBeNull();
  });

  it('are nothing while an input method composes', () => {
    expect(canvasCommandOf({ ...key, code: 'ArrowLeft', isComposing: true })).toBeNull();
    expect(canvasCommandOf({ ...key, code: 'ArrowLeft', which: 229 })).toBeNull();
  });
});
