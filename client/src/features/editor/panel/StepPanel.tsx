import { stepRoles } from '@daihon/shared/script/schema';
import type { Step } from '@daihon/shared/script/schema';
import { ProseField } from '../prose/ProseField.tsx';
import { ChoicesEditor } from './ChoicesEditor.tsx';
import { EntriesList } from './EntriesList.tsx';
import { FieldsEditor } from './FieldsEditor.tsx';
import { GatesEditor } from './GatesEditor.tsx';
import { JumpTarget } from './JumpTarget.tsx';
import { Outcome } from './Outcome.tsx';
import styles from './Panel.module.css';
import { StepHead } from './StepHead.tsx';

/** Everything of one step. Only this step's text editors are mounted. */
export function StepPanel({ step }: { step: Step }) {
  return (
    <div className={styles.step}>
      <StepHead step={step} />
      {stepRoles.map((role) => (
        <ProseField key={role} step={step} role={role} />
      ))}
      {step.kind === 'end' && <Outcome step={step} />}
      {step.kind === 'jump' && <JumpTarget step={step} />}
      <ChoicesEditor step={step} />
      <FieldsEditor step={step} />
      <GatesEditor step={step} />
      <EntriesList stepId={step.id} />
    </div>
  );
}
