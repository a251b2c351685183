import type { Step } from '@daihon/shared/script/schema';
import { ChoicesEditor } from './ChoicesEditor.tsx';
import { EntriesList } from './EntriesList.tsx';
import { FieldsEditor } from './fields/FieldsEditor.tsx';
import { GatesEditor } from './GatesEditor.tsx';
import { JumpEditor } from './jump/JumpEditor.tsx';
import { Outcome } from './Outcome.tsx';
import { PageEditor } from './PageEditor.tsx';

/** What a step has besides its texts: ways on, what is entered and ticked, what it calls or shows. */
export default function StepParts({ step }: { step: Step }) {
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
