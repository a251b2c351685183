import type { DraftActivity } from '../../../store/draftSnapshots.ts';

export interface Edit {
  accountId: string;
  name: string;
  steps: readonly string[];
  /** The title after it, when it changed that. */
  title: string | null;
  at: Date;
}

/** Who changed what, with one more edit. */
export function withEdit(activity: DraftActivity, edit: Edit): DraftActivity {
  const { accountId, name, at } = edit;
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
