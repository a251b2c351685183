import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconArchive,
  IconCalendarDue,
  IconFolderSymlink,
  IconReplace,
  IconTag,
  IconTrash,
  IconUser,
  IconX,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { useMessages } from '../../../app/i18n.ts';
import { scriptsMessages } from '../messages.ts';
import styles from './BulkBar.module.css';
import type { ScriptAction } from './scriptAction.ts';
import type { Selection } from './useSelection.ts';

const actions = [
  { kind: 'move', icon: IconFolderSymlink, text: 'move' },
  { kind: 'labels', icon: IconTag, text: 'editLabels' },
  { kind: 'owner', icon: IconUser, text: 'editOwner' },
  { kind: 'review', icon: IconCalendarDue, text: 'editReview' },
  { kind: 'archive', icon: IconArchive, text: 'archive' },
  { kind: 'remove', icon: IconTrash, text: 'remove' },
] as const;

/** What can be done to everything that is selected; in place of the filters while something is. */
export function BulkBar({
  selection,
  onAction,
}: {
  selection: Selection;
  onAction: (action: ScriptAction) => void;
}) {
  const t = useMessages(scriptsMessages);
  const { scripts } = selection;
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('bulk')}>
      <Tooltip label={t('clearSelection')}>
        <ActionIcon aria-label={t('clearSelection')} onClick={selection.clear}>
          <IconX size="1.125rem" aria-hidden />
        </ActionIcon>
      </Tooltip>
      <strong className={styles.count} role="status">
        {t('selected', { count: scripts.length })}
      </strong>
      <Button
        component={Link}
        to="/scripts/replace"
        state={{ scriptIds: scripts.map(({ id }) => id) }}
        size="compact-sm"
        variant="default"
        leftSection={<IconReplace size="1rem" stroke={1.7} aria-hidden />}
      >
        {t('replaceIn')}
      </Button>
      {actions.map(({ kind, icon: Icon, text }) => (
        <Button
          key={kind}
          size="compact-sm"
          variant="default"
          {...(kind === 'remove' ? { c: 'var(--dh-danger)' } : {})}
          leftSection={<Icon size="1rem" stroke={1.7} aria-hidden />}
          onClick={() => onAction({ kind, scripts })}
        >
          {t(text)}
        </Button>
      ))}
    </div>
  );
}
