import { can } from '@daihon/shared/access';
import type { Role } from '@daihon/shared/role';
import { Suspense, lazy, useEffect } from 'react';
import { Outlet, ScrollRestoration, useLocation, useMatches, useNavigate, useNavigation } from 'react-router';
import { push } from '../wire/push.ts';
import { unsentPrefix } from '../wire/unsentPrefix.ts';
import { useSession, useSessionState } from '../wire/session.ts';
import { usePreferences } from './preferences.ts';
import { Header } from './Header.tsx';
import { Rail } from './Rail.tsx';
import { signInPath } from './guards.ts';
import { useMessages } from './i18n.ts';
import { shellMessages } from './messages.ts';
import styles from './Shell.module.css';

const UnsentNotice = lazy(() => import('./unsent/UnsentNotice.tsx'));

/** Changes left behind are kept in the tab: whoever has edited in it may have some, whatever their role is now. */
function mayHaveUnsent(account: { role: Role }): boolean {
  return (
    can(account, 'draft.join') || Object.keys(sessionStorage).some((key) => key.startsWith(unsentPrefix))
  );
}

/** The frame of every page behind the sign-in: rail (a bar below on narrow screens), header, and the page. */
export function Shell() {
  const t = useMessages(shellMessages);
  const account = useSession();
  const { railCollapsed } = usePreferences();
  const navigating = useNavigation().state === 'loading';
  const focus = useMatches().some(({ handle }) => asksFocus(handle));
  useLeaveWhenSessionEnds();
  useEffect(() => {
    push.start(account.id);
    return () => push.stop();
  }, [account.id]);

  return (
    <div className={styles.shell} data-focus={focus || undefined}>
      <a className={styles.skip} href="#main">
        {t('skip')}
      </a>
      <Rail collapsed={railCollapsed || focus} fixed={focus} />
      <Header />
      <div className={styles.notice}>
        {mayHaveUnsent(account) && (
          <Suspense>
            <UnsentNotice />
          </Suspense>
        )}
      </div>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <div className={styles.progress} data-active={navigating || undefined} aria-hidden />
      <ScrollRestoration />
    </div>
  );
}

function asksFocus(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'focus' in handle && handle.focus === true;
}

/** Wherever the end is noticed (an answer, the socket, another tab), the person lands on the sign-in page with the way back. */
function useLeaveWhenSessionEnds(): void {
  const state = useSessionState();
  const navigate = useNavigate();
  const location = useLocation();
  useEffect(() => {
    if (state.status !== 'signedOut') return;
    // Who signs out on purpose has finished: the next person at this seat starts at their own page.
    const path = state.reason === 'signed-out' ? '/login' : signInPath(location);
    void navigate(path, { replace: true });
  }, [state, navigate, location]);
}
