import { Button } from '@mantine/core';
import { IconFileText, IconZoomQuestion } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { scriptsMessages } from '../messages.ts';

interface Props {
  /** There are scripts, only none that fits. */
  any: boolean;
  mayEdit: boolean;
  onReset: () => void;
  onCreate: () => void;
}

export function EmptyList({ any, mayEdit, onReset, onCreate }: Props) {
  const t = useMessages(scriptsMessages);
  if (any) {
    return (
      <EmptyState icon={IconZoomQuestion} title={t('empty.noneTitle')} body={t('empty.noneBody')}>
        <Button variant="default" onClick={onReset}>
          {t('filter.reset')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={IconFileText}
      title={t('empty.title')}
      body={t(mayEdit ? 'empty.body' : 'empty.readOnly')}
    >
      {mayEdit && <Button onClick={onCreate}>{t('create')}</Button>}
    </EmptyState>
  );
}
