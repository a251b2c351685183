import type { CommentThread, DecideSuggestion, Decision } from '@daihon/shared/comment';
import { AppError } from '@daihon/shared/errors';
import { now } from '../../platform/clock.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { changeThread } from './changeThread.ts';
import { notify } from './notify.ts';

const actions: Record<Decision, string> = {
  accepted: 'suggestion.accept',
  rejected: 'suggestion.reject',
  proposed: 'suggestion.reopen',
};

/**
 * Accepts or rejects a proposal, or puts it up again. The text itself is changed in the draft, by the one who accepts: of two
 * who decide at once the second gets `conflict`, so the text is changed once. Who proposed is told.
 */
export async function decideSuggestion(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  place: { scriptId: string; threadId: string },
  { decision, reason }: DecideSuggestion,
): Promise<CommentThread> {
  const { actor } = context;
  authorise(actor, 'comment.write');
  const by = { id: actor.accountId, name: actor.name };
  const { thread, view, changed } = await changeThread(ports, context, place, (before) => {
    const { suggestion } = before;
    if (suggestion === null) throw new AppError('conflict', 'This thread proposes nothing');
    if (suggestion.decision === decision) {
      if (decision === 'proposed' || suggestion.by?.id === by.id) return null;
      throw new AppError('conflict', 'Somebody else has decided this already');
    }
    if (decision !== 'proposed' && suggestion.decision !== 'proposed') {
      throw new AppError('conflict', 'This is decided already');
    }
    const decided =
      decision === 'proposed'
        ? { decision, by: null, at: null, reason: '' }
        : { decision, by, at: now().toISOString(), reason };
    const closed =
      decision === 'proposed'
        ? { state: 'open' as const, resolvedBy: null }
        : { state: 'resolved' as const, resolvedBy: by };
    return {
      thread: { ...before, ...closed, suggestion: { ...suggestion, ...decided } },
      action: actions[decision],
    };
  });
  const proposer = thread.messages[0]?.author;
  if (changed && decision !== 'proposed' && proposer !== undefined) {
    await notify(ports, context, thread, {
      messageId: null,
      mentioned: [],
      others: [proposer],
      kind: decision,
    });
  }
  return view;
}
