import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { exchangeMessages } from '../../../exchange/messages.ts';
import { lateView } from '../late/lateParts.ts';
import { editorMessages } from '../messages.ts';
import type { FileDialog } from './FileMenuItems.tsx';

const FileDialogs = lateView(() => import('./FileDialogs.tsx'));
const FileMenuItems = lateView(() => import('./FileMenuItems.tsx'));

/** What is rarely done with a whole script: out as a file or on paper, and a file in its place; when narrow, what the header has no room for. */
export function FileMenu({ narrow }: { narrow: boolean }) {
  const t = useMessages(exchangeMessages);
  const e = useMessages(editorMessages);
  const [open, setOpen] = useState<FileDialog | null>(null);
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon aria-label={narrow ? e('step.more') : t('menu')}>
            <IconDots size="1.125rem" aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <FileMenuItems narrow={narrow} onOpen={setOpen} />
        </Menu.Dropdown>
      </Menu>
      {open !== null && <FileDialogs open={open} onClose={() => setOpen(null)} />}
    </>
  );
}
