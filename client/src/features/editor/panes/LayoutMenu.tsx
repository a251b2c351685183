import { ActionIcon, Kbd, Menu, Tooltip } from '@mantine/core';
import { IconLayoutColumns } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useView } from '../session/context.ts';
import { alone, isAlone, mainPanes, toggled } from './folded.ts';
import { paneMessages } from './messages.ts';

/** Which of outline, map and step are in sight. */
export function LayoutMenu() {
  const t = useMessages(paneMessages);
  const names = useMessages(editorMessages);
  const { view } = useEditor();
  const folded = useView((state) => state.folded);
  const last = folded.size === mainPanes.length - 1;
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Tooltip label={t('layout')}>
          <ActionIcon aria-label={t('layout')} variant={folded.size > 0 ? 'light' : 'subtle'}>
            <IconLayoutColumns size="1.125rem" stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {mainPanes.map((pane) => (
          <Menu.CheckboxItem
            key={pane}
            checked={!folded.has(pane)}
            disabled={last && !folded.has(pane)}
            onChange={() => view.set({ folded: toggled(view.get().folded, pane) })}
          >
            {names(`panes.${pane}`)}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        {mainPanes.map((pane, index) => (
          <Menu.Item
            key={pane}
            rightSection={<Kbd size="xs">Alt+Shift+{index + 1}</Kbd>}
            disabled={isAlone(folded, pane)}
            onClick={() => view.set({ pane, folded: alone(view.get().folded, pane) })}
          >
            {t('alone', { pane: names(`panes.${pane}`) })}
          </Menu.Item>
        ))}
        <Menu.Item disabled={folded.size === 0} onClick={() => view.set({ folded: new Set() })}>
          {t('beside')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
