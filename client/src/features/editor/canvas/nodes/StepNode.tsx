import { textOf } from '@daihon/shared/script/contentText';
import {
  IconAlertTriangleFilled,
  IconChevronRight,
  IconFlagFilled,
  IconHammer,
  IconLock,
  IconPlayerPlayFilled,
} from '@tabler/icons-react';
import { Handle, Position, useStore } from '@xyflow/react';
import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useMessages } from '../../../../app/i18n.ts';
import { CommentCount } from '../../comments/CommentCount.tsx';
import { editorMessages } from '../../messages.ts';
import { PeersOn } from '../../panel/PeersOn.tsx';
import { useEditor, usePeersOn, useView } from '../../session/context.ts';
import { openTrialMessages } from '../../trial/openMessages.ts';
import { kindIcons } from '../../ui/kinds.ts';
import styles from '../Canvas.module.css';
import { mapMessages } from '../messages.ts';
import { isFar } from '../model/far.ts';
import { allHandle, newChoiceHandle } from './handles.ts';
import { Port } from './Port.tsx';
import type { StepFlowNode, StepNodeData } from './types.ts';

export const StepNode = memo(function StepNode({ data, selected }: NodeProps<StepFlowNode>) {
  const t = useMessages(editorMessages);
  const far = useStore(isFar);
  const { step, number, isOpen, isHit } = data;
  const peer = usePeersOn(step.id)[0];
  const inTrial = useView((view) => view.trialStepId === step.id);
  const title = step.title === '' ? t('untitled') : step.title;
  return (
    <article
      className={styles.node}
      data-kind={step.kind}
      data-open={isOpen || undefined}
      data-hit={isHit || undefined}
      data-selected={selected || undefined}
      data-trial={inTrial || undefined}
      data-peer={peer !== undefined || undefined}
      style={{ '--peer': peer?.user.color }}
      aria-label={`${number} ${step.title}`}
    >
      {far ? (
        <div className={styles.farTitle} data-severity={data.severity ?? undefined}>
          <b>{number}</b> {title}
        </div>
      ) : (
        <NearNode data={data} title={title} />
      )}
    </article>
  );
});

/** What can be read and taken hold of at this zoom; from afar only the name is drawn. */
function NearNode({ data, title }: { data: StepNodeData; title: string }) {
  const t = useMessages(mapMessages);
  const { step } = data;
  const excerpt = textOf(step.say) || textOf(step.do) || textOf(step.caution);
  return (
    <>
      <Handle type="target" position={Position.Left} className={styles.target} />
      <Head data={data} title={title} />
      {data.behind !== null && (
        <Handle
          type="source"
          id={allHandle}
          position={Position.Right}
          className={styles.all}
          isConnectable={false}
        />
      )}
      <p className={styles.excerpt} data-empty={excerpt === '' || undefined}>
        {excerpt === '' ? t('emptySay') : excerpt.slice(0, 120)}
      </p>
      <ul className={styles.choices}>
        {step.choices.map((choice) => (
          <Port key={choice.id} stepId={step.id} choice={choice} />
        ))}
      </ul>
      {step.kind === 'end' && step.outcome !== null && <div className={styles.outcome}>{step.outcome}</div>}
      {step.kind !== 'end' && (
        <Handle type="source" position={Position.Bottom} id={newChoiceHandle} className={styles.more} />
      )}
    </>
  );
}

function Head({ data, title }: { data: StepNodeData; title: string }) {
  const t = useMessages(mapMessages);
  const trialT = useMessages(openTrialMessages);
  const { step, number, isStart, severity } = data;
  const inTrial = useView((view) => view.trialStepId === step.id);
  const Icon = kindIcons[step.kind];
  return (
    <header className={styles.head}>
      <Icon size={16} stroke={2} aria-hidden />
      <span className={styles.number}>{number}</span>
      <span className={styles.title} data-findable>
        {title}
      </span>
      {inTrial && <IconPlayerPlayFilled size={14} aria-label={trialT('title')} />}
      {isStart && <IconFlagFilled size={14} aria-label={t('start')} />}
      {step.mustRead && <IconLock size={14} aria-hidden />}
      {step.hold && <IconHammer size={14} aria-label={t('hold')} />}
      {severity !== null && (
        <IconAlertTriangleFilled
          size={15}
          className={styles.warn}
          data-severity={severity}
          aria-label={t('warning')}
        />
      )}
      <CommentCount stepId={step.id} />
      <PeersOn stepId={step.id} />
      {data.behind !== null && <Unfold stepId={step.id} count={data.behind} />}
    </header>
  );
}

function Unfold({ stepId, count }: { stepId: string; count: number }) {
  const t = useMessages(mapMessages);
  const { actions } = useEditor();
  return (
    <button
      type="button"
      className={`${styles.behind} nodrag`}
      tabIndex={-1}
      aria-label={t('behind', { count })}
      title={t('behind', { count })}
      onClick={(event) => {
        event.stopPropagation();
        actions.foldBranch(stepId);
      }}
    >
      <IconChevronRight size={13} aria-hidden />
      {count}
    </button>
  );
}
