import { afterEach, describe, expect, it } from 'vitest';
import { registerMessages, translate } from './i18n.ts';
import { preferences } from './preferences.ts';

const messages = registerMessages('test', {
  ja: {
    greeting: '{{name}}さん、こんにちは',
    rows_one: '{{count}}件',
    rows_other: '{{count}}件',
    menu: { open: '開く' },
  },
  en: {
    greeting: 'Hello {{name}}',
    rows_one: '{{count}} row',
    rows_other: '{{count}} rows',
    menu: { open: 'Open' },
  },
});

describe('sentences', () => {
  afterEach(() => preferences.set({ language: 'ja' }));

  it('are Japanese until another language is chosen', () => {
    expect(translate(messages, 'greeting', { name: '佐藤' })).toBe('佐藤さん、こんにちは');
    preferences.set({ language: 'en' });
    expect(translate(messages, 'greeting', { name: 'Sato' })).toBe('Hello Sato');
  });
  it('take the plural form of their count', () => {
    preferences.set({ language: 'en' });
    expect(translate(messages, 'rows', { count: 1 })).toBe('1 row');
    expect(translate(messages, 'rows', { count: 0 })).toBe('0 rows');
    preferences.set({ language: 'ja' });
    expect(translate(messages, 'rows', { count: 1 })).toBe('1件');
  });
  it('join the items of a list as the language does', () => {
    expect(translate(messages, 'greeting', { name: ['佐藤', '鈴木'] })).toBe('佐藤、鈴木さん、こんにちは');
    preferences.set({ language: 'en' });
    expect(translate(messages, 'greeting', { name: ['Sato', 'Suzuki'] })).toBe('Hello Sato and Suzuki');
  });
  it('are found below dots', () => {
    expect(translate(messages, 'menu.open')).toBe('開く');
  });
  it('show what values they lack and keys that do not exist, instead of breaking the page', () => {
    expect(translate(messages, 'greeting')).toBe('{{name}}さん、こんにちは');
    expect(translate(messages, 'menu.close')).toBe('menu.close');
  });
  it('never read values as patterns', () => {
    expect(translate(messages, 'greeting', { name: '$& {{name}}' })).toBe('$& {{name}}さん、こんにちは');
  });
});
