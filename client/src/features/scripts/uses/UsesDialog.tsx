import { Modal, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Page, ScriptSummary } from '@daihon/shared/wire/http';
import type { ScriptUse } from '@daihon/shared/wire/library';
import { useMessages } from '../../../app/i18n.ts';
import { QueryGate } from '../../../ui/QueryGate.tsx';
import { uiMessages } from '../../../ui/messages.ts';
import { api } from '../../../wire/http.ts';
import { scriptsMessages } from '../messages.ts';
import { UseList } from './UseList.tsx';

export function UsesDialog({ script, onClose }: { script: ScriptSummary; onClose: () => void }) {
  const t = useMessages(scriptsMessages);
  const ui = useMessages(uiMessages);
  const query = useQuery({
    queryKey: ['script-uses', script.id],
    queryFn: () => api.get<Page<ScriptUse>>(`/api/scripts/${script.id}/uses`),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<strong>{t('usesTitle', { title: script.title })}</strong>}
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      <QueryGate query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Text>{t('usesNone')}</Text>
          ) : (
            <>
              <Text c="dimmed" size="sm">
                {t('usesLead')}
              </Text>
              <UseList uses={items} />
            </>
          )
        }
      </QueryGate>
    </Modal>
  );
}
