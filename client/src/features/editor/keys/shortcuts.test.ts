import { describe, expect, it } from 'vitest';
import { commandOf } from './shortcuts.ts';

const key = {
  code: '',
  key: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  which: 0,
};

describe('the keys of the editor', () => {
  it('are read by place on the keyboard, with Ctrl or ⌘', () => {
    expect(commandOf({ ...key, code: 'KeyZ', ctrlKey: true }, true)).toBe('undo');
    expect(commandOf({ ...key, code: 'KeyZ', metaKey: true, shiftKey: true }, true)).toBe('redo');
    expect(commandOf({ ...key, code: 'KeyP', ctrlKey: true, altKey: true }, false)).toBe('publish');
  });

  it('are nothing while an input method composes', () => {
    expect(commandOf({ ...key, code: 'KeyZ', ctrlKey: true, isComposing: true }, true)).toBeNull();
    expect(commandOf({ ...key, code: 'Enter', ctrlKey: true, which: 229 }, true)).toBeNull();
  });

  it('leave single keys to the text that is being typed', () => {
    expect(commandOf({ ...key, code: 'ArrowUp', altKey: true }, false)).toBe('up');
    expect(commandOf({ ...key, code: 'ArrowUp', altKey: true }, true)).toBeNull();
    expect(commandOf({ ...key, key: '?', shiftKey: true }, true)).toBeNull();
  });
});
