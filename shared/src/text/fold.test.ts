import { describe, expect, it } from 'vitest';
import { foldText, foldWith, foldedCharacters } from './fold.ts';

describe('folded text', () => {
  it('takes width, case and kana as one', () => {
    expect(foldText('ｶﾞｲﾄﾞ ＡＢＣ カード')).toBe('がいど abc かーど');
  });
  it('keeps the differences that are asked for', () => {
    expect(foldWith('ガいd', { case: true, width: true, kana: true })).toBe('ガいd');
    expect(foldWith('ＡbC', { case: true, width: false, kana: false })).toBe('AbC');
  });
  it('knows where each character stood, sound marks and wide characters included', () => {
    const { text, from, to } = foldedCharacters('𠮷ｶﾞ㈱', { case: false, width: false, kana: false });
    expect(text).toBe('𠮷が(株)');
    expect(from).toEqual([0, 0, 2, 4, 4, 4]);
    expect(to).toEqual([2, 2, 4, 5, 5, 5]);
  });
});
