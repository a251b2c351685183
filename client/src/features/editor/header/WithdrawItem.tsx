import { Menu } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../../app/i18n.ts';
import { withdrawMessages } from '../../../withdraw/messages.ts';
import { useEditor } from '../session/context.ts';
import { summaryQuery } from './summaryQuery.ts';

/** For a script that is out: takes it out of use at once; for a withdrawn one: other words instead of it. */
export function WithdrawItem({ onOpen }: { onOpen: () => void }) {
  const t = useMessages(withdrawMessages);
  const { scriptId } = useEditor().session;
  const state = useQuery({ ...summaryQuery(scriptId), staleTime: 60_000 }).data?.state;
  if (state !== 'published' && state !== 'withdrawn') return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Item leftSection={<IconHandStop size="1rem" aria-hidden />} color="red" onClick={onOpen}>
        {t(state === 'withdrawn' ? 'change' : 'open')}
      </Menu.Item>
    </>
  );
}
