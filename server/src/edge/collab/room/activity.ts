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
  const stepIds = [...new Set([...(before?.stepIds ?? []), ...edit.steps])];
  const others = activity.authors.filter((author) => author !== before);
  return {
    title: edit.title ?? activity.title,
    lastEditAt: at,
    authors: [...others, { accountId, name, stepIds, at }],
  };
}

/** After a publishing: the last edit stays known, what changed since starts afresh. */
export function withoutAuthors(activity: DraftActivity): DraftActivity {
  return { ...activity, authors: [] };
}

export const noActivity: DraftActivity = { title: null, lastEditAt: null, authors: [] };
