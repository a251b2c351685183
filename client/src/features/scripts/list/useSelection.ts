import { useState } from 'react';
import type { ScriptSummary } from '@daihon/shared/wire/http';

export interface Selection {
  ids: ReadonlySet<string>;
  scripts: ScriptSummary[];
  /** `range`: everything from the one before, as with Shift. */
  toggle: (id: string, range: boolean) => void;
  all: () => void;
  clear: () => void;
}

/** Which of the shown scripts are selected; what is filtered away is not. */
export function useSelection(shown: readonly ScriptSummary[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string | null>(null);
  const scripts = shown.filter(({ id }) => chosen.has(id));
  const ids = new Set(scripts.map(({ id }) => id));

  function toggle(id: string, range: boolean): void {
    const next = new Set(ids);
    const from = shown.findIndex((each) => each.id === anchor);
    const to = shown.findIndex((each) => each.id === id);
    if (range && from !== -1) {
      for (const each of shown.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(each.id);
    } else if (!next.delete(id)) next.add(id);
    setAnchor(id);
    setChosen(next);
  }

  return {
    ids,
    scripts,
    toggle,
    all: () => setChosen(new Set(shown.map(({ id }) => id))),
    clear: () => setChosen(new Set()),
  };
}
