/** What every row carries: its id, and its place in the tree for screen readers. Plain values: rows are memoised on them. */
export interface RowProps {
  rowId: string;
  level: number;
  place: number;
  siblings: number;
  isTabStop: boolean;
}

export function rowAria({ rowId, level, place, siblings, isTabStop }: RowProps) {
  return {
    role: 'treeitem',
    'aria-level': level,
    'aria-posinset': place,
    'aria-setsize': siblings,
    tabIndex: isTabStop ? 0 : -1,
    'data-row': rowId,
  } as const;
}
