import type { Step } from '@daihon/shared/script/schema';
import { useDeferredValue } from 'react';
import { LabelThreads } from '../comments/LabelThreads.tsx';
import { PlaceThreads } from '../comments/PlaceThreads.tsx';
import { ProseField } from '../prose/ProseField.tsx';
import { useView } from '../session/context.ts';
import { ChoicesEditor } from './ChoicesEditor.tsx';
import { EntriesList } from './EntriesList.tsx';
import { FieldsEditor } from './fields/FieldsEditor.tsx';
import { GatesEditor } from './GatesEditor.tsx';
import { JumpEditor } from './jump/JumpEditor.tsx';
import { Outcome } from './Outcome.tsx';
import { PageEditor } from './PageEditor.tsx';
import styles from './Panel.module.css';
import { StepHead } from './StepHead.tsx';

/**
 * Everything of one step. Only this step's text editors are mounted, and what is said first: the rest follows when that is
 * on screen.
 */
export function StepPanel({ step }: { step: Step }) {
  const complete = useDeferredValue(true, false);
  // Beside its comments a step shows its texts; the same editors stay mounted.
  const reading = useView((view) => view.tab === 'comments');
  return (
    <div className={styles.step}>
      <StepHead step={step} />
      {reading && <PlaceThreads stepId={step.id} field={null} />}
      <ProseField step={step} role="say" />
      {reading && <PlaceThreads stepId={step.id} field="say" />}
      {complete && <OtherTexts step={step} reading={reading} />}
      {complete && (reading ? <LabelThreads step={step} /> : <OtherParts step={step} />)}
    </div>
  );
}

function OtherTexts({ step, reading }: { step: Step; reading: boolean }) {
  return (
    <>
      <ProseField step={step} role="do" />
      {reading && <PlaceThreads stepId={step.id} field="do" />}
      <ProseField step={step} role="caution" />
      {reading && <PlaceThreads stepId={step.id} field="caution" />}
    </>
  );
}

function OtherParts({ step }: { step: Step }) {
  return (
    <>
      {step.kind === 'end' && <Outcome step={step} />}
      {step.kind === 'jump' && <JumpEditor step={step} />}
      <ChoicesEditor step={step} />
      <FieldsEditor step={step} />
      <GatesEditor step={step} />
      <PageEditor step={step} />
      <EntriesList stepId={step.id} />
    </>
  );
}
