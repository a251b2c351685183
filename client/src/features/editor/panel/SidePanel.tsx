import { useMessages } from '../../../app/i18n.ts';
import { useDesk } from '../comments/desk/hooks.ts';
import { PanelTabs } from '../comments/PanelTabs.tsx';
import { lateView } from '../late/lateParts.ts';
import { editorMessages } from '../messages.ts';
import { useStep, useView } from '../session/context.ts';
import styles from './Panel.module.css';
import { RemovedStep } from './RemovedStep.tsx';
import { StepPanel } from './StepPanel.tsx';

const AllThreads = lateView(() => import('../comments/AllThreads.tsx'));
const CommentsBar = lateView(() => import('../comments/CommentsBar.tsx'));
const ScriptTab = lateView(() => import('./ScriptTab.tsx'));
const StepHistory = lateView(() => import('./history/StepHistory.tsx'));
const StepThreads = lateView(() => import('../comments/StepThreads.tsx'));

export function SidePanel() {
  const tab = useView((view) => view.tab);
  return (
    <div className={styles.panel}>
      {tab === 'step' || tab === 'comments' || tab === 'changes' ? <StepTabs /> : <ScriptTab tab={tab} />}
    </div>
  );
}

/** The open step, or what changed in it; reading comments, all of the script or those of the step beside its texts. */
function StepTabs() {
  const reading = useView((view) => view.tab === 'comments');
  const changes = useView((view) => view.tab === 'changes');
  const all = useDesk((state) => state.scope === 'all');
  return (
    <>
      <PanelTabs />
      {reading && <CommentsBar />}
      {changes ? <StepHistory /> : reading && all ? <AllThreads /> : <OpenStep />}
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
