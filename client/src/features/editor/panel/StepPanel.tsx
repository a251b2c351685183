import type { Step } from '@daihon/shared/script/schema';
import { useDeferredValue } from 'react';
import { ProseField } from '../prose/ProseField.tsx';
import { ChoicesEditor } from './ChoicesEditor.tsx';
import { EntriesList } from './EntriesList.tsx';
import { FieldsEditor } from './FieldsEditor.tsx';
import { GatesEditor } from './GatesEditor.tsx';
import { JumpTarget } from './JumpTarget.tsx';
import { Outcome } from './Outcome.tsx';
import styles from './Panel.module.css';
import { StepHead } from './StepHead.tsx';

/**
 * Everything of one step. Only this step's text editors are mounted, and what is said first: the rest follows when that is
 * on screen.
 */
export function StepPanel({ step }: { step: Step }) {
  const complete = useDeferredValue(true, false);
  return (
    <div className={styles.step}>
      <StepHead step={step} />
      <ProseField step={step} role="say" />
      {complete && <OtherParts step={step} />}
    </div>
  );
}

function OtherParts({ step }: { step: Step }) {
  return (
    <>
      <ProseField step={step} role="do" />
      <ProseField step={step} role="caution" />
      {step.kind === 'end' && <Outcome step={step} />}
      {step.kind === 'jump' && <JumpTarget step={step} />}
      <ChoicesEditor step={step} />
      <FieldsEditor step={step} />
      <GatesEditor step={step} />
      <EntriesList stepId={step.id} />
    </>
  );
}
