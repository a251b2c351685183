import { describe, expect, it } from 'vitest';
import { matchesQuery } from './foldText.ts';

describe('matching a query', () => {
  it('does not tell katakana from hiragana, nor half width from full', () => {
    expect(matchesQuery('カード紛失のご連絡', 'かーど')).toBe(true);
    expect(matchesQuery('ｶｰﾄﾞ紛失', 'カード')).toBe(true);
    expect(matchesQuery('ＦＡＱ対応', 'faq')).toBe(true);
  });
  it('wants every word, in any order', () => {
    expect(matchesQuery('解約抑止（個人）', '個人　解約')).toBe(true);
    expect(matchesQuery('解約抑止（個人）', '法人 解約')).toBe(false);
  });
  it('takes everything when nothing is asked', () => {
    expect(matchesQuery('解約抑止', ' ')).toBe(true);
  });
});
