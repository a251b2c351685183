import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { currentStep } from '@daihon/shared/script/walk/state';
import { useEffect, useLayoutEffect, useState } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { WalkContext } from '../../../script/walk/walkContext.ts';
import { Tag } from '../../../ui/Tag.tsx';
import { usePolicy } from '../../../wire/policy.ts';
import { useEditor, useView } from '../session/context.ts';
import { GuideBar } from './GuideBar.tsx';
import { trialMessages } from './messages.ts';
import { PathPanel } from './PathPanel.tsx';
import { SamplesPanel } from './SamplesPanel.tsx';
import styles from './Trial.module.css';
import { TrialScreen } from './TrialScreen.tsx';
import { useSamples } from './useSamples.ts';
import type { TrialStore } from './trialStore.ts';
import { useTrial, useTrialWalk } from './useTrial.ts';
import { ValuesPanel } from './ValuesPanel.tsx';

const tabs = ['run', 'values', 'path', 'samples'] as const;
type Tab = (typeof tabs)[number];

/** 試し通し: the live draft as an agent would run it, beside the editor. Nothing of it is kept as a call. */
export default function TrialPane() {
  const t = useMessages(trialMessages);
  const { view } = useEditor();
  const { trial, state } = useTrial();
  const running = useTrialWalk();
  const policy = usePolicy();
  const samples = useSamples();
  const [tab, setTab] = useState<Tab>('run');
  useWantedStart(trial);
  useEffect(() => {
    if (policy !== undefined) trial.setPolicy(policy);
  }, [trial, policy]);
  const here = state.walk.path.at(-1);
  const stepId = here?.scriptId === undefined ? (currentStep(state.walk)?.id ?? null) : null;
  useEffect(() => view.set({ trialStepId: stepId }), [view, stepId]);
  useEffect(() => () => view.set({ trialStepId: null }), [view]);
  return (
    <WalkContext value={running}>
      <div className={styles.pane} data-part-of-page>
        <header className={styles.head}>
          <h2>{t('title')}</h2>
          <Tag tone="amber">{t('draft')}</Tag>
          <ActionIcon
            className={styles.close}
            aria-label={t('close')}
            onClick={() => view.set({ trial: false, pane: 'panel' })}
          >
            <IconX size="1.125rem" stroke={1.8} aria-hidden />
          </ActionIcon>
        </header>
        <SegmentedControl
          className={styles.tabs}
          size="xs"
          fullWidth
          aria-label={t('title')}
          value={tab}
          onChange={(next) => setTab(tabs.find((each) => each === next) ?? 'run')}
          data={tabs.map((value) => ({
            value,
            label: value === 'samples' ? `${t('tabs.samples')} ${samples.length}` : t(`tabs.${value}`),
          }))}
        />
        <GuideBar onShow={() => setTab('run')} />
        {tab === 'run' && <TrialScreen onSave={() => setTab('samples')} />}
        {tab === 'values' && <ValuesPanel />}
        {tab === 'path' && <PathPanel onGo={() => setTab('run')} />}
        {tab === 'samples' && <SamplesPanel samples={samples} onRun={() => setTab('run')} />}
      </div>
    </WalkContext>
  );
}

/** Begins from the step it was opened with, before anything else of the run is seen. */
function useWantedStart(trial: TrialStore): void {
  const { view } = useEditor();
  const from = useView((state) => state.trialFrom);
  useLayoutEffect(() => {
    if (from === null) return;
    trial.restart(from);
    view.set({ trialFrom: null });
  }, [trial, view, from]);
}
