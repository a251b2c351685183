import { useSyncExternalStore } from 'react';
import type { SessionView } from '@daihon/shared/account';
import { ApiProblem, api, onUnauthenticated, setCsrfToken } from './http.ts';

export type SessionAccount = SessionView['account'];

/** Why the last session ended: shown once on the sign-in page. Unknown words are shown as `ended`. */
export type EndReason = 'signed-out' | 'expired' | 'suspended' | 'role' | 'password' | 'address' | 'ended';

export type SessionState =
  | { status: 'unknown' }
  | { status: 'signedOut'; reason: EndReason | null }
  | { status: 'signedIn'; account: SessionAccount };

/** Who is signed in, in one place for router, pages and push. */
export const session = {
  get: (): SessionState => state,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Asks the server once per page load who we are. Throws `ApiProblem` when it cannot be reached. */
  async load(): Promise<SessionState> {
    if (state.status !== 'unknown') return state;
    loading ??= api
      .get<SessionView>('/api/session')
      .then(enter)
      .catch((problem: unknown) => {
        if (!(problem instanceof ApiProblem) || problem.status !== 401) throw problem;
        change({ status: 'signedOut', reason: null });
      })
      .finally(() => {
        loading = null;
      });
    await loading;
    return state;
  },
  async signIn(loginId: string, password: string): Promise<SessionAccount> {
    const view = await api.post<SessionView>('/api/session', { loginId, password });
    enter(view);
    return view.account;
  },
  async signOut(): Promise<void> {
    // The push may tell of the end before the answer is here: either way it was the person's own wish.
    leaving = true;
    try {
      await api.del('/api/session');
      session.end('signed-out');
    } finally {
      leaving = false;
    }
  },
  /** The session is over, for a reason that the sign-in page then tells. The first reason wins. */
  end(reason: string): void {
    if (state.status !== 'signedIn') return;
    setCsrfToken(null);
    change({ status: 'signedOut', reason: leaving ? 'signed-out' : reasonOf(reason) });
  },
};

export function useSessionState(): SessionState {
  return useSyncExternalStore(session.subscribe, session.get);
}

/** The signed-in account. Only for pages behind the sign-in: there it always exists. */
export function useSession(): SessionAccount {
  const now = useSessionState();
  if (now.status === 'signedIn') return now.account;
  // Between the end of a session and the move to /login a page may render once more: it sees the account it had.
  if (lastAccount === null) throw new Error('useSession is for pages behind the sign-in');
  return lastAccount;
}

const reasons: readonly EndReason[] = ['signed-out', 'expired', 'suspended', 'role', 'password', 'address'];
const listeners = new Set<() => void>();
let state: SessionState = { status: 'unknown' };
let loading: Promise<void> | null = null;
let leaving = false;
let lastAccount: SessionAccount | null = null;

onUnauthenticated(() => session.end('expired'));

/** The words of the push (`sessionEnded`, `rightWithdrawn`) say less than those of an answer. */
function reasonOf(word: string): EndReason {
  if (word === 'rightWithdrawn') return 'role';
  return reasons.find((each) => each === word) ?? 'ended';
}

function enter(view: SessionView): void {
  setCsrfToken(view.csrfToken);
  lastAccount = view.account;
  change({ status: 'signedIn', account: view.account });
}

function change(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}
