import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useMessages } from '../../app/i18n.ts';
import { useWantedThread } from './comments/useWantedThread.ts';
import { ChecksFeed } from './checks/ChecksFeed.tsx';
import { useClipboard } from './clipboard/useClipboard.ts';
import { FlowCanvas } from './canvas/FlowCanvas.tsx';
import styles from './EditorPage.module.css';
import { FindPanel } from './find/FindPanel.tsx';
import { EditorHeader } from './header/EditorHeader.tsx';
import { EndedBanner } from './header/EndedBanner.tsx';
import { SpaceBanner } from './header/SpaceBanner.tsx';
import { useEditorKeys } from './keys/useEditorKeys.ts';
import { lateView, useRested } from './late/lateParts.ts';
import { useLateParts } from './late/useLateParts.ts';
import { editorMessages } from './messages.ts';
import { OutlinePane } from './outline/OutlinePane.tsx';
import { FollowBar } from './people/FollowBar.tsx';
import { usePointersShown } from './people/pointersShown.ts';
import { useLookHere } from './people/useLookHere.ts';
import { PaneDivider } from './panes/PaneDivider.tsx';
import { usePaneWidths } from './panes/usePaneWidths.ts';
import { SidePanel } from './panel/SidePanel.tsx';
import { useEditor, useReadOnly, useView } from './session/context.ts';
import { useEditorNews } from './session/useEditorNews.ts';
import { useFirstStep } from './session/useFirstStep.ts';
import { useFreshOtherScripts } from './session/useOtherScripts.ts';
import { useReplaceNews } from './session/useReplaceNews.ts';
import { useScriptRoom } from './session/useScriptRoom.ts';
import type { Pane, ViewState } from './session/view.ts';
import { openTrialMessages } from './trial/openMessages.ts';
import { TrialSection } from './trial/TrialSection.tsx';
import { useLeaveWarning } from './session/useLeaveWarning.ts';

const Dialogs = lateView(() => import('./late/Dialogs.tsx'));
const PublishDialog = lateView(() => import('./publish/PublishDialog.tsx'));

/** Header, outline, map and step panel side by side; on a narrow screen one of them at a time. */
export function EditorFrame() {
  const narrow = useMediaQuery('(max-width: 43.75em)', matchMedia('(max-width: 43.75em)').matches);
  const readOnly = useReadOnly();
  const dialog = useView((view) => view.dialog);
  useEditorKeys();
  useClipboard();
  useEditorNews();
  useFirstStep();
  useWantedThread();
  useFreshOtherScripts();
  useLeaveWarning();
  useScriptRoom();
  useReplaceNews();
  useLookHere();
  useShownTab();
  useLateParts();
  const rested = useRested();
  const asked = useView(asksForDialog);
  const [pointers] = usePointersShown();
  return (
    <div
      className={styles.page}
      data-read-only={readOnly || undefined}
      data-hide-carets={!pointers || undefined}
    >
      <EditorHeader narrow={narrow} />
      <EndedBanner />
      <SpaceBanner />
      <FollowBar />
      {narrow ? <NarrowPanes /> : <WidePanes />}
      {rested && <ChecksFeed />}
      {(rested || asked) && <Dialogs />}
      {dialog === 'publish' && <PublishDialog />}
    </div>
  );
}

/** Whether something is asked for that lies over the editor. */
function asksForDialog({ dialog, menu, picking, pasting, confirmRemoval }: ViewState): boolean {
  return [dialog, menu, picking, pasting, confirmRemoval].some((asked) => asked !== null);
}

/** Those who follow see the same part of the side panel. */
function useShownTab(): void {
  const { presence } = useEditor().session;
  const tab = useView((view) => view.tab);
  useEffect(() => presence.show(tab), [presence, tab]);
}

function WidePanes() {
  const t = useMessages(editorMessages);
  const trialT = useMessages(openTrialMessages);
  const widths = usePaneWidths();
  const trial = useView((view) => view.trial);
  // Beside a trial run the map needs the room of the outline, unless the screen has enough for all.
  const crowded = useMediaQuery('(max-width: 105em)', matchMedia('(max-width: 105em)').matches) && trial;
  const [folds, setFolds] = useState({
    plain: { outline: false, panel: false },
    crowded: { outline: true, panel: false },
  });
  const mode = crowded ? 'crowded' : 'plain';
  const folded = folds[mode];
  // What goes to the outline, Alt+1 or a group that is to be named, finds it open.
  const pane = useView((view) => view.pane);
  useEffect(() => {
    if (pane === 'outline')
      setFolds((present) => ({ ...present, [mode]: { ...present[mode], outline: false } }));
  }, [pane, mode]);
  const fold = (side: 'outline' | 'panel') => () =>
    setFolds({ ...folds, [mode]: { ...folded, [side]: !folded[side] } });
  return (
    <div
      className={styles.panes}
      style={{
        gridTemplateColumns: `${folded.outline ? '0' : `${widths.outline}px`} auto minmax(0,1fr) auto ${
          folded.panel ? '0' : `${widths.panel}px`
        }${trial ? ' minmax(20rem, 25rem)' : ''}`,
      }}
    >
      <section
        className={styles.pane}
        aria-label={t('panes.outline')}
        data-pane="outline"
        hidden={folded.outline}
      >
        <OutlinePane />
      </section>
      <PaneDivider
        label={t('resize', { pane: t('panes.outline') })}
        width={widths.outline}
        onWidth={(width) => widths.set('outline', width)}
        side="left"
        folded={folded.outline}
        onFold={fold('outline')}
      />
      <section className={styles.pane} aria-label={t('panes.canvas')} data-pane="canvas">
        <FlowCanvas />
        <FindPanel />
      </section>
      <PaneDivider
        label={t('resize', { pane: t('panes.panel') })}
        width={widths.panel}
        onWidth={(width) => widths.set('panel', width)}
        side="right"
        folded={folded.panel}
        onFold={fold('panel')}
      />
      <section className={styles.pane} aria-label={t('panes.panel')} data-pane="panel" hidden={folded.panel}>
        <SidePanel />
      </section>
      {trial && (
        <section className={styles.pane} aria-label={trialT('title')} data-pane="trial">
          <TrialSection />
        </section>
      )}
    </div>
  );
}

const content = { outline: OutlinePane, canvas: FlowCanvas, panel: SidePanel, trial: TrialSection };

const panes: readonly Pane[] = ['outline', 'canvas', 'panel', 'trial'];

function NarrowPanes() {
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
