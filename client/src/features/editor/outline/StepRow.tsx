import { IconChevronRight, IconFlag, IconHammer, IconPlayerPlayFilled } from '@tabler/icons-react';
import type { Step } from '@daihon/shared/script/schema';
import { memo } from 'react';
import type { MouseEvent } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { scriptWords } from '../../../script/words.ts';
import { CommentCount } from '../comments/CommentCount.tsx';
import { editorMessages } from '../messages.ts';
import { CommitInput } from '../panel/CommitInput.tsx';
import { PeersOn } from '../panel/PeersOn.tsx';
import { useEditor, useReadOnly, useView } from '../session/context.ts';
import { openTrialMessages } from '../trial/openMessages.ts';
import { kindIcons } from '../ui/kinds.ts';
import { focusRowAgain } from './focusRowAgain.ts';
import { outlineMessages } from './messages.ts';
import styles from './Outline.module.css';
import { rowAria } from './rowProps.ts';
import type { RowProps } from './rowProps.ts';

type StepRowProps = RowProps & {
  step: Step;
  number: number;
  entries: number;
  open: boolean;
  isOpenStep: boolean;
  isStart: boolean;
  severity: 'error' | 'warning' | null;
  onToggle: (rowId: string) => void;
  onExtendTo: (rowId: string) => void;
};

export const StepRow = memo(function StepRow(props: StepRowProps) {
  const { rowId, step, open, isOpenStep, onToggle, onExtendTo } = props;
  const { actions, view } = useEditor();
  const renaming = useView((state) => state.renamingId === step.id);
  const selected = useView((state) => state.selected.has(step.id));
  const hit = useView((state) => state.hits.has(step.id));
  const inTrial = useView((state) => state.trialStepId === step.id);
  const readOnly = useReadOnly();
  const click = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey) actions.toggleSelected(step.id);
    else if (event.shiftKey) onExtendTo(rowId);
    else {
      actions.open(step.id);
      view.set({ pane: 'panel' });
    }
  };
  return (
    <div
      {...rowAria(props)}
      className={styles.row}
      aria-expanded={step.choices.length > 0 ? open : undefined}
      aria-selected={selected}
      aria-current={isOpenStep || undefined}
      data-drag={rowId}
      data-hit={hit || undefined}
      data-trial={inTrial || undefined}
      draggable={!readOnly && !renaming}
      data-kind={step.kind}
      onClick={click}
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
      <StepName {...props} renaming={renaming} />
      <StepMarks {...props} />
    </div>
  );
});

function StepName({ step, number, rowId, renaming }: StepRowProps & { renaming: boolean }) {
  const t = useMessages(editorMessages);
  const words = useMessages(scriptWords);
  const { actions, view } = useEditor();
  const Icon = kindIcons[step.kind];
  return (
    <>
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
        <span className={styles.title} data-empty={step.title === '' || undefined} data-findable>
          {step.title === '' ? t('untitled') : step.title}
        </span>
      )}
    </>
  );
}

function StepMarks({ step, entries, isStart, severity }: StepRowProps) {
  const t = useMessages(editorMessages);
  const tOutline = useMessages(outlineMessages);
  const trialT = useMessages(openTrialMessages);
  const inTrial = useView((state) => state.trialStepId === step.id);
  const counts = tOutline('counts', { entries, choices: step.choices.length });
  return (
    <>
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
      <span className={styles.ways} title={counts}>
        <span aria-hidden>
          {entries}→{step.choices.length}
        </span>
        <span className="visually-hidden">{counts}</span>
      </span>
    </>
  );
}
