import { useMessages } from '../../../app/i18n.ts';
import { AllThreads } from '../comments/AllThreads.tsx';
import { CommentsBar } from '../comments/CommentsBar.tsx';
import { useDesk } from '../comments/desk/hooks.ts';
import { PanelTabs } from '../comments/PanelTabs.tsx';
import { StepThreads } from '../comments/StepThreads.tsx';
import { editorMessages } from '../messages.ts';
import { BinPanel } from '../bin/BinPanel.tsx';
import { useStep, useView } from '../session/context.ts';
import { InterruptsPanel } from './InterruptsPanel.tsx';
import styles from './Panel.module.css';
import { PlaceholdersPanel } from './placeholders/PlaceholdersPanel.tsx';
import { RemovedStep } from './RemovedStep.tsx';
import { StepPanel } from './StepPanel.tsx';

const tabs = { placeholders: PlaceholdersPanel, interrupts: InterruptsPanel, bin: BinPanel };

export function SidePanel() {
  const tab = useView((view) => view.tab);
  const Content = tab === 'step' || tab === 'comments' ? StepTabs : tabs[tab];
  return (
    <div className={styles.panel}>
      <Content />
    </div>
  );
}

/** The open step; reading comments, all of the script or those of the step beside its texts. */
function StepTabs() {
  const reading = useView((view) => view.tab === 'comments');
  const all = useDesk((state) => state.scope === 'all');
  return (
    <>
      <PanelTabs />
      {reading && <CommentsBar />}
      {reading && all ? <AllThreads /> : <OpenStep />}
    </>
  );
}

function OpenStep() {
  const t = useMessages(editorMessages);
  const stepId = useView((view) => view.stepId);
  const reading = useView((view) => view.tab === 'comments');
  const step = useStep(stepId);
  if (step !== null) return <StepPanel key={step.id} step={step} />;
  if (stepId !== null) {
    return (
      <>
        <RemovedStep stepId={stepId} />
        {reading && <StepThreads stepId={stepId} />}
      </>
    );
  }
  return (
    <div className={styles.nothing}>
      <strong>{t('step.none')}</strong>
      <p>{t('step.noneHint')}</p>
    </div>
  );
}
