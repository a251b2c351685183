import type { Capability } from '@daihon/shared/access';
import { can } from '@daihon/shared/access';
import { redirect } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { session } from '../wire/session.ts';
import type { SessionAccount } from '../wire/session.ts';

/** Where a person starts: agents with their calls, auditors with the record, everyone else with the scripts. */
export function homeOf(account: Pick<SessionAccount, 'role'>): string {
  if (can(account, 'call.run')) return '/run';
  return '/scripts';
}

/** A loader for pages behind the sign-in; the way back is kept. */
export async function requireSession({ request }: LoaderFunctionArgs): Promise<Response | null> {
  const state = await session.load();
  return state.status === 'signedIn' ? null : redirect(signInPath(new URL(request.url)));
}

/** A loader for pages that need a right: without it one lands at one's own start page. The server refuses by itself. */
export function requireRight(capability: Capability) {
  return async (input: LoaderFunctionArgs): Promise<Response | null> => {
    const elsewhere = await requireSession(input);
    const state = session.get();
    if (state.status !== 'signedIn') return elsewhere;
    return can(state.account, capability) ? null : redirect(homeOf(state.account));
  };
}

export function signInPath(from: Pick<URL, 'pathname' | 'search'>): string {
  const back = from.pathname + from.search;
  return back === '/' || back.startsWith('/login') ? '/login' : `/login?next=${encodeURIComponent(back)}`;
}
