import { IconFileOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { WithdrawnEvent } from '@daihon/shared/wire/events';
import { useMessages } from '../../../app/i18n.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { api } from '../../../wire/http.ts';
import { PlainButton } from '../frame/PlainButton.tsx';
import { withdrawnMessages } from './messages.ts';
import styles from './NotOut.module.css';

/** In the place of a call that cannot begin, with what to read instead, and why, where it was withdrawn. */
export function NotOut({ scriptId }: { scriptId: string }) {
  const t = useMessages(withdrawnMessages);
  const navigate = useNavigate();
  const { data } = useQuery({
    queryKey: ['run', 'withdrawals'],
    queryFn: () => api.get<{ items: WithdrawnEvent[] }>('/api/withdrawals'),
    staleTime: 0,
  });
  const item = data?.items.find((each) => each.scriptId === scriptId);
  return (
    <EmptyState icon={IconFileOff} title={t('notOut')} body={t('notOutBody')} role="alert">
      {item !== undefined && (
        <section className={styles.substitute} aria-label={t('substitute')}>
          <h3>{t('substitute')}</h3>
          <p>{item.substitute}</p>
          <p className={styles.reason}>{t('reason', { reason: item.reason })}</p>
        </section>
      )}
      <PlainButton onClick={() => void navigate('/run')}>{t('home')}</PlainButton>
    </EmptyState>
  );
}
