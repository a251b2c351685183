import { IconChevronDown, IconDots } from '@tabler/icons-react';
import { useStore } from '@xyflow/react';
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { useEditor } from '../../session/context.ts';
import { groupColour } from '../../ui/groupColours.ts';
import styles from '../Groups.module.css';
import { mapMessages } from '../messages.ts';
import { scaleFor } from '../model/boxes.ts';
import { membersOf } from './members.ts';
import type { FrameFlowNode } from './types.ts';

/** A group: a coloured frame around its steps; its title takes all of them along. */
export const FrameNode = memo(function FrameNode({ id, data }: NodeProps<FrameFlowNode>) {
  const t = useMessages(mapMessages);
  const { actions, session, view } = useEditor();
  const scale = useStore((state) => scaleFor(state.transform[2]));
  const { group, count } = data;
  const choose = () => actions.select(membersOf(id, session.store.get().script));
  return (
    <div
      className={styles.frame}
      style={{ '--group': groupColour(group.colour), '--scale': scale }}
      role="group"
      aria-label={t('group', { title: group.title, count })}
    >
      <div className={styles.frameHead} data-frame-handle data-group={group.id} onPointerDown={choose}>
        <button
          type="button"
          className="nodrag"
          tabIndex={-1}
          aria-label={t('foldGroup', { title: group.title })}
          title={t('foldGroup', { title: group.title })}
          onClick={() => actions.foldGroup(group.id)}
        >
          <IconChevronDown aria-hidden />
        </button>
        <span>{group.title}</span>
        <small>{count}</small>
        <button
          type="button"
          className="nodrag"
          tabIndex={-1}
          aria-label={t('groupMenu', { title: group.title })}
          onClick={({ clientX, clientY }) =>
            view.set({ menu: { at: { x: clientX, y: clientY }, subject: { type: 'group', id: group.id } } })
          }
        >
          <IconDots aria-hidden />
        </button>
      </div>
    </div>
  );
});
