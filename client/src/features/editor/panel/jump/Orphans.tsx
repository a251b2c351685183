import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMessages } from '../../../../app/i18n.ts';
import { useReadOnly } from '../../session/context.ts';
import { panelMessages } from '../messages.ts';
import styles from '../Panel.module.css';

/** Values that the part no longer names: said, and taken out by hand. */
export function Orphans({ keys, onRemove }: { keys: readonly string[]; onRemove: (key: string) => void }) {
  const tp = useMessages(panelMessages);
  const readOnly = useReadOnly();
  return keys.map((key) => (
    <div key={key} className={styles.row}>
      <span className={styles.error}>{tp('jump.orphan', { key })}</span>
      <ActionIcon
        size="md"
        aria-label={tp('jump.removeOrphan', { key })}
        disabled={readOnly}
        onClick={() => onRemove(key)}
      >
        <IconX size="1rem" stroke={1.7} />
      </ActionIcon>
    </div>
  ));
}
