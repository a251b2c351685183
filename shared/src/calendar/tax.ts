import type { Tax } from '../settings.ts';

/** Amounts count to the millionth: what is less came from binary fractions (0.1 + 0.2), not from a price. */
const perUnit = 1_000_000;
const percentScale = 10_000;

/**
 * An amount with tax in whole yen, rounded as the tenant rounds; exact, so that 100 at 10 % is 110 also when rounding up. Down and
 * up mean towards and away from nothing, for refunds too. Null for what is no amount.
 */
export function withTax(amount: number, percent: number, rounding: Tax['rounding']): number | null {
  const scaled = Math.round(amount * perUnit);
  const rate = Math.round((100 + percent) * percentScale);
  if (!Number.isSafeInteger(scaled) || !Number.isSafeInteger(rate)) return null;
  const divisor = BigInt(perUnit) * BigInt(100 * percentScale);
  const product = BigInt(Math.abs(scaled)) * BigInt(Math.abs(rate));
  const whole = product / divisor;
  const rest = product % divisor;
  const up = rounding === 'up' ? rest > 0n : rounding === 'nearest' && rest * 2n >= divisor;
  const total = Number(whole + (up ? 1n : 0n));
  // Adding 0 turns -0 into 0, which JSON could not tell apart.
  return scaled < 0 !== rate < 0 ? 0 - total + 0 : total;
}
