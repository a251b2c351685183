import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import { useStep, useView } from '../session/context.ts';
import { BinPanel } from './BinPanel.tsx';
import { InterruptsPanel } from './InterruptsPanel.tsx';
import styles from './Panel.module.css';
import { PlaceholdersPanel } from './PlaceholdersPanel.tsx';
import { RemovedStep } from './RemovedStep.tsx';
import { StepPanel } from './StepPanel.tsx';

const tabs = { placeholders: PlaceholdersPanel, interrupts: InterruptsPanel, bin: BinPanel };

export function SidePanel() {
  const tab = useView((view) => view.tab);
  const Content = tab === 'step' ? OpenStep : tabs[tab];
  return (
    <div className={styles.panel}>
      <Content />
    </div>
  );
}

function OpenStep() {
  const t = useMessages(editorMessages);
  const stepId = useView((view) => view.stepId);
  const step = useStep(stepId);
  if (step !== null) return <StepPanel key={step.id} step={step} />;
  if (stepId !== null) return <RemovedStep stepId={stepId} />;
  return (
    <div className={styles.nothing}>
      <strong>{t('step.none')}</strong>
      <p>{t('step.noneHint')}</p>
    </div>
  );
}
