import type { Choice } from '@daihon/shared/script/schema';
import { Handle, Position } from '@xyflow/react';
import { useMessages } from '../../../../app/i18n.ts';
import { useSentence } from '../../rules/useSentence.ts';
import { useEditor, useReadOnly } from '../../session/context.ts';
import styles from '../Canvas.module.css';
import { mapMessages } from '../messages.ts';

/** One choice of a step, where its way begins; without a target a red stub with what mends it. */
export function Port({ stepId, choice }: { stepId: string; choice: Choice }) {
  const t = useMessages(mapMessages);
  const { view } = useEditor();
  const readOnly = useReadOnly();
  const sentence = useSentence();
  const label = choice.label || (choice.when === null ? t('noLabel') : sentence(choice.when));
  return (
    <li className={styles.port} data-dangling={choice.to === null || undefined}>
      <span data-findable>
        {choice.when !== null && <i aria-hidden>◇ </i>}
        {label}
      </span>
      <Handle type="source" position={Position.Right} id={choice.id} className={styles.source} />
      {choice.to === null && (
        <button
          type="button"
          className={`${styles.connect} nodrag`}
          tabIndex={-1}
          disabled={readOnly}
          aria-label={t('connectChoice', { label })}
          onClick={(event) => {
            event.stopPropagation();
            view.set({ picking: { stepId, choiceId: choice.id } });
          }}
        >
          {t('connect')}
        </button>
      )}
    </li>
  );
}
