import { Button, Skeleton, Stack } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMessages } from '../app/i18n.ts';
import { EmptyState } from './EmptyState.tsx';
import { uiMessages } from './messages.ts';
import { problemText } from './problemText.ts';

type Asked<T> = Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch' | 'isFetching'>;

/** What a page shows of a question to the server: rows to come, the answer, or why there is none and a way to ask again. */
export function QueryGate<T>({
  query,
  children,
  waiting,
}: {
  query: Asked<T>;
  children: (data: T) => ReactNode;
  waiting?: ReactNode;
}) {
  const t = useMessages(uiMessages);
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return waiting ?? <WaitingRows />;
  return (
    <EmptyState icon={IconPlugConnectedX} title={problemText(query.error)} role="alert">
      <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
        {t('retry')}
      </Button>
    </EmptyState>
  );
}

export function WaitingRows({ rows = 6 }: { rows?: number }) {
  const t = useMessages(uiMessages);
  return (
    <Stack gap="xs" p="md" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} h="2.5rem" />
      ))}
    </Stack>
  );
}
