import { ActionIcon, Kbd, Menu } from '@mantine/core';
import {
  IconBookmarkPlus,
  IconDots,
  IconFileExport,
  IconFileImport,
  IconHistory,
  IconKeyboard,
  IconTimeline,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { UndoItem } from '../../../exchange/import/UndoItem.tsx';
import { exchangeMessages } from '../../../exchange/messages.ts';
import { lateView } from '../late/lateParts.ts';
import { editorMessages } from '../messages.ts';
import { pointMessages } from '../point/messages.ts';
import { useEditor, useReadOnly } from '../session/context.ts';
import { LanguageItems } from './LanguageItems.tsx';
import { WithdrawItem } from './WithdrawItem.tsx';

const FileDialogs = lateView(() => import('./FileDialogs.tsx'));

/** What is rarely done with a whole script: out as a file or on paper, and a file in its place; when narrow, what the header has no room for. */
export function FileMenu({ narrow }: { narrow: boolean }) {
  const t = useMessages(exchangeMessages);
  const e = useMessages(editorMessages);
  const p = useMessages(pointMessages);
  const { session, view } = useEditor();
  const { scriptId } = session;
  const readOnly = useReadOnly();
  const [open, setOpen] = useState<'export' | 'import' | 'withdraw' | null>(null);
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <ActionIcon aria-label={narrow ? e('step.more') : t('menu')}>
            <IconDots size="1.125rem" aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFileExport size="1rem" aria-hidden />}
            onClick={() => setOpen('export')}
          >
            {t('export')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFileImport size="1rem" aria-hidden />}
            disabled={readOnly}
            onClick={() => setOpen('import')}
          >
            {t('replace')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconBookmarkPlus size="1rem" aria-hidden />}
            rightSection={<Kbd size="xs">Ctrl+S</Kbd>}
            onClick={() => view.set({ dialog: 'point' })}
          >
            {p('open')}
          </Menu.Item>
          <Menu.Item
            component={Link}
            to={`/scripts/${scriptId}/timeline`}
            leftSection={<IconTimeline size="1rem" aria-hidden />}
          >
            {p('timeline')}
          </Menu.Item>
          <UndoItem scriptId={scriptId} disabled={readOnly} />
          <LanguageItems />
          <WithdrawItem onOpen={() => setOpen('withdraw')} />
          {narrow && (
            <>
              <Menu.Divider />
              <Menu.Item
                component={Link}
                to={`/scripts/${scriptId}/versions`}
                leftSection={<IconHistory size="1rem" aria-hidden />}
              >
                {e('history')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconKeyboard size="1rem" aria-hidden />}
                onClick={() => view.set({ dialog: 'keys' })}
              >
                {e('keys.title')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {open !== null && <FileDialogs open={open} onClose={() => setOpen(null)} />}
    </>
  );
}
