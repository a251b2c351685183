import type { VersionSummary } from '@daihon/shared/version';

export type Side = number | 'draft';

/** Which two are compared. `from` null: there is nothing before `to`. */
export interface Comparison {
  from: number | null;
  to: Side;
}

/**
 * The two sides of the address (`?a=2&b=draft`). What it does not say: the newest against the one before; with `b` (or `v`,
 * the version that is read by itself) alone, the one before that.
 */
export function readComparison(
  params: URLSearchParams,
  versions: readonly Pick<VersionSummary, 'number'>[],
): Comparison | null {
  const newest = versions[0]?.number;
  if (newest === undefined) return null;
  const b = params.get('b') ?? params.get('v');
  const to: Side = b === 'draft' ? 'draft' : (numberOf(b) ?? newest);
  const from = numberOf(params.get('a')) ?? before(to, newest);
  return { from: from === to ? before(to, newest) : from, to };
}

function before(to: Side, newest: number): number | null {
  const number = to === 'draft' ? newest : to - 1;
  return number >= 1 ? number : null;
}

function numberOf(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : null;
}

/** The versions that may be brought into the draft from here: the ones on the page. */
export function restorable({ from, to }: Comparison): number[] {
  return [...(from === null ? [] : [from]), ...(to === 'draft' ? [] : [to])];
}
