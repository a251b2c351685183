import type { DraftAuthor } from '../context.ts';

/** Who worked on what is not published, and when last; `''` stands for the script as a whole. */
export interface ChangeAuthor {
  accountId: string;
  name: string;
  stepIds: string[];
  /** When each of `stepIds` was last changed by this person, in the same order. */
  stepAts: string[];
  at: string;
}

/**
 * The authors of `open`: the steps that would change and those that are held back. By step, not by the time of the last
 * publishing: a step that was held back then keeps who wrote it.
 */
export function authorsOf(authors: readonly DraftAuthor[], open: ReadonlySet<string>): ChangeAuthor[] {
  return authors.flatMap(({ accountId, name, stepIds, stepAts, at }) => {
    const own = stepIds.flatMap((id, index) => (open.has(id) ? [{ id, at: stepAts?.[index] ?? at }] : []));
    if (own.length === 0) return [];
    return [
      {
        accountId,
        name,
        stepIds: own.map(({ id }) => id),
        stepAts: own.map((step) => step.at.toISOString()),
        at: at.toISOString(),
      },
    ];
  });
}
