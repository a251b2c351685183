import { Button } from '@mantine/core';
import { IconCompassOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useMessages } from './i18n.ts';
import { shellMessages } from './messages.ts';

export default function NotFound() {
  const t = useMessages(shellMessages);
  return (
    <EmptyState icon={IconCompassOff} title={t('notFound.title')} body={t('notFound.body')}>
      <Button variant="default" component={Link} to="/">
        {t('failure.home')}
      </Button>
    </EmptyState>
  );
}
