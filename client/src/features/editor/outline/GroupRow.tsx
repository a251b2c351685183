import { ActionIcon } from '@mantine/core';
import { IconChevronRight, IconDots } from '@tabler/icons-react';
import type { Group } from '@daihon/shared/script/schema';
import { memo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { CommitInput } from '../panel/CommitInput.tsx';
import { useEditor, useReadOnly, useView } from '../session/context.ts';
import { groupColour } from '../ui/groupColours.ts';
import { focusRowAgain } from './focusRowAgain.ts';
import styles from './Outline.module.css';
import { rowAria } from './rowProps.ts';
import type { RowProps } from './rowProps.ts';

type GroupRowProps = RowProps & {
  group: Group | null;
  open: boolean;
  count: number;
  onToggle: (rowId: string) => void;
};

export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { rowId, group, open, count, onToggle } = props;
  const t = useMessages(editorMessages);
  const { view } = useEditor();
  const renaming = useView((state) => group !== null && state.renamingId === group.id);
  const readOnly = useReadOnly();
  return (
    <div
      {...rowAria(props)}
      className={styles.group}
      aria-expanded={open}
      aria-selected={false}
      data-drag={rowId}
      draggable={group !== null && !readOnly && !renaming}
      style={{ '--group': group === null ? undefined : groupColour(group.colour) }}
      onClick={() => onToggle(rowId)}
      onDoubleClick={(event) => {
        event.stopPropagation();
        if (group !== null && !readOnly) view.set({ renamingId: group.id });
      }}
    >
      <span className={styles.fold} data-open={open || undefined} aria-hidden>
        <IconChevronRight size="0.875rem" />
      </span>
      {group !== null && <span className={styles.swatch} aria-hidden />}
      {renaming && group !== null ? (
        <GroupName group={group} rowId={rowId} />
      ) : (
        <span className={styles.title}>{group === null ? t('outline.noGroup') : group.title}</span>
      )}
      {group !== null && (
        <ActionIcon
          className={styles.groupMenu}
          size="sm"
          tabIndex={-1}
          aria-label={t('outline.groupMenu', { title: group.title })}
          onClick={(event) => {
            event.stopPropagation();
            const { left, bottom } = event.currentTarget.getBoundingClientRect();
            view.set({ menu: { at: { x: left, y: bottom }, subject: { type: 'group', id: group.id } } });
          }}
        >
          <IconDots size="1rem" />
        </ActionIcon>
      )}
      <span className={styles.count}>{count}</span>
    </div>
  );
});

function GroupName({ group, rowId }: { group: Group; rowId: string }) {
  const t = useMessages(editorMessages);
  const { actions, view } = useEditor();
  return (
    <CommitInput
      className={styles.rename}
      value={group.title}
      label={t('outline.renameGroup')}
      place={{ stepId: null, field: `group:${group.id}` }}
      autoFocus
      onCommit={(title) => actions.setGroup(group.id, { title })}
      onDone={() => {
        view.set({ renamingId: null });
        focusRowAgain(rowId);
      }}
    />
  );
}
