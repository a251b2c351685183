import { SegmentedControl } from '@mantine/core';
import { useMessages } from '../../../app/i18n.ts';
import { FlowCanvas } from '../canvas/FlowCanvas.tsx';
import styles from '../EditorPage.module.css';
import { FindPanel } from '../find/FindPanel.tsx';
import { editorMessages } from '../messages.ts';
import { OutlinePane } from '../outline/OutlinePane.tsx';
import { SidePanel } from '../panel/SidePanel.tsx';
import { useEditor, useView } from '../session/context.ts';
import type { Pane } from '../session/view.ts';
import { openTrialMessages } from '../trial/openMessages.ts';
import { TrialSection } from '../trial/TrialSection.tsx';

const content = { outline: OutlinePane, canvas: FlowCanvas, panel: SidePanel, trial: TrialSection };

const panes: readonly Pane[] = ['outline', 'canvas', 'panel', 'trial'];

/** One pane at a time. */
export function NarrowPanes() {
  const t = useMessages(editorMessages);
  const { view } = useEditor();
  const trialT = useMessages(openTrialMessages);
  const trial = useView((state) => state.trial);
  const wished = useView((state) => state.pane);
  const pane = wished === 'trial' && !trial ? 'panel' : wished;
  const label = (name: Pane) => (name === 'trial' ? trialT('title') : t(`panes.${name}`));
  const Content = content[pane];
  return (
    <>
      <SegmentedControl
        className={styles.tabs}
        fullWidth
        size="sm"
        value={pane}
        onChange={(next) => view.set({ pane: next })}
        data={panes
          .filter((value) => trial || value !== 'trial')
          .map((value) => ({ value, label: label(value) }))}
      />
      <FindPanel />
      <section className={styles.pane} aria-label={label(pane)} data-pane={pane}>
        <Content />
      </section>
    </>
  );
}
