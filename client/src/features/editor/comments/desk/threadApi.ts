import type {
  CommentAnchor,
  CommentMessage,
  CommentThread,
  DecidedThread,
  Decision,
  ThreadState,
} from '@daihon/shared/comment';
import { fetchAll } from '../../../../wire/fetchAll.ts';
import { api } from '../../../../wire/http.ts';

export interface NewThread {
  id: string;
  messageId: string;
  anchor: CommentAnchor;
  text: string;
  suggestion: { replacement: string } | null;
}

/** The comments of one script over HTTP; every write answers with the whole thread. */
export function threadApi(scriptId: string) {
  const root = `/api/scripts/${scriptId}/comments`;
  const messagePath = (threadId: string, messageId: string) => `${root}/${threadId}/messages/${messageId}`;
  const decisionPath = (threadId: string) => `${root}/${threadId}/decision`;
  return {
    list: () => fetchAll<CommentThread>(root),
    start: (thread: NewThread) => api.post<CommentThread>(root, thread),
    reply: (threadId: string, message: { id: string; text: string }) =>
      api.post<CommentThread>(`${root}/${threadId}/messages`, message),
    edit: (threadId: string, message: CommentMessage, text: string) =>
      api.patch<CommentThread>(messagePath(threadId, message.id), { text }, undefined, tagOf(message)),
    remove: (threadId: string, message: CommentMessage) =>
      api.del<CommentThread>(messagePath(threadId, message.id), undefined, undefined, tagOf(message)),
    setState: (threadId: string, state: ThreadState) =>
      api.patch<CommentThread>(`${root}/${threadId}`, { state }),
    decide: (threadId: string, decision: Exclude<Decision, 'accepted'>, reason = '') =>
      api.post<CommentThread>(decisionPath(threadId), { decision, reason }),
    /** The server puts the words in; `over`: even where others stand by now. */
    accept: (threadId: string, over: boolean) =>
      api.post<DecidedThread>(decisionPath(threadId), { decision: 'accepted', over }),
    /** The words are in already, by an edit of this person's own. */
    acceptApplied: (threadId: string) =>
      api.post<CommentThread>(decisionPath(threadId), { decision: 'accepted', applied: true }),
    markRead: (threadId: string) => api.post('/api/mentions/read', { threadId }),
  };
}

/** What the author saw: an edit from another of their pages in between is not written over. */
function tagOf({ revision }: CommentMessage): string {
  return `"m${revision}"`;
}
