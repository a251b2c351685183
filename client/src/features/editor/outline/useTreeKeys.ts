import { moveChoice } from '@daihon/shared/script/draft/editItems';
import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { foldText } from '@daihon/shared/text/fold';
import { beforeAfterMove } from '../panel/ItemTools.tsx';
import { useEditor, useEnded, useReadOnly } from '../session/context.ts';
import type { Editor } from '../session/context.ts';
import { parentOf, unfoldable } from './rows.ts';
import type { ChoiceRowData, OutlineRow } from './rows.ts';
import { stepIdsOf, subjectOf } from './rowSubject.ts';
import { isTyped, treeCommandOf } from './treeKeys.ts';
import type { TreeCommand } from './treeKeys.ts';
import { unfolded } from '../panes/folded.ts';

interface TreeKeys {
  rows: readonly OutlineRow[];
  tabStop: string | undefined;
  toggle: (...ids: string[]) => void;
  /** Moves the focus to a row. */
  go: (rowId: string) => void;
}

const typeAheadMs = 700;
const pageRows = 12;

/** The keys of the outline while one of its rows has the focus. */
export function useTreeKeys(tree: TreeKeys) {
  const editor = useEditor();
  const readOnly = useReadOnly();
  const ended = useEnded();
  const typed = useRef({ text: '', at: 0 });
  /** Steps are deleted in a full draft, too. */
  const may = (command: TreeCommand, row: OutlineRow) =>
    !readOnly || (command === 'remove' && row.type === 'step' && !ended);
  return (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    const index = tree.rows.findIndex(({ id }) => id === tree.tabStop);
    const row = tree.rows[index];
    if (row === undefined) return;
    const command = treeCommandOf(event.nativeEvent);
    if (command !== null) {
      if (!(walk(command, index, tree, editor) || (may(command, row) && edit(command, row, tree, editor))))
        return;
      event.preventDefault();
      event.stopPropagation();
    } else if (event.ctrlKey || event.metaKey) {
      chooseRow(row, editor);
    } else if (isTyped(event.nativeEvent)) {
      const found = typeAhead(tree.rows, index, nextTyped(typed, event.key));
      if (found !== undefined) tree.go(found.id);
      event.stopPropagation();
    }
  };
}

function walk(command: TreeCommand, index: number, tree: TreeKeys, { actions, view }: Editor): boolean {
  const { rows, go, toggle } = tree;
  const row = rows[index];
  if (row === undefined) return false;
  const to = (next: OutlineRow | undefined) => {
    if (next !== undefined) go(next.id);
  };
  switch (command) {
    case 'next':
      to(rows[index + 1]);
      return true;
    case 'previous':
      to(rows[index - 1]);
      return true;
    case 'first':
      to(rows[0]);
      return true;
    case 'last':
      to(rows.at(-1));
      return true;
    case 'pageDown':
      to(rows[Math.min(rows.length - 1, index + pageRows)]);
      return true;
    case 'pageUp':
      to(rows[Math.max(0, index - pageRows)]);
      return true;
    case 'unfold':
      if (row.type !== 'choice' && !row.open) toggle(row.id);
      else if (row.type !== 'choice') to(rows[index + 1]);
      return true;
    case 'fold':
      if (row.type !== 'choice' && row.open && (row.type === 'group' || row.step.choices.length > 0))
        toggle(row.id);
      else to(parentOf(rows, index));
      return true;
    case 'unfoldAll':
      toggle(...unfoldable(rows, index));
      return true;
    case 'open':
      if (row.type === 'group') toggle(row.id);
      else {
        actions.open(row.type === 'step' ? row.step.id : (row.choice.to ?? row.step.id));
        view.set(unfolded(view, 'panel'));
      }
      return true;
    case 'select':
      toggleChosen(row, { actions, view });
      return true;
    case 'extendDown':
    case 'extendUp':
      extend(row, rows[index + (command === 'extendDown' ? 1 : -1)], tree, { actions, view });
      return true;
    case 'menu':
      openMenu(row, { actions, view });
      return true;
    default:
      return false;
  }
}

function edit(command: TreeCommand, row: OutlineRow, { go }: TreeKeys, editor: Editor): boolean {
  const { view } = editor;
  if (command === 'rename') {
    const id = row.type === 'group' ? row.group?.id : row.type === 'step' ? row.step.id : row.id;
    if (id !== undefined) view.set({ renamingId: id });
  } else if (command === 'connect') {
    if (row.type === 'group') return false;
    view.set({ picking: { stepId: row.step.id, choiceId: row.type === 'choice' ? row.choice.id : null } });
  } else if (command === 'remove') {
    remove(row, editor);
    if (row.type !== 'choice') go(`step:${view.get().stepId ?? ''}`);
    else go(`step:${row.step.id}`);
  } else if (command === 'moveUp' || command === 'moveDown') {
    move(row, command === 'moveUp' ? 'up' : 'down', editor);
    go(row.id);
  } else return false;
  return true;
}

function remove(row: OutlineRow, { actions, session }: Editor): void {
  if (row.type === 'choice') actions.removeChoice(row.step.id, row.choice.id);
  else if (row.type === 'step') actions.remove(chosenWith(row.step.id, actions));
  else if (row.group !== null) actions.remove(stepIdsOf(row, session.store.get().script), row.group.id);
}

function move(row: OutlineRow, direction: 'up' | 'down', { actions, session }: Editor): void {
  if (row.type === 'step') actions.move(chosenWith(row.step.id, actions), direction);
  else if (row.type === 'group' && row.group !== null) actions.moveGroup(row.group.id, direction);
  else if (row.type === 'choice') moveChoiceRow(row, direction, session);
}

function moveChoiceRow(
  { step, choice }: ChoiceRowData,
  direction: 'up' | 'down',
  session: Editor['session'],
): void {
  const index = step.choices.indexOf(choice);
  if (direction === 'up' ? index === 0 : index === step.choices.length - 1) return;
  const before = beforeAfterMove(step.choices, index, direction);
  session.edit((doc) => moveChoice(doc, step.id, choice.id, before, session.origin));
}

type Choosing = Pick<Editor, 'actions' | 'view'>;

/** The chosen steps where this one is among them, else this one alone. */
function chosenWith(stepId: string, actions: Editor['actions']): string[] {
  const chosen = actions.chosen();
  return chosen.includes(stepId) ? chosen : [stepId];
}

/** A command with Ctrl acts on the row that has the focus, and on all chosen ones where that is one of them. */
function chooseRow(row: OutlineRow, { actions, session, view }: Editor): void {
  const ids = stepIdsOf(row, session.store.get().script);
  const { selected, stepId } = view.get();
  const among = ids.length > 0 && ids.every((id) => selected.has(id));
  if (row.type !== 'step') {
    if (!among) actions.select(ids);
    return;
  }
  if (stepId !== row.step.id) actions.open(row.step.id);
  if (among) actions.select(selected);
}

function toggleChosen(row: OutlineRow, { actions }: Choosing): void {
  if (row.type === 'step') actions.toggleSelected(row.step.id);
  if (row.type === 'choice') actions.toggleSelected(row.step.id);
}

function extend(
  row: OutlineRow,
  next: OutlineRow | undefined,
  { go }: TreeKeys,
  { actions, view }: Choosing,
): void {
  if (next === undefined) return;
  const both = [row, next].flatMap((each) => (each.type === 'step' ? [each.step.id] : []));
  const { selected } = view.get();
  // Going back over what was just chosen lets it go again.
  const back =
    next.type === 'step' && row.type === 'step' && selected.has(next.step.id) && selected.has(row.step.id);
  if (back) actions.toggleSelected(row.step.id);
  else actions.select([...selected, ...both]);
  go(next.id);
}

function openMenu(row: OutlineRow, { actions, view }: Choosing): void {
  const box = document.querySelector(`[data-row="${CSS.escape(row.id)}"]`)?.getBoundingClientRect();
  const subject = subjectOf(row, actions.chosen());
  if (box === undefined || subject === null) return;
  view.set({ menu: { at: { x: box.left + 32, y: box.bottom }, subject } });
}

function nextTyped(typed: { current: { text: string; at: number } }, key: string): string {
  const now = Date.now();
  const text = now - typed.current.at < typeAheadMs ? typed.current.text + key : key;
  typed.current = { text, at: now };
  return text;
}

function typeAhead(rows: readonly OutlineRow[], index: number, text: string): OutlineRow | undefined {
  const from = text.length === 1 ? index + 1 : index;
  return [...rows.slice(from), ...rows.slice(0, from)].find((row) => {
    if (row.type === 'choice') return false;
    if (row.type === 'step' && String(row.number) === text) return true;
    const title = row.type === 'step' ? row.step.title : (row.group?.title ?? '');
    return foldText(title).startsWith(foldText(text));
  });
}
