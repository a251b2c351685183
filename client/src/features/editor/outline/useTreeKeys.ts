import { useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { isIme } from '../keys/ime.ts';
import { useEditor, useReadOnly } from '../session/context.ts';
import { fold } from './rows.ts';
import type { OutlineRow } from './rows.ts';

interface TreeKeys {
  rows: readonly OutlineRow[];
  tabStop: string | undefined;
  toggle: (id: string) => void;
  activate: (id: string) => void;
  tree: RefObject<HTMLDivElement | null>;
}

const typeAheadMs = 700;

/** The keys of a tree (WAI-ARIA) and those of the outline: rename, delete, move, open. */
export function useTreeKeys({ rows, tabStop, toggle, activate, tree }: TreeKeys) {
  const { view, actions } = useEditor();
  const readOnly = useReadOnly();
  const typed = useRef({ text: '', at: 0 });

  const go = (row: OutlineRow | undefined) => {
    if (row === undefined) return;
    activate(row.id);
    tree.current?.querySelector<HTMLElement>(`[data-row="${row.id}"]`)?.focus();
  };
  const openRow = (row: OutlineRow) => {
    if (row.type === 'step') actions.open(row.step.id);
    else if (row.type === 'choice') actions.open(row.choice.to ?? row.step.id, null);
    else toggle(row.id);
    if (row.type !== 'group') view.set({ pane: 'panel' });
  };
  const edit = (row: OutlineRow, event: KeyboardEvent): boolean => {
    if (readOnly || row.type !== 'step') return false;
    const { id } = row.step;
    if (event.key === 'F2') view.set({ renamingId: id });
    else if (event.key === 'Delete') actions.remove(id);
    else if (event.altKey && event.key === 'ArrowUp') actions.move(id, 'up');
    else if (event.altKey && event.key === 'ArrowDown') actions.move(id, 'down');
    else return false;
    return true;
  };
  const walk = (row: OutlineRow, index: number, key: string): boolean => {
    if (key === 'ArrowDown') go(rows[index + 1]);
    else if (key === 'ArrowUp') go(rows[index - 1]);
    else if (key === 'Home') go(rows[0]);
    else if (key === 'End') go(rows.at(-1));
    else if (key === 'ArrowRight') {
      if (row.type !== 'choice' && !row.open) toggle(row.id);
      else if (row.type !== 'choice') go(rows[index + 1]);
    } else if (key === 'ArrowLeft') {
      if (row.type !== 'choice' && row.open) toggle(row.id);
      else go(parentOf(rows, index));
    } else if (key === 'Enter' || key === ' ') openRow(row);
    else return false;
    return true;
  };
  const typeAhead = (index: number, key: string) => {
    const now = Date.now();
    const text = now - typed.current.at < typeAheadMs ? typed.current.text + key : key;
    typed.current = { text, at: now };
    const from = text.length === 1 ? index + 1 : index;
    const order = [...rows.slice(from), ...rows.slice(0, from)];
    go(
      order.find(
        (row) =>
          row.type === 'step' && (fold(row.step.title).startsWith(fold(text)) || String(row.number) === text),
      ),
    );
  };

  return (event: KeyboardEvent) => {
    if (isIme(event.nativeEvent) || event.target instanceof HTMLInputElement) return;
    const index = rows.findIndex(({ id }) => id === tabStop);
    const row = rows[index];
    if (row === undefined) return;
    const plain = !event.ctrlKey && !event.metaKey;
    const taken = plain && (edit(row, event) || (!event.altKey && walk(row, index, event.key)));
    if (taken) {
      event.preventDefault();
      event.stopPropagation();
    } else if (plain && !event.altKey && event.key.length === 1 && event.key !== '?')
      typeAhead(index, event.key);
  };
}

function parentOf(rows: readonly OutlineRow[], index: number): OutlineRow | undefined {
  const row = rows[index];
  const type = row?.type === 'choice' ? 'step' : 'group';
  return rows.slice(0, index).findLast((candidate) => candidate.type === type);
}
