import type { DraftActivity } from '../../../store/draftSnapshots.ts';

export interface Edit {
  accountId: string;
  name: string;
  steps: readonly string[];
  /** The title after it, when it changed that. */
  title: string | null;
  at: Date;
}

/** For what the server does by itself; no account has this id. */
export const systemAuthor = { accountId: '-', name: 'system' };

/** Who changed what, with one more edit. What the server tidies up by itself is nobody's change. */
export function withEdit(activity: DraftActivity, edit: Edit): DraftActivity {
  const { accountId, name, at } = edit;
  if (accountId === systemAuthor.accountId) return activity;
  const before = activity.authors.find((author) => author.accountId === accountId);
  const times = new Map(before?.stepIds.map((id, index) => [id, before.stepAts?.[index] ?? before.at]));
  for (const id of edit.steps) times.set(id, at);
  const [stepIds, stepAts] = [[...times.keys()], [...times.values()]];
  const others = activity.authors.filter((author) => author !== before);
  return {
    title: edit.title ?? activity.title,
    lastEditAt: at,
    authors: [...others, { accountId, name, stepIds, stepAts, at }],
  };
}

/** After a publishing: the last edit stays known, what changed since starts afresh but on the steps that did not go out. */
export function withoutAuthors(activity: DraftActivity, held: ReadonlySet<string>): DraftActivity {
  const authors = activity.authors.flatMap((author) => {
    const kept = author.stepIds.flatMap((id, index) => (held.has(id) ? [index] : []));
    if (kept.length === 0) return [];
    const stepIds = kept.flatMap((index) => author.stepIds[index] ?? []);
    const stepAts = kept.map((index) => author.stepAts?.[index] ?? author.at);
    return [{ ...author, stepIds, stepAts }];
  });
  return { ...activity, authors };
}

export const noActivity: DraftActivity = { title: null, lastEditAt: null, authors: [] };
