import { describe, expect, it } from 'vitest';
import { isTyped, treeCommandOf } from './treeKeys.ts';

const key = { key: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, isComposing: false };

describe('the keys of the outline', () => {
  it('walk, fold and open as those of any tree do', () => {
    const commands = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'ArrowRight', 'ArrowLeft', 'Enter', ' '].map(
      (name) => treeCommandOf({ ...key, key: name }),
    );
    expect(commands).toEqual(['next', 'previous', 'first', 'last', 'unfold', 'fold', 'open', 'select']);
  });

  it('unfold all by an asterisk, on keyboards with and without a key of its own', () => {
    expect(treeCommandOf({ ...key, key: '*' })).toBe('unfoldAll');
    expect(treeCommandOf({ ...key, key: '*', shiftKey: true })).toBe('unfoldAll');
  });

  it('extend with Shift, move and connect with Alt', () => {
    expect(treeCommandOf({ ...key, key: 'ArrowDown', shiftKey: true })).toBe('extendDown');
    expect(treeCommandOf({ ...key, key: 'F10', shiftKey: true })).toBe('menu');
    expect(treeCommandOf({ ...key, key: 'ArrowUp', altKey: true })).toBe('moveUp');
    expect(treeCommandOf({ ...key, key: 'Enter', altKey: true })).toBe('connect');
    expect(treeCommandOf({ ...key, key: 'Delete', altKey: true })).toBeNull();
  });

  it('leave keys with Ctrl to the editor, and are nothing while an input method composes', () => {
    expect(treeCommandOf({ ...key, key: 'Enter', ctrlKey: true })).toBeNull();
    expect(treeCommandOf({ ...key, key: 'Enter', isComposing: true })).toBeNull();
    expect(treeCommandOf({ ...key, key: 'Enter', which: 229 })).toBeNull();
    expect(isTyped({ ...key, key: '本' })).toBe(true);
    expect(isTyped({ ...key, key: '本', isComposing: true })).toBe(false);
    expect(isTyped({ ...key, key: '?' })).toBe(false);
    expect(isTyped({ ...key, key: 'a', ctrlKey: true })).toBe(false);
  });
});
