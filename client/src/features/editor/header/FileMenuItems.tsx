import { Kbd, Menu } from '@mantine/core';
import {
  IconBookmarkPlus,
  IconFileExport,
  IconFileImport,
  IconHistory,
  IconKeyboard,
  IconTimeline,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { UndoItem } from '../../../exchange/import/UndoItem.tsx';
import { exchangeMessages } from '../../../exchange/messages.ts';
import { editorMessages } from '../messages.ts';
import { pointMessages } from '../point/messages.ts';
import { useEditor, useReadOnly } from '../session/context.ts';
import { LanguageItems } from './LanguageItems.tsx';
import { WithdrawItem } from './WithdrawItem.tsx';

export type FileDialog = 'export' | 'import' | 'withdraw';

/** The lines of the menu, which nobody sees before it is opened. */
export default function FileMenuItems({
  narrow,
  onOpen,
}: {
  narrow: boolean;
  onOpen: (dialog: FileDialog) => void;
}) {
  const t = useMessages(exchangeMessages);
  const e = useMessages(editorMessages);
  const p = useMessages(pointMessages);
  const { session, view } = useEditor();
  const { scriptId } = session;
  const readOnly = useReadOnly();
  return (
    <>
      <Menu.Item leftSection={<IconFileExport size="1rem" aria-hidden />} onClick={() => onOpen('export')}>
        {t('export')}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconFileImport size="1rem" aria-hidden />}
        disabled={readOnly}
        onClick={() => onOpen('import')}
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
      <WithdrawItem onOpen={() => onOpen('withdraw')} />
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
    </>
  );
}
