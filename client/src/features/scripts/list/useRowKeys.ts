import type { KeyboardEvent } from 'react';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import type { ScriptAction } from './scriptAction.ts';
import type { Selection } from './useSelection.ts';

interface Asks {
  scripts: readonly ScriptSummary[];
  selection: Selection;
  mayEdit: boolean;
  onAction: (action: ScriptAction) => void;
  /** Brings a row into the page, so that it can have the focus. */
  reveal: (index: number) => void;
}

/**
 * Keys on a row's title: ↑ ↓ Home End go from row to row (with Shift they select on the way), Space selects, Ctrl+A selects all,
 * Delete bins, F2 renames. Enter opens, as any link.
 */
export function useRowKeys({ scripts, selection, mayEdit, onAction, reveal }: Asks) {
  return (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing || !(event.target instanceof HTMLElement)) return;
    const id = event.target.dataset.row;
    const at = scripts.findIndex((script) => script.id === id);
    const script = scripts[at];
    if (script === undefined) return;
    const places: Record<string, number> = {
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      Home: 0,
      End: scripts.length - 1,
    };
    const next = places[event.key];
    if (next !== undefined) {
      event.preventDefault();
      const target = scripts[next];
      if (target === undefined) return;
      if (event.shiftKey && mayEdit && !selection.ids.has(script.id)) selection.toggle(script.id, false);
      if (event.shiftKey && mayEdit) selection.toggle(target.id, true);
      focusRow(event.currentTarget, target.id, () => reveal(next));
      return;
    }
    if (!mayEdit) return;
    const chosen = selection.ids.has(script.id) ? selection.scripts : [script];
    const command = commandOf(event);
    if (command === null) return;
    event.preventDefault();
    if (command === 'select') selection.toggle(script.id, event.shiftKey);
    if (command === 'all') selection.all();
    if (command === 'remove') onAction({ kind: 'remove', scripts: chosen });
    if (command === 'rename') onAction({ kind: 'rename', script });
  };
}

function commandOf(event: KeyboardEvent): 'select' | 'all' | 'remove' | 'rename' | null {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') return 'all';
  if (event.key === ' ') return 'select';
  if (event.key === 'Delete') return 'remove';
  return event.key === 'F2' ? 'rename' : null;
}

/** A row that is not in the page yet has to come in first. */
function focusRow(list: HTMLElement, id: string, reveal: () => void): void {
  const find = () => list.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  const row = find();
  if (row !== null) {
    row.focus();
    return;
  }
  reveal();
  requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus()));
}
