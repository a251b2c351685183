import { ActionIcon, Tooltip } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { usesMessages } from '../../../script/uses/messages.ts';
import { usesQuery } from '../../../wire/uses.ts';
import { lateView } from '../late/lateParts.ts';
import { useEditor, useScript } from '../session/context.ts';

const UsesDialog = lateView(() => import('../../../script/uses/UsesDialog.tsx'));

/** In the header of a script that others call: who they are. */
export function UsesButton() {
  const t = useMessages(usesMessages);
  const { session } = useEditor();
  const { title } = useScript();
  const query = useQuery({ ...usesQuery(session.scriptId), staleTime: 60_000 });
  const [opened, setOpened] = useState(false);
  const count = query.data?.length ?? 0;
  if (count === 0) return null;
  return (
    <>
      <Tooltip label={t('open', { count })}>
        <ActionIcon aria-label={t('open', { count })} onClick={() => setOpened(true)}>
          <IconSitemap size="1.125rem" stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      {opened && <UsesDialog title={title} query={query} onClose={() => setOpened(false)} />}
    </>
  );
}
