import { BinPanel } from '../bin/BinPanel.tsx';
import type { PanelTab } from '../session/view.ts';
import { InterruptsPanel } from './InterruptsPanel.tsx';
import { PlaceholdersPanel } from './placeholders/PlaceholdersPanel.tsx';

const tabs = { placeholders: PlaceholdersPanel, interrupts: InterruptsPanel, bin: BinPanel };

/** The parts of a script that belong to no step. */
export default function ScriptTab({ tab }: { tab: Exclude<PanelTab, 'step' | 'comments' | 'changes'> }) {
  const Content = tabs[tab];
  return <Content />;
}
