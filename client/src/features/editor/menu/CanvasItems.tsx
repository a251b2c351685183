import { Menu } from '@mantine/core';
import type { Step } from '@daihon/shared/script/schema';
import { IconClipboard, IconFold, IconPlus, IconSelectAll, IconArrowsMaximize } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { pasteByMenu } from '../clipboard/paste.ts';
import { useEditor } from '../session/context.ts';
import { Item } from './Item.tsx';
import { KindItems } from './KindItems.tsx';
import { menuMessages } from './messages.ts';
import { SubMenu } from './SubMenu.tsx';

export function CanvasItems({ position }: { position: Step['position'] }) {
  const t = useMessages(menuMessages);
  const editor = useEditor();
  const { actions } = editor;
  return (
    <>
      <SubMenu icon={IconPlus} label={t('addHere')}>
        <KindItems onPick={(kind) => actions.add(kind, position)} />
      </SubMenu>
      <Item
        icon={IconClipboard}
        label={t('paste')}
        hint="Ctrl+V"
        onPick={() => void pasteByMenu(editor, position)}
      />
      <Menu.Divider />
      <Item
        harmless
        icon={IconSelectAll}
        label={t('selectAll')}
        hint="Ctrl+A"
        onPick={() => actions.selectAll()}
      />
      <Item harmless icon={IconFold} label={t('foldAll')} onPick={actions.foldAllGroups} />
      <Item harmless icon={IconArrowsMaximize} label={t('unfoldAll')} onPick={actions.unfoldAll} />
    </>
  );
}
