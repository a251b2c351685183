import { IconPhoneCall } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { formatTime } from '../../../ui/formatTime.ts';
import { useSession } from '../../../wire/session.ts';
import { runMessages } from '../messages.ts';
import { openShelf } from '../save/callShelf.ts';
import { isUntouched, recordOfCall } from '../save/record.ts';
import type { CallRecord } from '../save/record.ts';
import styles from './OpenCalls.module.css';
import { useOpenCalls, useScripts } from './useHome.ts';

/** Calls that have not ended, of this browser and of the server: each goes on where it was. */
export function OpenCalls() {
  const t = useMessages(runMessages);
  const { id: accountId } = useSession();
  const onServer = useOpenCalls().data ?? [];
  const scripts = useScripts().data ?? [];
  const here = openShelf(accountId, localStorage).list();
  const calls = mergeCalls(
    here,
    onServer.map((call) => recordOfCall(call, '')),
  );
  if (calls.length === 0) return null;
  return (
    <section className={styles.open} aria-label={t('home.open')}>
      <h2>{t('home.open')}</h2>
      <ul>
        {calls.map(({ id, state, startedAt, title }) => (
          <li key={id}>
            <Link
              className={styles.call}
              to={`/run/${encodeURIComponent(state.scriptId)}?call=${encodeURIComponent(id)}`}
            >
              <IconPhoneCall size="1.25rem" stroke={1.7} aria-hidden />
              <span className={styles.text}>
                <strong>{scripts.find((script) => script.id === state.scriptId)?.title ?? title}</strong>
                <span>
                  {t('home.openedAt', { time: formatTime(startedAt) })}
                  {state.memo !== '' && ` · ${t('home.memoOf', { memo: state.memo.slice(0, 60) })}`}
                </span>
              </span>
              <span className={styles.go}>{t('home.resume')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Each call once, the newer state of it; a look in which nothing was done is not offered. */
function mergeCalls(here: readonly CallRecord[], there: readonly CallRecord[]): CallRecord[] {
  const calls = new Map(there.map((call) => [call.id, call]));
  for (const call of here) {
    const other = calls.get(call.id);
    if (other === undefined || call.rev >= other.rev) calls.set(call.id, call);
  }
  return [...calls.values()]
    .filter((call) => call.endedAt === null && !isUntouched(call))
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt));
}
