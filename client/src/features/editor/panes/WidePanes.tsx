import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useLayoutEffect } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { FlowCanvas } from '../canvas/FlowCanvas.tsx';
import styles from '../EditorPage.module.css';
import { FindPanel } from '../find/FindPanel.tsx';
import { editorMessages } from '../messages.ts';
import { OutlinePane } from '../outline/OutlinePane.tsx';
import { SidePanel } from '../panel/SidePanel.tsx';
import { useEditor, useView } from '../session/context.ts';
import { openTrialMessages } from '../trial/openMessages.ts';
import { TrialSection } from '../trial/TrialSection.tsx';
import { keepFolded, mainPanes, toggled, unfolded } from './folded.ts';
import type { Folded, MainPane } from './folded.ts';
import { PaneDivider } from './PaneDivider.tsx';
import { useToastPlace } from './useToastPlace.ts';
import { bounds, usePaneWidths } from './usePaneWidths.ts';

const rest = 'minmax(0, 1fr)';

/** Outline, map and step side by side, or those of them that are not folded away; and the trial run while it is open. */
export function WidePanes() {
  const trialT = useMessages(openTrialMessages);
  const { view, session } = useEditor();
  const accountId = session.user.id;
  const widths = usePaneWidths(accountId);
  const trial = useView((state) => state.trial);
  const folded = useView((state) => state.folded);
  const crowded = useMediaQuery('(max-width: 105em)', matchMedia('(max-width: 105em)').matches) && trial;
  useRoomForTrial(crowded);
  useToastPlace();
  useEffect(() => {
    if (!crowded) keepFolded(accountId, folded);
  }, [accountId, folded, crowded]);
  const map = !folded.has('canvas');
  const fold = (pane: MainPane) => () => view.set({ folded: toggled(view.get().folded, pane) });
  const divider = (pane: 'outline' | 'panel', side: 'left' | 'right') => (
    <Divider
      pane={pane}
      side={side}
      width={widths[pane]}
      onWidth={(width) => widths.set(pane, width)}
      onFold={fold(pane)}
    />
  );
  const finder = mainPanes.filter((pane) => !folded.has(pane)).find((pane) => pane !== 'outline');
  return (
    <div className={styles.panes} style={columns(folded, widths, trial)}>
      <MainSection pane="outline">
        {finder === undefined && <FindPanel />}
        <OutlinePane />
      </MainSection>
      {folded.size < 2 || folded.has('outline') ? divider('outline', 'left') : <span />}
      <MainSection pane="canvas">
        {map && <FlowCanvas />}
        {finder === 'canvas' && <FindPanel />}
      </MainSection>
      {map || folded.has('panel') ? divider('panel', 'right') : <span />}
      <MainSection pane="panel">
        {finder === 'panel' && <FindPanel />}
        <SidePanel />
      </MainSection>
      {trial && (
        <section className={styles.pane} aria-label={trialT('title')} data-pane="trial">
          <TrialSection />
        </section>
      )}
    </div>
  );
}

/** Beside a trial run the map needs the room of the outline: it folds, unless it is asked for, and is back afterwards. */
function useRoomForTrial(crowded: boolean): void {
  const { view } = useEditor();
  useLayoutEffect(() => {
    const { folded } = view.get();
    if (!crowded || folded.has('outline') || folded.has('canvas')) return undefined;
    view.set({ folded: toggled(folded, 'outline') });
    return () => view.set({ folded: unfolded(view, 'outline').folded });
  }, [crowded, view]);
}

/** The map takes what the sides leave; without it the step does, and without that too the outline. */
function columns(folded: Folded, widths: Record<'outline' | 'panel', number>, trial: boolean): CSSProperties {
  const [outline, map, panel] = mainPanes.map((pane) => !folded.has(pane));
  const template = [
    outline === true ? (map === true || panel === true ? `${widths.outline}px` : rest) : '0',
    'auto',
    map === true ? rest : '0',
    'auto',
    panel === true ? (map === true ? `${widths.panel}px` : rest) : '0',
    ...(trial ? ['minmax(20rem, 25rem)'] : []),
  ];
  return { gridTemplateColumns: template.join(' ') };
}

function MainSection({ pane, children }: { pane: MainPane; children: ReactNode }) {
  const t = useMessages(editorMessages);
  const folded = useView((state) => state.folded.has(pane));
  return (
    <section
      className={styles.pane}
      aria-label={t(`panes.${pane}`)}
      data-pane={pane}
      data-folded={folded || undefined}
    >
      {children}
    </section>
  );
}

interface DividerProps {
  pane: 'outline' | 'panel';
  side: 'left' | 'right';
  width: number;
  onWidth: (width: number) => void;
  onFold: () => void;
}

function Divider({ pane, ...divider }: DividerProps) {
  const t = useMessages(editorMessages);
  const folded = useView((state) => state.folded.has(pane));
  return (
    <PaneDivider
      label={t('resize', { pane: t(`panes.${pane}`) })}
      folded={folded}
      {...bounds[pane]}
      {...divider}
    />
  );
}
