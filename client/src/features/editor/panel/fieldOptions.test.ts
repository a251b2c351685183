import { describe, expect, it } from 'vitest';
import { parseOptions, printOptions } from './fieldOptions.ts';

describe('the options of a field', () => {
  it('are one per line, with a value of their own where it is written', () => {
    expect(parseOptions('gold=ゴールド\n\n シルバー \na=b=c')).toEqual([
      { value: 'gold', label: 'ゴールド' },
      { value: 'シルバー', label: 'シルバー' },
      { value: 'a', label: 'b=c' },
    ]);
  });

  it('are printed as they were written', () => {
    expect(printOptions(parseOptions('gold=ゴールド\nシルバー'))).toBe('gold=ゴールド\nシルバー');
  });
});
