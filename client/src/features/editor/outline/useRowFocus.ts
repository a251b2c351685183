import { useCallback, useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { OutlineRow } from './rows.ts';

interface RowFocus {
  tree: RefObject<HTMLDivElement | null>;
  rows: readonly OutlineRow[];
  onActive: (rowId: string) => void;
}

/** Moves the focus to a row, also to one that is not drawn yet or comes only with the next state of the draft. */
export function useRowFocus({ tree, onActive }: RowFocus): (rowId: string) => void {
  const wanted = useRef<string | null>(null);
  // After every render: the row may have been scrolled into sight by this one.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = tree.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted.current)}"]`);
    if (row == null) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  return useCallback(
    (rowId) => {
      wanted.current = rowId;
      onActive(rowId);
      const row = tree.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(rowId)}"]`);
      if (row == null) return;
      wanted.current = null;
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest' });
    },
    [tree, onActive],
  );
}
