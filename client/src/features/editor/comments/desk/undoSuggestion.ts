import { ApiProblem } from '../../../../wire/http.ts';
import type { DraftSession } from '../../session/draftSession.ts';
import type { StackItem } from '../../session/draftUndo.ts';
import type { CommentDesk } from './commentDesk.ts';
import { tellProblem } from './tellProblem.ts';

/** How long the words of an undone acceptance stay for the others while the server puts the proposal up again. */
const longestWaitMs = 15_000;
const metaKey = 'suggestion';

/** The thread whose acceptance a history item is, kept with the item. */
export const suggestionOf = {
  get: ({ meta }: StackItem): string | null => {
    const threadId: unknown = meta.get(metaKey);
    return typeof threadId === 'string' ? threadId : null;
  },
  set: ({ meta }: StackItem, threadId: string): void => void meta.set(metaKey, threadId),
};

/**
 * Undoing the edit of an accepted proposal puts the proposal up again, redoing it accepts it again, in the order that never leaves
 * an accepted proposal without its words: up again before the words go, accepted after they are stored.
 */
export function followUndo(session: DraftSession, desk: CommentDesk): () => void {
  const { provider, undo } = session;
  undo.around = (item, direction) => {
    const threadId = suggestionOf.get(item);
    if (threadId === null) return null;
    const letOut = direction === 'undo' ? provider.holdOut.hold(longestWaitMs) : null;
    return (made) => {
      if (made !== null) suggestionOf.set(made, threadId);
      if (letOut === null) void (made && acceptAgain(session, desk, made, threadId));
      else if (made === null) letOut();
      else void putUpAgain(session, desk, threadId).finally(letOut);
    };
  };
  return () => {
    undo.around = null;
  };
}

async function putUpAgain(session: DraftSession, desk: CommentDesk, threadId: string): Promise<void> {
  try {
    desk.take(await onceReached(session, () => desk.api.decide(threadId, 'proposed')));
  } catch (problem) {
    await tellProblem(desk, problem, threadId);
  }
}

/** Refused (a colleague decided meanwhile): the words go again. */
async function acceptAgain(
  session: DraftSession,
  desk: CommentDesk,
  made: StackItem,
  threadId: string,
): Promise<void> {
  await session.provider.saved.whenSaved(new AbortController().signal);
  try {
    desk.take(await onceReached(session, () => desk.api.acceptApplied(threadId)));
  } catch (problem) {
    session.undo.takeBack(made);
    session.store.refresh();
    await tellProblem(desk, problem, threadId);
  }
}

/** Asks again once the line is there again: an answer that was lost must not leave words and decision apart. */
async function onceReached<T>(session: DraftSession, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (problem) {
      if (!(problem instanceof ApiProblem && problem.code === 'network')) throw problem;
    }
    await reconnected(session);
  }
}

/** Resolves at the next time that the draft's line comes up. */
function reconnected({ provider }: DraftSession): Promise<void> {
  return new Promise((resolve) => {
    let wasOnline = provider.connection.online;
    const stop = provider.subscribe(() => {
      const { online } = provider.connection;
      if (online && !wasOnline) {
        stop();
        resolve();
      }
      wasOnline = online;
    });
  });
}
