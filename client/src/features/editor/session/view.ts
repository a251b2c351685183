import type { Folds } from '../canvas/model/folds.ts';
import type { MenuState } from '../menu/menuState.ts';
import type { Folded } from '../panes/folded.ts';
import { Store } from './store.ts';
import type { ChoicePlace } from './via.ts';

export const panelTabs = ['step', 'comments', 'changes', 'placeholders', 'interrupts', 'bin'] as const;
export type PanelTab = (typeof panelTabs)[number];
export type Pane = 'outline' | 'canvas' | 'panel' | 'trial';

/** A stretch of one paragraph of a text, to be selected. */
export interface ChosenWords {
  paragraph: number;
  from: number;
  to: number;
}

/** What this person looks at. Never shared: others only learn the open step, by presence. */
export interface ViewState {
  stepId: string | null;
  /** The chosen steps, on map and outline alike; opening a step chooses it alone. */
  selected: ReadonlySet<string>;
  tab: PanelTab;
  /** Whether the trial run is open, and the step it stands on. */
  trial: boolean;
  trialStepId: string | null;
  /** The step that the trial run is to begin from next. */
  trialFrom: string | null;
  /** The one pane that a narrow screen shows. */
  pane: Pane;
  /** What is folded away on a wide screen. */
  folded: Folded;
  /** Part of the open step that should take the focus; `at` makes a repeated wish a new one. */
  focusField: { field: string; at: number; words?: ChosenWords } | null;
  /** Client that is followed from step to step. */
  following: number | null;
  dialog: 'publish' | 'checks' | 'keys' | 'palette' | 'point' | null;
  /** A deletion that waits for a yes, and why it asks. */
  confirmRemoval: { stepIds: string[]; groupId: string | null; reasons: string[] } | null;
  /** Step, group or choice whose name is being changed in the outline. */
  renamingId: string | null;
  /** What is folded on the map; null before the map was first shown. */
  folds: Folds | null;
  /** A choice's way on the map that is chosen. */
  edge: ChoicePlace | null;
  /** The search in this script is open; `at` makes a repeated wish a new one. */
  finding: { at: number } | null;
  /** Steps that what is searched for stands in. */
  hits: ReadonlySet<string>;
  menu: MenuState | null;
  /** Text from elsewhere that would become many steps, until that is confirmed. */
  pasting: readonly string[] | null;
  /** A choice whose target is being picked. */
  picking: ChoicePlace | null;
}

export type ViewStore = Store<ViewState>;

export function createView(folded: Folded = new Set()): ViewStore {
  return new Store<ViewState>({
    stepId: null,
    selected: new Set(),
    tab: 'step',
    trial: false,
    trialStepId: null,
    trialFrom: null,
    pane: 'outline',
    folded,
    focusField: null,
    following: null,
    dialog: null,
    confirmRemoval: null,
    renamingId: null,
    folds: null,
    edge: null,
    finding: null,
    hits: new Set(),
    menu: null,
    pasting: null,
    picking: null,
  });
}
