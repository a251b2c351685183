import { Store } from './store.ts';

export const panelTabs = ['step', 'comments', 'placeholders', 'interrupts', 'bin'] as const;
export type PanelTab = (typeof panelTabs)[number];
export type Pane = 'outline' | 'canvas' | 'panel' | 'trial';

/** What this person looks at. Never shared: others only learn the open step, by presence. */
export interface ViewState {
  stepId: string | null;
  /** The chosen steps, on map and outline alike; opening a step chooses it alone. */
  selected: ReadonlySet<string>;
  tab: PanelTab;
  /** Whether the trial run is open, and the step it stands on. */
  trial: boolean;
  trialStepId: string | null;
  /** The one pane that a narrow screen shows. */
  pane: Pane;
  /** Part of the open step that should take the focus; `at` makes a repeated wish a new one. */
  focusField: { field: string; at: number } | null;
  /** Client that is followed from step to step. */
  following: number | null;
  dialog: 'publish' | 'checks' | 'keys' | null;
  /** A deletion that waits for a yes, and why it asks. */
  confirmRemoval: { stepIds: string[]; groupId: string | null; reasons: string[] } | null;
  /** Step, group or choice whose name is being changed in the outline. */
  renamingId: string | null;
}

export type ViewStore = Store<ViewState>;

export function createView(): ViewStore {
  return new Store<ViewState>({
    stepId: null,
    selected: new Set(),
    tab: 'step',
    trial: false,
    trialStepId: null,
    pane: 'outline',
    focusField: null,
    following: null,
    dialog: null,
    confirmRemoval: null,
    renamingId: null,
  });
}
