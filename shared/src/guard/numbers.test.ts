import { describe, expect, it } from 'vitest';
import { holdsMyNumber, maskCards, maskCardsIn } from './numbers.ts';

describe('a payment card number', () => {
  it.each([
    ['カード 4111 1111 1111 1111 です', 'カード ●●●●1111 です'],
    ['5555-5555-5555-4444', '●●●●4444'],
    ['３７８２８２２４６３１０００５', '●●●●0005'],
    ['3530111333300000。', '●●●●0000。'],
    ['電話 090-1234-5678 4111111111111111 まで', '電話 090-1234-5678 ●●●●1111 まで'],
  ])('%s is cut down to its last four digits', (text, masked) => {
    expect(maskCards(text)).toBe(masked);
    expect(maskCards(masked)).toBe(masked);
  });

  it.each([
    '090-1234-5678',
    '0120-123-456',
    '注文番号 MK-2609-018374',
    '4111 1111 1111 1112',
    '1234567890123',
    '2026-11-24 14:05',
    '〒235-0022 神奈川県横浜市磯子区汐見台2-4-11',
    '49012345678901234567890',
  ])('%s is none', (text) => {
    expect(maskCards(text)).toBe(text);
  });

  it('is masked in what fields hold, numbers too, and the rest stays as it is', () => {
    const values = { card: 4_111_111_111_111_111, name: '水野', many: ['a'], ok: true };
    expect(maskCardsIn(values)).toEqual({ ...values, card: '●●●●1111' });
    const without = { name: '水野', qty: 2 };
    expect(maskCardsIn(without)).toBe(without);
  });
});

describe('an individual number', () => {
  it.each(['123456789018', '1234-5678-9018', 'マイナンバーは１２３４５６７８９０１８'])(
    'is seen in %s',
    (text) => {
      expect(holdsMyNumber(text)).toBe(true);
    },
  );
  it.each(['123456789012', '090-1234-5678', '1234567890180', '会員番号 1234 5678 90'])(
    'is not seen in %s',
    (text) => {
      expect(holdsMyNumber(text)).toBe(false);
    },
  );
});
