import type { CommentAnchor } from '@daihon/shared/comment';
import { locateAnchor } from '@daihon/shared/script/draft/proposal';
import type { Located } from '@daihon/shared/script/draft/proposal';
import type { DraftSession } from '../../session/draftSession.ts';

/** Looks an anchor up in the live draft. Writes nothing. */
export function locate({ doc, store }: DraftSession, anchor: CommentAnchor): Located {
  return locateAnchor(doc, store.get().script.steps, anchor);
}
