import { describe, expect, it } from 'vitest';
import { commandOf } from './commands.ts';
import type { Key, Place } from './commands.ts';

const key = (code: string, more: Partial<Key> = {}): Key => ({
  code,
  keyCode: 0,
  isComposing: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});
const free: Place = { typing: false, pressable: false, singleKeys: true };
const inField: Place = { ...free, typing: true };

describe('keys of the call screen', () => {
  it('take numbers of both rows as answers and 0 as the way back out', () => {
    expect(commandOf(key('Digit3'), free)).toEqual({ kind: 'choose', number: 3 });
    expect(commandOf(key('Numpad9'), free)).toEqual({ kind: 'choose', number: 9 });
    expect(commandOf(key('Digit0'), free)).toEqual({ kind: 'return' });
  });

  it('leave numbers in a field to the field, and take them with Alt', () => {
    expect(commandOf(key('Digit3'), inField)).toBeNull();
    expect(commandOf(key('Digit3', { altKey: true }), inField)).toEqual({ kind: 'choose', number: 3 });
  });

  it('know the single keys', () => {
    const kinds = ['Enter', 'Backspace', 'PageUp', 'PageDown', 'Slash', 'KeyM', 'KeyI', 'KeyF'].map(
      (code) => commandOf(key(code), free)?.kind,
    );
    expect(kinds).toEqual(['next', 'back', 'back', 'next', 'search', 'memo', 'interrupts', 'field']);
    expect(commandOf(key('Slash', { shiftKey: true }), free)?.kind).toBe('help');
  });

  it('are none while a word is being composed, whatever is pressed', () => {
    for (const code of ['Digit1', 'Enter', 'Backspace', 'KeyM', 'Slash', 'PageUp']) {
      expect(commandOf(key(code, { isComposing: true }), free)).toBeNull();
      expect(commandOf(key(code, { keyCode: 229 }), free)).toBeNull();
    }
    expect(commandOf(key('Digit1', { altKey: true, keyCode: 229 }), inField)).toBeNull();
  });

  it('leave Backspace, Enter and letters in a field to the field', () => {
    for (const code of ['Backspace', 'Enter', 'KeyM', 'Slash', 'KeyF', 'PageUp'])
      expect(commandOf(key(code), inField)).toBeNull();
  });

  it('leave a field with Escape, and a word being composed alone', () => {
    expect(commandOf(key('Escape'), inField)?.kind).toBe('leaveField');
    expect(commandOf(key('Escape', { isComposing: true }), inField)).toBeNull();
    expect(commandOf(key('Escape'), free)).toBeNull();
  });

  it('leave Enter on a button to the button', () => {
    expect(commandOf(key('Enter'), { ...free, pressable: true })).toBeNull();
    expect(commandOf(key('Digit1'), { ...free, pressable: true })).toEqual({ kind: 'choose', number: 1 });
  });

  it('can be kept to those with Alt, Ctrl, or without a character', () => {
    const off: Place = { ...free, singleKeys: false };
    for (const code of ['Digit1', 'KeyM', 'Slash', 'Backspace']) expect(commandOf(key(code), off)).toBeNull();
    expect(commandOf(key('Enter'), off)?.kind).toBe('next');
    expect(commandOf(key('Digit1', { altKey: true }), off)).toEqual({ kind: 'choose', number: 1 });
  });

  it('are not taken from the browser', () => {
    for (const code of ['KeyF', 'Digit1', 'KeyC', 'Backspace'])
      expect(commandOf(key(code, { ctrlKey: true }), free)).toBeNull();
    expect(commandOf(key('KeyM', { metaKey: true }), free)).toBeNull();
    expect(commandOf(key('KeyC', { ctrlKey: true, altKey: true }), inField)?.kind).toBe('copy');
    expect(commandOf(key('KeyU', { altKey: true }), inField)?.kind).toBe('acceptUpdate');
  });
});
