import { IconGripVertical } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { isIme } from '../keys/ime.ts';
import { editorMessages } from '../messages.ts';
import { useReadOnly } from '../session/context.ts';
import styles from './Panel.module.css';

interface SortableItemProps {
  id: string;
  /** What stands in the margin: a number, a key to press, an icon. */
  mark: ReactNode;
  onMove: (direction: 'up' | 'down') => void;
  children: ReactNode;
}

/** An item of a list that is dragged by its margin or moved with Alt+↑↓ from anywhere in it. */
export function SortableItem({ id, mark, onMove, children }: SortableItemProps) {
  const t = useMessages(editorMessages);
  const readOnly = useReadOnly();
  const press = (event: KeyboardEvent<HTMLLIElement>) => {
    const up = event.code === 'ArrowUp';
    if (!event.altKey || readOnly || isIme(event.nativeEvent) || (!up && event.code !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    const focused = document.activeElement;
    onMove(up ? 'up' : 'down');
    // A row that is put elsewhere in the page loses the focus.
    requestAnimationFrame(() => {
      if (focused instanceof HTMLElement && document.activeElement !== focused) focused.focus();
    });
  };
  return (
    <li className={styles.item} data-drag={id} onKeyDownCapture={press}>
      <span
        className={styles.dragHandle}
        title={readOnly ? undefined : t('choices.drag')}
        draggable={!readOnly}
        aria-hidden
      >
        {mark}
        {!readOnly && <IconGripVertical size="0.875rem" stroke={1.6} />}
      </span>
      <div className={styles.itemBody}>{children}</div>
    </li>
  );
}
