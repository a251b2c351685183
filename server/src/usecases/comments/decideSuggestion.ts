import type { DecidedThread, DecideSuggestion, Decision } from '@daihon/shared/comment';
import { AppError } from '@daihon/shared/errors';
import { now } from '../../platform/clock.ts';
import type { ThreadRecord } from '../../store/comments.ts';
import { replaceThread } from '../../store/comments.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports, ProposalDesk } from '../context.ts';
import { changeThread } from './changeThread.ts';
import type { ThreadChange } from './changeThread.ts';
import { notify } from './notify.ts';
import { demandCommented, demandThread } from './threadView.ts';

type Place = { scriptId: string; threadId: string };

const actions: Record<Decision, string> = {
  accepted: 'suggestion.accept',
  rejected: 'suggestion.reject',
  proposed: 'suggestion.reopen',
};

/**
 * Accepts or rejects a proposal, or puts it up again. Accepting stores the words in the draft first and the decision after it, so
 * what is accepted always has its words; of two who decide at once the second gets `conflict`. Who proposed is told.
 */
export async function decideSuggestion(
  ports: Pick<Ports, 'facts' | 'drafts'>,
  context: Context,
  place: Place,
  ask: DecideSuggestion,
): Promise<DecidedThread> {
  const { actor } = context;
  authorise(actor, 'comment.write');
  if (ask.decision === 'accepted') authorise(actor, 'draft.join');
  await demandCommented(context, place.scriptId);
  await demandThread(context, place.scriptId, place.threadId);
  return ports.drafts.decide(context, place.scriptId, (desk) => decide(ports, context, place, ask, desk));
}

/** Decisions of a draft take turns; only what is said in the thread may come in between. */
async function decide(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  place: Place,
  ask: DecideSuggestion,
  desk: ProposalDesk,
): Promise<DecidedThread> {
  const standing = await demandThread(context, place.scriptId, place.threadId);
  const putsWords = decided(context, standing, ask) !== null && ask.decision === 'accepted' && !ask.applied;
  const edit = putsWords ? await putWords(context, standing, ask.over, desk) : null;
  const { thread, view, changed } = await changeThread(ports, context, place, (before) =>
    decided(context, before, ask),
  );
  const proposer = thread.messages[0]?.author;
  const { decision } = ask;
  if (changed && decision !== 'proposed' && proposer !== undefined) {
    const news = { messageId: null, mentioned: [], others: [proposer], kind: decision };
    await notify(ports, context, thread, news);
  }
  return edit === null ? view : { ...view, edit: Buffer.from(edit).toString('base64') };
}

/**
 * The edit is noted with the proposal before it is stored. One that was cut off before its decision is found by that: its words are
 * not put in a second time.
 */
async function putWords(
  context: Context,
  { id, scriptId, anchor, suggestion }: ThreadRecord,
  over: boolean,
  desk: ProposalDesk,
): Promise<Uint8Array | null> {
  if (suggestion === null) return null;
  const { attempt, replacement } = suggestion;
  if (attempt !== undefined && desk.holds(Buffer.from(attempt, 'base64'))) return null;
  const edit = desk.draw({ anchor, replacement }, over);
  await noteAttempt(context, { scriptId, threadId: id }, Buffer.from(edit).toString('base64'));
  await desk.put(edit, id);
  return edit;
}

async function noteAttempt(context: Context, place: Place, attempt: string): Promise<void> {
  for (;;) {
    const before = await demandThread(context, place.scriptId, place.threadId);
    const suggestion = before.suggestion && { ...before.suggestion, attempt };
    if (await replaceThread(context.actor.tenantId, { ...before, suggestion })) return;
  }
}

/** The thread as the decision leaves it; null when it was decided so already. Throws `conflict` when it cannot be decided. */
function decided(
  { actor }: Context,
  before: ThreadRecord,
  { decision, reason }: DecideSuggestion,
): ThreadChange | null {
  const { suggestion } = before;
  const by = { id: actor.accountId, name: actor.name };
  if (suggestion === null) throw new AppError('conflict', 'This thread proposes nothing');
  if (suggestion.decision === decision && (decision === 'proposed' || suggestion.by?.id === by.id)) {
    return null;
  }
  if (decision !== 'proposed' && suggestion.decision !== 'proposed') {
    throw new AppError('conflict', 'This is decided already', { members: { reason: 'decided' } });
  }
  const outcome =
    decision === 'proposed'
      ? { decision, by: null, at: null, reason: '' }
      : { decision, by, at: now().toISOString(), reason };
  const closed =
    decision === 'proposed'
      ? { state: 'open' as const, resolvedBy: null }
      : { state: 'resolved' as const, resolvedBy: by };
  const { replacement } = suggestion;
  return {
    thread: { ...before, ...closed, suggestion: { replacement, ...outcome } },
    action: actions[decision],
  };
}
