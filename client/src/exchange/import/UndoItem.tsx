import { Menu } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DraftImport } from '@daihon/shared/wire/exchange';
import { useMessages } from '../../app/i18n.ts';
import { formatTime } from '../../ui/formatTime.ts';
import { api } from '../../wire/http.ts';
import { undoImport } from './undo.ts';
import { undoMessages } from './undoMessages.ts';

/** The way back after a file took the place of the draft; nothing while there is none. Stands in a menu that is open. */
export function UndoItem({ scriptId, disabled }: { scriptId: string; disabled: boolean }) {
  const t = useMessages(undoMessages);
  const client = useQueryClient();
  const queryKey = ['script', scriptId, 'lastImport'];
  const { data } = useQuery({
    queryKey,
    queryFn: () => api.get<{ item: DraftImport | null }>(`/api/scripts/${scriptId}/imports/last`),
    // Colleagues import and undo as well: asked anew with each opening.
    staleTime: 0,
  });
  const last = data?.item;
  if (last?.takenBack !== null) return null;
  const { file, by: name, at } = last;
  return (
    <Menu.Item
      disabled={disabled}
      leftSection={<IconArrowBackUp size="1rem" aria-hidden />}
      onClick={() => void undoImport(last.id).finally(() => client.invalidateQueries({ queryKey }))}
    >
      {t('last')}
      <small style={{ display: 'block', color: 'var(--dh-quiet)', overflowWrap: 'anywhere' }}>
        {t(file === '' ? 'lastOf' : 'lastOfFile', { file, name, time: formatTime(at) })}
      </small>
    </Menu.Item>
  );
}
