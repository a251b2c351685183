import { useReactFlow } from '@xyflow/react';
import type { ReactFlowInstance } from '@xyflow/react';
import { useEffect } from 'react';
import { singleKeys } from '../../../../script/keys/singleKeys.ts';
import { useEditor } from '../../session/context.ts';
import type { Editor } from '../../session/context.ts';
import type { Tidy } from '../layout/useTidy.ts';
import { edgeOrder } from '../model/edgeOrder.ts';
import { standingOf } from '../model/standing.ts';
import type { MapNode } from '../nodes/types.ts';
import { showAll, showFull, showSelection, showStart } from '../show.ts';
import { canvasCommandOf } from './canvasKeys.ts';
import type { CanvasCommand } from './canvasKeys.ts';
import { unfolded } from '../../panes/folded.ts';

interface MapKeys {
  tidy: Tidy;
  toggleMinimap: () => void;
}

/** The map's keys, while the focus is on it or nowhere: never in a text, the outline, the panel or a dialog. */
export function useCanvasKeys({ tidy, toggleMinimap }: MapKeys): void {
  const editor = useEditor();
  const flow = useReactFlow<MapNode>();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isOnMap(event.target)) return;
      const command = canvasCommandOf(event, singleKeys.get());
      if (command === null || !run(command, editor, { tidy, toggleMinimap, flow })) return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [editor, flow, tidy, toggleMinimap]);
}

type Tools = MapKeys & { flow: ReactFlowInstance<MapNode> };

/** Whether the key was taken. */
function run(command: CanvasCommand, editor: Editor, { tidy, toggleMinimap, flow }: Tools): boolean {
  const { actions, session, view } = editor;
  const chosen = actions.chosen();
  const { readOnly, connection } = session.provider;
  const removesSteps = command.name === 'remove' && view.get().edge === null && connection.ended === null;
  switch (command.name) {
    case 'fit':
      showAll(flow);
      return true;
    case 'selection':
      showSelection(flow, editor);
      return true;
    case 'full':
      showFull(flow);
      return true;
    case 'start':
      showStart(flow, editor);
      return true;
    case 'minimap':
      toggleMinimap();
      return true;
    case 'fold':
      return fold(editor, chosen);
    case 'next':
    case 'previous':
      return goAlong(command.name, editor);
    case 'open':
      if (chosen[0] === undefined) return false;
      actions.open(chosen[0], 'say');
      view.set(unfolded(view, 'panel'));
      return true;
    case 'menu':
      return openMenu(editor, chosen);
    default:
      return (!readOnly || removesSteps) && edit(command, editor, { chosen, tidy });
  }
}

function edit(
  command: CanvasCommand,
  { actions, view }: Editor,
  { chosen, tidy }: { chosen: string[]; tidy: Tidy },
): boolean {
  const { edge } = view.get();
  if (command.name === 'nudge') actions.nudge(new Set(chosen), { x: command.dx, y: command.dy });
  else if (command.name === 'tidy') void tidy(chosen.length > 1 ? new Set(chosen) : null);
  else if (edge?.choiceId != null) {
    actions.connect(edge.stepId, edge.choiceId, null);
    view.set({ edge: null });
  } else if (chosen.length > 0) actions.remove(chosen);
  else return false;
  return true;
}

/** Folds what stands behind the open step, or unfolds it. */
function fold({ actions }: Editor, [stepId]: string[]): boolean {
  if (stepId === undefined) return false;
  actions.foldBranch(stepId);
  return true;
}

/** To the step that comes next along the ways; at either end the key goes on to the next control of the page. */
function goAlong(direction: 'next' | 'previous', { actions, session, view }: Editor): boolean {
  const { script } = session.store.get();
  const { folds, selected, stepId } = view.get();
  if (selected.size === 0 || folds === null) return false;
  const hidden = standingOf(script, folds).of;
  const order = edgeOrder(script).filter((id) => !hidden.has(id) || id === stepId);
  const next = order[order.indexOf(stepId ?? '') + (direction === 'next' ? 1 : -1)];
  if (next === undefined) return false;
  actions.open(next);
  return true;
}

function openMenu({ view }: Editor, chosen: string[]): boolean {
  const node = document.querySelector(`.react-flow__node[data-id="${CSS.escape(chosen[0] ?? '')}"]`);
  const box = (node ?? document.querySelector('[data-pane="canvas"]'))?.getBoundingClientRect();
  if (box === undefined || chosen.length === 0) return false;
  view.set({
    menu: { at: { x: box.left + 24, y: box.top + 24 }, subject: { type: 'steps', ids: chosen } },
  });
  return true;
}

function isOnMap(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return false;
  if (target === document.body) return document.querySelector('[data-pane="canvas"]') !== null;
  return (
    target instanceof Element &&
    target.closest('[data-pane="canvas"]') !== null &&
    target.closest('button, input, a, [data-find]') === null
  );
}
