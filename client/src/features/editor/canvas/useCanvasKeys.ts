import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { useEditor } from '../session/context.ts';
import { canvasCommandOf } from './canvasKeys.ts';
import type { CanvasCommand } from './canvasKeys.ts';
import type { StepFlowNode } from './useStepNodes.ts';

const glideMs = 250;

/** The map's keys, while the focus is on it or nowhere: never in a text, the outline, the panel or a dialog. */
export function useCanvasKeys(tidy: () => Promise<void>): void {
  const { actions, session, view } = useEditor();
  const flow = useReactFlow<StepFlowNode>();
  useEffect(() => {
    const chosen = () => {
      const selected = flow.getNodes().filter((node) => node.selected === true);
      const open = flow.getNode(view.get().stepId ?? '');
      return selected.length > 0 || open === undefined ? selected : [open];
    };
    const run = (command: CanvasCommand) => {
      const readOnly = session.provider.connection.ended !== null;
      if (command.name === 'nudge' && !readOnly) {
        // By how much, not to where: the map follows a frame later, and keys may come quicker.
        actions.nudge(new Set(chosen().map(({ id }) => id)), { x: command.dx, y: command.dy });
      } else if (command.name === 'tidy' && !readOnly) void tidy();
      else if (command.name === 'fit') void flow.fitView({ padding: 0.15, maxZoom: 1, duration: glideMs });
      else if (command.name === 'selection')
        void flow.fitView({ nodes: chosen(), padding: 0.3, maxZoom: 1, duration: glideMs });
      else if (command.name === 'actual') void flow.zoomTo(1, { duration: glideMs });
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isOnMap(event.target)) return;
      const command = canvasCommandOf(event);
      if (command === null) return;
      event.preventDefault();
      run(command);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [actions, session, view, flow, tidy]);
}

function isOnMap(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return false;
  return (
    target === document.body || (target instanceof Element && target.closest('[data-pane="canvas"]') !== null)
  );
}
