import { Modal, Text } from '@mantine/core';
import type { ScriptUse } from '@daihon/shared/wire/library';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMessages } from '../../app/i18n.ts';
import { QueryGate } from '../../ui/QueryGate.tsx';
import { uiMessages } from '../../ui/messages.ts';
import { UseList } from './UseList.tsx';
import { usesMessages } from './messages.ts';

interface Props {
  title: string;
  query: UseQueryResult<ScriptUse[]>;
  onClose: () => void;
}

/** The scripts that call one, with the steps that do. */
export default function UsesDialog({ title, query, onClose }: Props) {
  const t = useMessages(usesMessages);
  const ui = useMessages(uiMessages);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<strong>{t('title', { title })}</strong>}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <QueryGate query={query}>
        {(uses) =>
          uses.length === 0 ? (
            <Text>{t('none')}</Text>
          ) : (
            <>
              <Text c="dimmed" size="sm">
                {t('lead')}
              </Text>
              <UseList uses={uses} />
            </>
          )
        }
      </QueryGate>
    </Modal>
  );
}
