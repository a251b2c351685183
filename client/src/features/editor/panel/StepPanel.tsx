import type { Step } from '@daihon/shared/script/schema';
import { useDeferredValue } from 'react';
import { lateView, useRested } from '../late/lateParts.ts';
import { ProseField } from '../prose/ProseField.tsx';
import { useView } from '../session/context.ts';
import styles from './Panel.module.css';
import { StepHead } from './StepHead.tsx';

const LabelThreads = lateView(() => import('../comments/LabelThreads.tsx'));
const PlaceThreads = lateView(() => import('../comments/PlaceThreads.tsx'));
const StepParts = lateView(() => import('./StepParts.tsx'));

/**
 * Everything of one step. Only this step's text editors are mounted, and what is said first: the rest follows when that is
 * on screen.
 */
export function StepPanel({ step }: { step: Step }) {
  const complete = useDeferredValue(true, false);
  const rested = useRested();
  // Beside its comments a step shows its texts; the same editors stay mounted.
  const reading = useView((view) => view.tab === 'comments');
  return (
    <div className={styles.step}>
      <StepHead step={step} />
      {reading && <PlaceThreads stepId={step.id} field={null} />}
      <ProseField step={step} role="say" />
      {reading && <PlaceThreads stepId={step.id} field="say" />}
      {complete && <OtherTexts step={step} reading={reading} />}
      {complete && reading && <LabelThreads step={step} />}
      {complete && rested && !reading && <StepParts step={step} />}
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
