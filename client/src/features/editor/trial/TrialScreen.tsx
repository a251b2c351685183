import { IconChevronLeft, IconPencil, IconRefresh } from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { interrupt } from '@daihon/shared/script/walk';
import { currentStep } from '@daihon/shared/script/walk/state';
import { topicsHere } from '@daihon/shared/script/walk/topics';
import { shownText } from '@daihon/shared/script/walk/values';
import { useRef } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { FieldList } from '../../../script/fields/FieldList.tsx';
import { AsideLine } from '../../../script/frame/AsideLine.tsx';
import { ChoiceBar } from '../../../script/frame/ChoiceBar.tsx';
import { PopItem, PopMenu } from '../../../script/frame/PopMenu.tsx';
import { RefusalLine } from '../../../script/frame/RefusalLine.tsx';
import { StepBody } from '../../../script/frame/StepBody.tsx';
import { Trail } from '../../../script/frame/Trail.tsx';
import { StepText } from '../../../script/step/StepText.tsx';
import { useWalkActions } from '../../../script/walk/useWalkActions.ts';
import { useEditor } from '../session/context.ts';
import { trialMessages } from './messages.ts';
import styles from './Trial.module.css';
import { TrialEnd } from './TrialEnd.tsx';
import { useTrial } from './useTrial.ts';
import { useTrialKeys } from './useTrialKeys.ts';
import { unfolded } from '../panes/folded.ts';

/** What the agent sees, 400 pixels wide, with the agent's keys while the focus is in it. */
export function TrialScreen({ onSave }: { onSave: () => void }) {
  const t = useMessages(trialMessages);
  const { trial, state } = useTrial();
  const actions = useWalkActions();
  const frame = useRef<HTMLDivElement>(null);
  useTrialKeys(actions, frame);
  const { walk } = state;
  const step = currentStep(walk);
  const place = `${walk.path.length}/${walk.path.at(-1)?.stepId ?? ''}`;
  if (walk.ended !== null) return <TrialEnd onSave={onSave} onAgain={() => trial.restart(state.from)} />;
  if (step === null) return <p className={styles.nothing}>{t('empty')}</p>;
  return (
    <div className={styles.screen} ref={frame} role="region" aria-label={t('tabs.run')} tabIndex={-1}>
      <Trail />
      <StepBody place={place} over={null} aside={<AsideLine />}>
        <StepText step={step} />
        <FieldList key={place} step={step} tried={actions.refusal !== null} />
      </StepBody>
      <footer className={styles.foot}>
        {actions.refusal !== null && <RefusalLine refusal={actions.refusal} />}
        <ChoiceBar step={step} actions={actions} />
        <div className={styles.tools} role="toolbar" aria-label={t('tools')}>
          <Tool icon={IconChevronLeft} label={t('back')} keys="Backspace" onClick={actions.back} />
          <Interrupts />
          <EditStep />
          <Tool icon={IconRefresh} label={t('restart')} onClick={() => trial.restart()} />
        </div>
      </footer>
    </div>
  );
}

function Interrupts() {
  const t = useMessages(trialMessages);
  const { trial, state } = useTrial();
  const topics = topicsHere(state.walk);
  return (
    <div className={styles.up} data-trial-interrupts>
      <PopMenu label={t('interrupts')} className={styles.tool} face={t('interrupts')}>
        {topics.length === 0 && <p className={styles.hint}>{t('noInterrupts')}</p>}
        {topics.map(({ id, label, script }) => (
          <PopItem
            key={`${script.scriptId}/${id}`}
            onClick={() => trial.move((walk, at) => interrupt(walk, id, at, script.scriptId))}
          >
            {shownText(state.walk, label)}
            {script !== state.walk.root && <small className={styles.topicOf}>{script.script.title}</small>}
          </PopItem>
        ))}
      </PopMenu>
    </div>
  );
}

/** Opens the step on screen in the editor; a step of a part belongs to another script. */
function EditStep() {
  const t = useMessages(trialMessages);
  const { actions, view } = useEditor();
  const { state } = useTrial();
  const step = currentStep(state.walk);
  const elsewhere = state.walk.path.at(-1)?.scriptId !== undefined;
  if (step === null || elsewhere) return null;
  return (
    <Tool
      icon={IconPencil}
      label={t('edit')}
      name={t('editStep', { step: step.title })}
      onClick={() => {
        view.set(unfolded(view, 'panel'));
        actions.open(step.id);
      }}
    />
  );
}

interface ToolProps {
  icon: Icon;
  label: string;
  name?: string;
  keys?: string;
  onClick: () => void;
}

function Tool({ icon: ToolIcon, label, name, keys, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={name}
      aria-keyshortcuts={keys}
      title={keys === undefined ? name : `${label} (${keys})`}
      onClick={onClick}
    >
      <ToolIcon size="1rem" stroke={1.8} aria-hidden />
      <span>{label}</span>
    </button>
  );
}
