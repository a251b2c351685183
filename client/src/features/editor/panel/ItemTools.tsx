import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDotsVertical, IconTrash } from '@tabler/icons-react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useReadOnly } from '../session/context.ts';

interface ItemToolsProps {
  label: string;
  removeLabel: string;
  isFirst: boolean;
  isLast: boolean;
  onMove?: (direction: 'up' | 'down') => void;
  onRemove: () => void;
}

/** Move and remove for one choice, field, gate and the like. */
export function ItemTools({ label, removeLabel, isFirst, isLast, onMove, onRemove }: ItemToolsProps) {
  const t = useMessages(editorMessages);
  const readOnly = useReadOnly();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size="md" aria-label={label} disabled={readOnly}>
          <IconDotsVertical size="1rem" stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {onMove !== undefined && (
          <>
            <Menu.Item
              leftSection={<IconArrowUp size="1rem" />}
              disabled={isFirst}
              onClick={() => onMove('up')}
            >
              {t('up')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowDown size="1rem" />}
              disabled={isLast}
              onClick={() => onMove('down')}
            >
              {t('down')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item color="red" leftSection={<IconTrash size="1rem" />} onClick={onRemove}>
          {removeLabel}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** The id that an item of `items` must stand before after a move by one; null: at the end. */
export function beforeAfterMove(
  items: readonly { id: string }[],
  index: number,
  direction: 'up' | 'down',
): string | null {
  return (direction === 'up' ? items[index - 1] : items[index + 2])?.id ?? null;
}
