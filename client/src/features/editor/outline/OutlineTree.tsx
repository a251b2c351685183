import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MouseEvent } from 'react';
import { useMessages } from '../../../app/i18n.ts';
import { useFindings } from '../checks/useFindings.ts';
import { editorMessages } from '../messages.ts';
import { useEditor, useScript, useView } from '../session/context.ts';
import { ChoiceRow } from './ChoiceRow.tsx';
import { GroupRow } from './GroupRow.tsx';
import { outlineMessages } from './messages.ts';
import styles from './Outline.module.css';
import { entryCounts, outlineRows } from './rows.ts';
import type { OutlineRow } from './rows.ts';
import { subjectOf } from './rowSubject.ts';
import { StepRow } from './StepRow.tsx';
import { useRowDrops } from './useRowDrops.ts';
import { useRowFocus } from './useRowFocus.ts';
import { useRowFolds } from './useRowFolds.ts';
import { useTreeKeys } from './useTreeKeys.ts';
import { VirtualRows } from './VirtualRows.tsx';

/** Groups, steps and choices as one tree with a single tab stop. */
export function OutlineTree({ filter }: { filter: string }) {
  const t = useMessages(editorMessages);
  const tOutline = useMessages(outlineMessages);
  const script = useScript();
  const { view, actions } = useEditor();
  const openStepId = useView((state) => state.stepId);
  const tree = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const { folded, unfolded, toggle } = useRowFolds();
  const rows = useMemo(
    () => outlineRows(script, { folded, unfolded, filter }),
    [script, folded, unfolded, filter],
  );
  const stop = tabStopOf(rows, active, openStepId);
  const go = useRowFocus({ tree, rows, onActive: setActive });
  const drops = useRowDrops();
  const press = useTreeKeys({ rows, tabStop: stop, toggle, go });
  useEffect(() => {
    if (openStepId !== null) setActive(`step:${openStepId}`);
  }, [openStepId]);

  const rowFor = useRowElement({ stop, openStepId, toggle, rows });
  if (rows.length === 0) {
    return <p className={styles.empty}>{filter === '' ? t('outline.empty') : t('outline.noMatch')}</p>;
  }
  const showMenu = (event: MouseEvent) => {
    const row = rowOf(event.target, rows);
    const subject = row === undefined ? null : subjectOf(row, actions.chosen());
    if (subject === null) return;
    event.preventDefault();
    if (row?.type === 'step' && !view.get().selected.has(row.step.id)) actions.open(row.step.id);
    view.set({ menu: { at: { x: event.clientX, y: event.clientY }, subject } });
  };
  return (
    <div
      ref={tree}
      className={styles.tree}
      role="tree"
      aria-multiselectable
      aria-label={t('panes.outline')}
      aria-description={tOutline('hint')}
      onKeyDown={press}
      onContextMenu={showMenu}
      {...drops}
      onFocus={(event) => {
        const id = event.target.closest<HTMLElement>('[data-row]')?.dataset.row;
        if (id !== undefined) setActive(id);
      }}
      onDoubleClick={(event) => {
        const row = rowOf(event.target, rows);
        if (row?.type === 'step') view.set({ renamingId: row.step.id });
      }}
    >
      <VirtualRows tree={tree} rows={rows} keep={stop} show={active}>
        {rowFor}
      </VirtualRows>
    </div>
  );
}

interface RowElements {
  stop: string | undefined;
  openStepId: string | null;
  toggle: (...ids: string[]) => void;
  rows: readonly OutlineRow[];
}

/** How a row is drawn. */
function useRowElement({ stop, openStepId, toggle, rows }: RowElements) {
  const script = useScript();
  const { actions } = useEditor();
  const { worst } = useFindings();
  const entries = entryCounts(script);
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  const extendTo = useCallback(
    (rowId: string) => actions.select(stepsBetween(latest.current, openStepId, rowId)),
    [actions, openStepId],
  );
  return (row: OutlineRow) => {
    const { id: rowId, level, place, siblings } = row;
    const placed = { rowId, level, place, siblings, isTabStop: rowId === stop };
    if (row.type === 'group') {
      const { group, open, count } = row;
      return <GroupRow {...placed} group={group} open={open} count={count} onToggle={toggle} />;
    }
    if (row.type === 'choice') return <ChoiceRow {...placed} step={row.step} choice={row.choice} />;
    const { step, number, open } = row;
    return (
      <StepRow
        {...placed}
        step={step}
        number={number}
        open={open}
        entries={entries.get(step.id) ?? 0}
        isOpenStep={step.id === openStepId}
        isStart={step.id === script.start}
        severity={worst.get(step.id) ?? null}
        onToggle={toggle}
        onExtendTo={extendTo}
      />
    );
  };
}

function tabStopOf(rows: readonly OutlineRow[], active: string | null, openStepId: string | null) {
  const here = (id: string) => rows.some((row) => row.id === id);
  if (active !== null && here(active)) return active;
  const open = `step:${openStepId ?? ''}`;
  return here(open) ? open : rows[0]?.id;
}

function rowOf(target: EventTarget, rows: readonly OutlineRow[]): OutlineRow | undefined {
  const id = target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined;
  return rows.find((row) => row.id === id);
}

/** The steps from the open one to a row, as shown. */
function stepsBetween(rows: readonly OutlineRow[], openStepId: string | null, rowId: string): string[] {
  const ends = [`step:${openStepId ?? ''}`, rowId].map((id) => rows.findIndex((row) => row.id === id));
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  return rows.slice(Math.max(0, from), to + 1).flatMap((row) => (row.type === 'step' ? [row.step.id] : []));
}
