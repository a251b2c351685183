import { can } from '@daihon/shared/access';
import { Suspense, lazy } from 'react';
import { DisplayMenu } from '../ui/DisplayMenu.tsx';
import { useSession } from '../wire/session.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { ConnectionDot } from './ConnectionDot.tsx';
import { environmentOf } from './environment.ts';
import styles from './Header.module.css';
import { useMessages } from './i18n.ts';
import { shellMessages } from './messages.ts';

/** Only for those who may be spoken to in comments: agents load none of it. */
const Bell = lazy(() => import('./bell/Bell.tsx'));

export function Header() {
  const t = useMessages(shellMessages);
  const account = useSession();
  const environment = environmentOf(location.hostname);
  return (
    <header className={styles.header}>
      <span className={styles.tenant}>{account.tenant.name}</span>
      {environment !== null && <span className={styles.environment}>{t(`environment.${environment}`)}</span>}
      <span className={styles.space} />
      <ConnectionDot />
      {can(account, 'comment.write') && (
        <Suspense>
          <Bell />
        </Suspense>
      )}
      <DisplayMenu />
      <AccountMenu />
    </header>
  );
}
