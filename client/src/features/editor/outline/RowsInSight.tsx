import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect } from 'react';
import type { ReactNode, RefObject } from 'react';
import styles from './Outline.module.css';
import type { OutlineRow } from './rows.ts';

export interface VirtualRowsProps {
  tree: RefObject<HTMLDivElement | null>;
  rows: readonly OutlineRow[];
  /** The row with the tab stop, drawn wherever one has scrolled to. */
  keep: string | undefined;
  /** The row to be in sight. */
  show: string | null;
  children: (row: OutlineRow) => ReactNode;
}

const heightsRem = { group: 2.25, step: 2, choice: 1.75 };

/** Only the rows in sight of many. */
export default function RowsInSight({ tree, rows, keep, show, children }: VirtualRowsProps) {
  const kept = rows.findIndex(({ id }) => id === keep);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => tree.current,
    estimateSize: (index) => heightsRem[rows[index]?.type ?? 'step'] * remPx(),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const from = Math.max(0, startIndex - overscan);
      const to = Math.min(count - 1, endIndex + overscan);
      const shown = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      return kept === -1 || (kept >= from && kept <= to) ? shown : [...shown, kept].sort((a, b) => a - b);
    },
  });
  const shown = rows.findIndex(({ id }) => id === show);
  useEffect(() => {
    if (shown !== -1) virtual.scrollToIndex(shown, { align: 'auto' });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a row that moves because others came is not to be followed
  }, [show, virtual]);
  return (
    <div className={styles.all} role="presentation" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ key, index, start }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <div
            key={key}
            role="presentation"
            className={styles.placed}
            data-index={index}
            ref={virtual.measureElement}
            style={{ transform: `translateY(${start}px)` }}
          >
            {children(row)}
          </div>
        );
      })}
    </div>
  );
}

function remPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
