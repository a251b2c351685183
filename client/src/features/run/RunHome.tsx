import { Suspense, lazy, useState } from 'react';
import { useMessages } from '../../app/i18n.ts';
import { Page } from '../../ui/Page.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { toast } from '../../ui/toasts.ts';
import { useSession } from '../../wire/session.ts';
import { OpenCalls } from './home/OpenCalls.tsx';
import { Releases } from './home/Releases.tsx';
import { ScriptShelf } from './home/ScriptShelf.tsx';
import { useFreshHome, useReminders } from './home/useHome.ts';
import { runMessages } from './messages.ts';
import styles from './RunHome.module.css';
import { useLeftovers } from './save/useLeftovers.ts';
import { Withdrawals } from './withdrawn/onHome.tsx';

const FoundSteps = lazy(() => import('./home/FoundSteps.tsx'));

/** Where an agent starts: calls to go on with, scripts to begin one, and what has changed. */
export default function RunHome() {
  const t = useMessages(runMessages);
  const { id: accountId } = useSession();
  const [query, setQuery] = useState('');
  useFreshHome();
  useReminders(({ title, version }) => toast.warning(t('home.reminder', { title, version })));
  useLeftovers(accountId);
  return (
    <Page title={t('home.title')} description={t('home.description')}>
      <div className={styles.columns}>
        <div className={styles.main}>
          <OpenCalls />
          <Withdrawals />
          <SearchField
            className={styles.search}
            label={t('home.search')}
            placeholder={t('home.searchHint')}
            value={query}
            onChange={setQuery}
            delayMs={80}
          />
          <ScriptShelf query={query} />
          {query.trim() !== '' && (
            <Suspense fallback={null}>
              <FoundSteps query={query} />
            </Suspense>
          )}
        </div>
        <Releases />
      </div>
    </Page>
  );
}
