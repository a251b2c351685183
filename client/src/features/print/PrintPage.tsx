import { Button, Group } from '@mantine/core';
import { IconFileAlert, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { PrintView } from '@daihon/shared/wire/exchange';
import { useMessages } from '../../app/i18n.ts';
import { takePrintAsk } from '../../exchange/printAsk.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { ApiProblem, api } from '../../wire/http.ts';
import { Booklet } from './Booklet.tsx';
import { printMessages } from './messages.ts';
import styles from './PrintPage.module.css';

/** A script as a booklet of A4 pages, on the screen as it will be on paper. */
export default function PrintPage() {
  const t = useMessages(printMessages);
  const { scriptId = '' } = useParams();
  const [params] = useSearchParams();
  const key = params.get('ask');
  const version = Number(params.get('version') ?? Number.NaN);
  const ask = useMemo(() => (key === null ? {} : takePrintAsk(key)), [key]);
  const query = useQuery({
    queryKey: ['print', scriptId, key, version],
    queryFn: () =>
      api.post<PrintView>(`/api/scripts/${scriptId}/export`, {
        ...(Number.isInteger(version) ? { version } : {}),
        ...ask,
        format: 'print',
      }),
    // Each look is on record: it is asked for once.
    staleTime: Infinity,
    retry: false,
  });
  const ready = query.isSuccess;
  useEffect(() => {
    if (ready && key !== null) window.print();
  }, [ready, key]);
  const asksReason =
    query.error instanceof ApiProblem && query.error.errors.some(({ pointer }) => pointer === '/reason');
  return (
    <div className={styles.page}>
      <Group className={styles.bar ?? ''} justify="space-between" gap="sm">
        <Link to="/scripts">{t('back')}</Link>
        <Group gap="sm">
          <span className={styles.hint}>{t('hint')}</span>
          <Button
            leftSection={<IconPrinter size="1rem" aria-hidden />}
            disabled={!ready}
            onClick={() => window.print()}
          >
            {t('print')}
          </Button>
        </Group>
      </Group>
      <main id="main" className={ready ? styles.paper : styles.waiting}>
        {asksReason ? (
          <EmptyState icon={IconFileAlert} title={t('refused')} body={t('refusedBody')} role="alert" />
        ) : (
          <QueryGate query={query}>{(view) => <Booklet view={view} />}</QueryGate>
        )}
      </main>
    </div>
  );
}
