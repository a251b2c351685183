import type { DraftActivity } from '../../../store/draftSnapshots.ts';

export interface Edit {
  accountId: string;
  name: string;
  steps: readonly string[];
  at: Date;
}

/** Who changed what, with one more edit. */
export function withEdit(activity: DraftActivity, edit: Edit): DraftActivity {
  const { accountId, name, at } = edit;
  const before = activity.authors.find((author) => author.accountId === accountId);
  const stepIds = [...new Set([...(before?.stepIds ?? []), ...edit.steps])];
  const others = activity.authors.filter((author) => author !== before);
  return { lastEditAt: at, authors: [...others, { accountId, name, stepIds, at }] };
}

/** After a publishing: the last edit stays known, what changed since starts afresh. */
export function withoutAuthors(activity: DraftActivity): DraftActivity {
  return { lastEditAt: activity.lastEditAt, authors: [] };
}

export const noActivity: DraftActivity = { lastEditAt: null, authors: [] };
