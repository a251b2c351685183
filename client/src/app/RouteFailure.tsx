import { Button, Group } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useRouteError } from 'react-router';
import { EmptyState } from '../ui/EmptyState.tsx';
import { problemText } from '../ui/problemText.ts';
import { ApiProblem } from '../wire/http.ts';
import { useMessages } from './i18n.ts';
import { shellMessages } from './messages.ts';

/** A page that failed to load or broke: the frame stays and there is always a way on. */
export function RouteFailure() {
  const t = useMessages(shellMessages);
  const error = useRouteError();
  return (
    <EmptyState icon={IconPlugConnectedX} title={t('failure.title')} body={reason()} role="alert">
      <Group justify="center">
        <Button onClick={() => location.reload()}>{t('failure.reload')}</Button>
        <Button variant="default" component="a" href="/">
          {t('failure.home')}
        </Button>
      </Group>
    </EmptyState>
  );

  function reason(): string {
    if (error instanceof ApiProblem) return error.status === 0 ? t('failure.network') : problemText(error);
    // After an update the old page asks for files that are gone.
    if (error instanceof TypeError && error.message.includes('import')) return t('failure.stale');
    return problemText(error);
  }
}
