import { Fragment, useEffect } from 'react';
import { lateView } from '../late/lateParts.ts';
import type { VirtualRowsProps } from './RowsInSight.tsx';

const RowsInSight = lateView(() => import('./RowsInSight.tsx'));

/** Fewer rows than this are all drawn: the browser's own search and drags then reach every one. */
const manyRows = 150;

/** The rows of the tree; of many only those in sight are drawn. */
export function VirtualRows(props: VirtualRowsProps) {
  return props.rows.length < manyRows ? <AllRows {...props} /> : <RowsInSight {...props} />;
}

function AllRows({ tree, rows, show, children }: VirtualRowsProps) {
  useEffect(() => {
    if (show === null) return;
    tree.current?.querySelector(`[data-row="${CSS.escape(show)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [tree, show]);
  return rows.map((row) => <Fragment key={row.id}>{children(row)}</Fragment>);
}
