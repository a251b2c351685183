import { IconChevronRight, IconFlag, IconHammer, IconPlayerPlayFilled } from '@tabler/icons-react';
import type { Step } from '@daihon/shared/script/schema';
import { memo } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { scriptWords } from '../../../script/words.ts';
import { CommentCount } from '../comments/CommentCount.tsx';
import { editorMessages } from '../messages.ts';
import { CommitInput } from '../panel/CommitInput.tsx';
import { PeersOn } from '../panel/PeersOn.tsx';
import { useEditor, useReadOnly, useView } from '../session/context.ts';
import { trialMessages } from '../trial/messages.ts';
import { kindIcons } from '../ui/kinds.ts';
import { focusRowAgain } from './focusRowAgain.ts';
import styles from './Outline.module.css';

interface StepRowProps {
  rowId: string;
  step: Step;
  number: number;
  open: boolean;
  isTabStop: boolean;
  isOpenStep: boolean;
  isStart: boolean;
  severity: 'error' | 'warning' | null;
  onToggle: (rowId: string) => void;
}

export const StepRow = memo(function StepRow(props: StepRowProps) {
  const { rowId, step, number, open, isTabStop, isOpenStep, isStart, severity, onToggle } = props;
  const t = useMessages(editorMessages);
  const words = useMessages(scriptWords);
  const trialT = useMessages(trialMessages);
  const { actions, view } = useEditor();
  const renaming = useView((state) => state.renamingId === step.id);
  const inTrial = useView((state) => state.trialStepId === step.id);
  const readOnly = useReadOnly();
  const Icon = kindIcons[step.kind];
  return (
    <div
      className={styles.row}
      role="treeitem"
      aria-level={2}
      aria-expanded={step.choices.length > 0 ? open : undefined}
      aria-selected={isOpenStep}
      tabIndex={isTabStop ? 0 : -1}
      data-row={rowId}
      data-drag={rowId}
      draggable={!readOnly && !renaming}
      data-kind={step.kind}
      data-trial={inTrial || undefined}
      onClick={() => {
        actions.open(step.id);
        view.set({ pane: 'panel' });
      }}
    >
      <span
        className={styles.fold}
        data-open={open || undefined}
        data-none={step.choices.length === 0 || undefined}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          onToggle(rowId);
        }}
      >
        <IconChevronRight size="0.875rem" />
      </span>
      <Icon size="1rem" stroke={1.8} className={styles.kindIcon} aria-label={words(`kind.${step.kind}`)} />
      <span className={styles.number}>{number}</span>
      {renaming ? (
        <CommitInput
          className={styles.rename}
          value={step.title}
          label={t('step.title')}
          place={{ stepId: step.id, field: 'title' }}
          autoFocus
          onCommit={(title) => actions.set(step.id, { title })}
          onDone={() => {
            view.set({ renamingId: null });
            focusRowAgain(rowId);
          }}
        />
      ) : (
        <span className={styles.title} data-empty={step.title === '' || undefined}>
          {step.title === '' ? t('untitled') : step.title}
        </span>
      )}
      {inTrial && (
        <IconPlayerPlayFilled size="0.75rem" className={styles.mark} aria-label={trialT('title')} />
      )}
      {isStart && <IconFlag size="0.875rem" className={styles.mark} aria-label={t('outline.start')} />}
      {step.hold && <IconHammer size="0.875rem" className={styles.hold} aria-label={t('step.hold')} />}
      <CommentCount stepId={step.id} />
      <PeersOn stepId={step.id} />
      {severity !== null && (
        <span className={styles.dot} data-severity={severity}>
          <span className="visually-hidden">{t('canvas.warning')}</span>
        </span>
      )}
    </div>
  );
});
