import { IconAlertTriangleFilled, IconChevronRight, IconFlagFilled, IconSearch } from '@tabler/icons-react';
import { Handle, Position } from '@xyflow/react';
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { useEditor } from '../../session/context.ts';
import { groupColour } from '../../ui/groupColours.ts';
import styles from '../Groups.module.css';
import { mapMessages } from '../messages.ts';
import { allHandle } from './handles.ts';
import type { CardFlowNode } from './types.ts';

/** A folded group as one node, with how many steps are in it. */
export const CardNode = memo(function CardNode({ data, selected }: NodeProps<CardFlowNode>) {
  const t = useMessages(mapMessages);
  const { actions } = useEditor();
  const { group, count, isOpen, isStart, hits, severity } = data;
  return (
    <div
      className={styles.card}
      style={{ '--group': groupColour(group.colour), '--scale': data.scale }}
      data-open={isOpen || undefined}
      data-selected={selected || undefined}
      data-hit={hits > 0 || undefined}
      data-group={group.id}
      role="group"
      aria-label={t('group', { title: group.title, count })}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <div className={styles.cardTitle}>
        <button
          type="button"
          className="nodrag"
          tabIndex={-1}
          aria-label={t('unfoldGroup', { title: group.title })}
          title={t('unfoldGroup', { title: group.title })}
          onClick={(event) => {
            event.stopPropagation();
            actions.foldGroup(group.id);
          }}
        >
          <IconChevronRight aria-hidden />
        </button>
        <span>{group.title}</span>
      </div>
      <div className={styles.cardFacts}>
        {isStart && <IconFlagFilled aria-label={t('start')} />}
        <span>{t('steps', { count })}</span>
        {severity !== null && <IconAlertTriangleFilled data-severity={severity} aria-label={t('warning')} />}
        {hits > 0 && (
          <b>
            <IconSearch aria-hidden />
            {t('hits', { count: hits })}
          </b>
        )}
      </div>
      <Handle type="source" id={allHandle} position={Position.Right} isConnectable={false} />
    </div>
  );
});
