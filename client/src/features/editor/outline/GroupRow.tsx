import { ActionIcon, Menu } from '@mantine/core';
import { IconChevronRight, IconDots, IconFolderOff, IconPencil } from '@tabler/icons-react';
import { removeGroup, setGroup } from '@daihon/shared/script/draft/editScript';
import { memo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { CommitInput } from '../panel/CommitInput.tsx';
import { useEditor, useReadOnly, useView } from '../session/context.ts';
import { focusRowAgain } from './focusRowAgain.ts';
import styles from './Outline.module.css';
import type { OutlineRow } from './rows.ts';

interface GroupRowProps {
  rowId: string;
  row: Extract<OutlineRow, { type: 'group' }>;
  isTabStop: boolean;
  onToggle: (rowId: string) => void;
}

export const GroupRow = memo(function GroupRow({ rowId, row, isTabStop, onToggle }: GroupRowProps) {
  const t = useMessages(editorMessages);
  const { session, view } = useEditor();
  const { group, open, count } = row;
  const renaming = useView((state) => group !== null && state.renamingId === group.id);
  return (
    <div
      className={styles.group}
      role="treeitem"
      aria-level={1}
      aria-expanded={open}
      aria-selected={false}
      tabIndex={isTabStop ? 0 : -1}
      data-row={rowId}
      data-drag={rowId}
      onClick={() => onToggle(rowId)}
    >
      <span className={styles.fold} data-open={open || undefined} aria-hidden>
        <IconChevronRight size="0.875rem" />
      </span>
      {renaming && group !== null ? (
        <CommitInput
          className={styles.rename}
          value={group.title}
          label={t('outline.renameGroup')}
          place={{ stepId: null, field: `group:${group.id}` }}
          autoFocus
          onCommit={(title) => session.edit((doc) => setGroup(doc, group.id, { title }, session.origin))}
          onDone={() => {
            view.set({ renamingId: null });
            focusRowAgain(rowId);
          }}
        />
      ) : (
        <span className={styles.title}>{group === null ? t('outline.noGroup') : group.title}</span>
      )}
      <span className={styles.count}>{count}</span>
      {group !== null && <GroupMenu id={group.id} title={group.title} />}
    </div>
  );
});

function GroupMenu({ id, title }: { id: string; title: string }) {
  const t = useMessages(editorMessages);
  const { session, view } = useEditor();
  const readOnly = useReadOnly();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          className={styles.groupMenu}
          size="sm"
          tabIndex={-1}
          aria-label={t('outline.groupMenu', { title })}
          disabled={readOnly}
          onClick={(event) => event.stopPropagation()}
        >
          <IconDots size="1rem" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        <Menu.Item leftSection={<IconPencil size="1rem" />} onClick={() => view.set({ renamingId: id })}>
          {t('outline.renameGroup')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFolderOff size="1rem" />}
          onClick={() => session.edit((doc) => removeGroup(doc, id, session.origin))}
        >
          {t('outline.removeGroup')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
