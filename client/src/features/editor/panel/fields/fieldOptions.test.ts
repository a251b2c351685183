import { describe, expect, it } from 'vitest';
import { parseOptions, withLabel, withValue } from './fieldOptions.ts';

describe('the options of a field', () => {
  it('may be pasted one per line, with a value of their own where it is written', () => {
    expect(parseOptions('gold=ゴールド\n\n シルバー \na=b=c')).toEqual([
      { value: 'gold', label: 'ゴールド' },
      { value: 'シルバー', label: 'シルバー' },
      { value: 'a', label: 'b=c' },
    ]);
  });

  const options = parseOptions('gold=ゴールド\nシルバー');

  it('keep a value of their own when the words change, otherwise the value follows', () => {
    expect(withLabel(options, 0, '金')[0]).toEqual({ value: 'gold', label: '金' });
    expect(withLabel(options, 1, '銀')[1]).toEqual({ value: '銀', label: '銀' });
  });

  it('have their words as the value when none is given', () => {
    expect(withValue(options, 1, 'silver')[1]).toEqual({ value: 'silver', label: 'シルバー' });
    expect(withValue(options, 0, '')[0]).toEqual({ value: 'ゴールド', label: 'ゴールド' });
  });
});
