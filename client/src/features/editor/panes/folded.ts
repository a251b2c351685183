/** The panes that stand side by side on a wide screen, each of which can be folded away. */
export const mainPanes = ['outline', 'canvas', 'panel'] as const;
export type MainPane = (typeof mainPanes)[number];
export type Folded = ReadonlySet<MainPane>;

/** Part of a change of the view after which this pane is in sight: unfolded, and the one that a narrow screen shows. */
export function unfolded(
  view: { get: () => { folded: Folded } },
  pane: MainPane,
): { pane: MainPane; folded: Folded } {
  const { folded } = view.get();
  return { pane, folded: folded.has(pane) ? new Set([...folded].filter((each) => each !== pane)) : folded };
}

/** Folds a pane or unfolds it; the last one that is in sight stays. */
export function toggled(folded: Folded, pane: MainPane): Folded {
  const next = new Set(folded);
  if (!next.delete(pane)) next.add(pane);
  return next.size === mainPanes.length ? folded : next;
}

/** Everything but this pane is folded; where that is so already, all are side by side again. */
export function alone(folded: Folded, pane: MainPane): Folded {
  const others = mainPanes.filter((each) => each !== pane);
  return isAlone(folded, pane) ? new Set() : new Set(others);
}

export function isAlone(folded: Folded, pane: MainPane): boolean {
  return folded.size === mainPanes.length - 1 && !folded.has(pane);
}

/** What this person folded in this browser. */
export function readFolded(accountId: string): Folded {
  try {
    const names = localStorage.getItem(nameFor(accountId))?.split(' ') ?? [];
    const folded = new Set(mainPanes.filter((pane) => names.includes(pane)));
    return folded.size === mainPanes.length ? new Set() : folded;
  } catch {
    return new Set();
  }
}

export function keepFolded(accountId: string, folded: Folded): void {
  try {
    localStorage.setItem(nameFor(accountId), [...folded].join(' '));
  } catch {
    return;
  }
}

function nameFor(accountId: string): string {
  return `daihon.editor.folded.${accountId}`;
}
