import type { CommentAnchor, CommentMessage, CommentThread } from '@daihon/shared/comment';
import { valueOf } from '@daihon/shared/script/draft/proposal';
import type { Fitness } from '@daihon/shared/script/draft/proposal';
import { translate } from '../../../../app/i18n.ts';
import { toast } from '../../../../ui/toasts.ts';
import type { Editor } from '../../session/context.ts';
import { newId } from '../../session/newId.ts';
import { commentMarkMessages } from '../markMessages.ts';
import type { Composing } from './commentDesk.ts';
import { acceptSuggestion } from './suggestions.ts';
import { tellProblem } from './tellProblem.ts';
import { unfolded } from '../../panes/folded.ts';

/** What a person does with comments. A refusal is told, and `false` says that nothing happened, so that typed words stay. */
export function commentActions({ session, view, actions, comments: desk }: Editor) {
  const attempt = async (
    work: () => Promise<CommentThread>,
    threadId: string | null = null,
  ): Promise<boolean> => {
    try {
      desk.take(await work());
      return true;
    } catch (problem) {
      await tellProblem(desk, problem, threadId);
      return false;
    }
  };

  const compose = (kind: Composing['kind'], anchor: CommentAnchor) => {
    view.set({ tab: 'comments', ...unfolded(view, 'panel'), focusField: null });
    if (view.get().stepId !== anchor.stepId) actions.open(anchor.stepId);
    desk.set({ composing: { kind, anchor }, scope: 'step', activeId: null });
  };

  /** A step's short value, or with null the step as a whole. */
  const anchorOfValue = (stepId: string, field: string | null): CommentAnchor | null => {
    const step = session.store.get().script.steps.find(({ id }) => id === stepId);
    if (step === undefined) return null;
    const stepTitle = step.title.slice(0, 200);
    const quote = field === null ? '' : (valueOf(step, field) ?? '');
    return { stepId, stepTitle, field, start: null, end: null, quote };
  };

  const composeAt = (kind: Composing['kind'], stepId: string, field: string | null) => {
    const anchor = anchorOfValue(stepId, field);
    if (anchor !== null) compose(kind, anchor);
  };

  /** On what is selected; a comment without a selection is on the open step, a proposal goes in at the caret. */
  const composeHere = (kind: Composing['kind']): boolean => {
    const field = [...desk.fields].find((each) => each.hasFocus());
    const range = field?.selected() ?? null;
    const wanted = range !== null && (kind === 'suggestion' || range.from < range.to);
    const anchor = wanted ? (field?.anchor(range) ?? null) : null;
    const { stepId } = view.get();
    if (anchor !== null) compose(kind, anchor);
    else if (kind === 'comment' && stepId !== null) composeAt(kind, stepId, null);
    else return false;
    return true;
  };

  const open = (thread: CommentThread) => {
    const { stepId } = thread.anchor;
    view.set({ tab: 'comments', ...unfolded(view, 'panel') });
    if (view.get().stepId !== stepId) actions.open(stepId);
    desk.set({ activeId: thread.id, scope: 'step' });
    // The server tells the bell when something was unread.
    desk.api.markRead(thread.id).catch(() => undefined);
  };

  return {
    compose,
    composeAt,
    composeHere,
    open,
    openById: (threadId: string) => {
      const thread = desk.get().threads.find(({ id }) => id === threadId);
      if (thread !== undefined) open(thread);
      return thread !== undefined;
    },
    start: async (
      composing: Composing,
      ids: { id: string; messageId: string },
      text: string,
      replacement: string,
    ) => {
      const { kind, anchor } = composing;
      const suggestion = kind === 'suggestion' ? { replacement } : null;
      const done = await attempt(() => desk.api.start({ ...ids, anchor, text, suggestion }));
      if (done) desk.set({ composing: null, activeId: ids.id, filter: 'open' });
      return done;
    },
    reply: (thread: CommentThread, id: string, text: string) =>
      attempt(() => desk.api.reply(thread.id, { id, text })),
    edit: (thread: CommentThread, message: CommentMessage, text: string) =>
      attempt(() => desk.api.edit(thread.id, message, text)),
    remove: async (thread: CommentThread, message: CommentMessage) => {
      const done = await attempt(() => desk.api.remove(thread.id, message));
      const left = desk.get().threads.find(({ id }) => id === thread.id);
      const empty = left?.messages.every(({ deleted }) => deleted) ?? false;
      if (done && empty && (left?.suggestion?.decision ?? 'proposed') === 'proposed') desk.drop(thread.id);
      return done;
    },
    setState: async (thread: CommentThread, state: CommentThread['state']) => {
      const done = await attempt(() => desk.api.setState(thread.id, state));
      // What is dealt with leaves the list.
      if (done && desk.get().activeId === thread.id) desk.set({ activeId: null, hoverId: null });
      return done;
    },
    reject: (thread: CommentThread, reason: string) =>
      attempt(() => desk.api.decide(thread.id, 'rejected', reason), thread.id),
    propose: (thread: CommentThread) => attempt(() => desk.api.decide(thread.id, 'proposed'), thread.id),
    accept: async (thread: CommentThread, over = false): Promise<Fitness | 'refused'> => {
      try {
        const acceptance = await acceptSuggestion(session, desk, thread, over);
        if (acceptance.fitness === 'fits') {
          const told = acceptance.undoable ? 'acceptedToast' : 'acceptedOnly';
          toast.success(translate(commentMarkMessages, told));
        }
        return acceptance.fitness;
      } catch (problem) {
        await tellProblem(desk, problem, thread.id);
        return 'refused';
      }
    },
    newId,
  };
}
