import { textOf } from '@daihon/shared/script/contentText';
import type { Choice } from '@daihon/shared/script/schema';
import {
  IconAlertTriangleFilled,
  IconFlagFilled,
  IconHammer,
  IconLock,
  IconPlayerPlayFilled,
} from '@tabler/icons-react';
import { Handle, Position } from '@xyflow/react';
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { CommentCount } from '../comments/CommentCount.tsx';
import { editorMessages } from '../messages.ts';
import { PeersOn } from '../panel/PeersOn.tsx';
import { usePeersOn, useView } from '../session/context.ts';
import { trialMessages } from '../trial/messages.ts';
import { kindIcons } from '../ui/kinds.ts';
import styles from './Canvas.module.css';
import { newChoiceHandle } from './useCanvasEdits.ts';
import type { StepFlowNode } from './useStepNodes.ts';

export const StepNode = memo(function StepNode({ data, selected }: NodeProps<StepFlowNode>) {
  const t = useMessages(editorMessages);
  const trialT = useMessages(trialMessages);
  const { step, number, isStart, isOpen, severity } = data;
  const Icon = kindIcons[step.kind];
  const peer = usePeersOn(step.id)[0];
  const inTrial = useView((view) => view.trialStepId === step.id);
  const excerpt = textOf(step.say) || textOf(step.do) || textOf(step.caution);
  return (
    <article
      className={styles.node}
      data-kind={step.kind}
      data-open={isOpen || undefined}
      data-selected={selected || undefined}
      data-trial={inTrial || undefined}
      data-peer={peer !== undefined || undefined}
      style={{ '--peer': peer?.user.color }}
      aria-label={`${number} ${step.title}`}
    >
      <Handle type="target" position={Position.Left} className={styles.target} />
      <header className={styles.head}>
        <Icon size="1rem" stroke={2} aria-hidden />
        <span className={styles.number}>{number}</span>
        <span className={styles.title}>{step.title === '' ? t('untitled') : step.title}</span>
        {inTrial && <IconPlayerPlayFilled size="0.875rem" aria-label={trialT('title')} />}
        {isStart && <IconFlagFilled size="0.875rem" aria-label={t('canvas.start')} />}
        {step.mustRead && <IconLock size="0.875rem" aria-label={t('step.mustRead')} />}
        {step.hold && <IconHammer size="0.875rem" aria-label={t('canvas.hold')} />}
        {severity !== null && (
          <IconAlertTriangleFilled
            size="0.9375rem"
            className={styles.warn}
            data-severity={severity}
            aria-label={t('canvas.warning')}
          />
        )}
        <CommentCount stepId={step.id} />
        <PeersOn stepId={step.id} />
      </header>
      <p className={styles.excerpt} data-empty={excerpt === '' || undefined}>
        {excerpt === '' ? t('canvas.emptySay') : excerpt.slice(0, 140)}
      </p>
      <ul className={styles.choices}>
        {step.choices.map((choice) => (
          <Port key={choice.id} choice={choice} unnamed={t('outline.noLabel')} />
        ))}
      </ul>
      {step.kind === 'end' ? (
        step.outcome !== null && <div className={styles.outcome}>{step.outcome}</div>
      ) : (
        <Handle type="source" position={Position.Bottom} id={newChoiceHandle} className={styles.more} />
      )}
    </article>
  );
});

function Port({ choice, unnamed }: { choice: Choice; unnamed: string }) {
  return (
    <li className={styles.port} data-dangling={choice.to === null || undefined}>
      <span>{choice.label === '' ? (choice.when ?? unnamed) : choice.label}</span>
      <Handle type="source" position={Position.Right} id={choice.id} className={styles.source} />
    </li>
  );
}
