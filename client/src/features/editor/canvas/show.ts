import type { ReactFlowInstance } from '@xyflow/react';
import type { Editor } from '../session/context.ts';
import { standingOf } from './model/standing.ts';
import type { MapNode } from './nodes/types.ts';

type Flow = ReactFlowInstance<MapNode>;

const glideMs = 250;

export function showAll(flow: Flow): void {
  void flow.fitView({ padding: 0.12, maxZoom: 1, duration: glideMs });
}

/** At 100 %, around what is in the middle now. */
export function showFull(flow: Flow): void {
  void flow.zoomTo(1, { duration: glideMs });
}

/** The chosen steps, or what stands for them while they are folded away. */
export function showSelection(flow: Flow, { actions, session, view }: Editor): void {
  const { folds } = view.get();
  const of = folds === null ? new Map<string, string>() : standingOf(session.store.get().script, folds).of;
  const nodes = actions.chosen().map((id) => ({ id: of.get(id) ?? id }));
  if (nodes.length > 0) void flow.fitView({ nodes, padding: 0.3, maxZoom: 1, duration: glideMs });
}

/** The start at full size, at the left of the map. */
export function showStart(flow: Flow, { actions, session }: Editor): void {
  const { script } = session.store.get();
  const start = script.steps.find(({ id }) => id === script.start);
  if (start === undefined) return;
  actions.open(start.id);
  const { x, y } = start.position;
  void flow.setCenter(x + 320, y + 120, { zoom: 1, duration: glideMs });
}
