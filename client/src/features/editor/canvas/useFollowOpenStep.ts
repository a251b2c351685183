import { useReactFlow, useStore } from '@xyflow/react';
import { useDeferredValue, useEffect, useRef } from 'react';
import { useEditor, useView } from '../session/context.ts';
import { stepSize } from '../ui/stepSize.ts';
import { boxAround, cardIn, frameAround, scaleFor } from './model/boxes.ts';
import type { Box } from './model/boxes.ts';
import { groupIdOf } from './model/folds.ts';
import type { Folds } from './model/folds.ts';
import { standingOf } from './model/standing.ts';
import { membersOf } from './nodes/members.ts';

const margin = 24;

/** Brings the open step, or what stands for it, into sight when it was opened elsewhere, and where the map starts. */
export function useFollowOpenStep(folds: Folds): void {
  const { session } = useEditor();
  const stepId = useDeferredValue(useView((view) => view.stepId));
  const { getViewport, setViewport, fitBounds } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (width === 0 || stepId === null || shown.current === stepId) return;
    const { script } = session.store.get();
    const isFirst = shown.current === null;
    const { x, y, zoom } = getViewport();
    const node = standingOf(script, folds).of.get(stepId) ?? stepId;
    const box = boxOf(node, membersOf(node, script), script.steps, zoom);
    if (box === null) return;
    shown.current = stepId;
    if (isFirst && folds.groups.size > 0) {
      const all = boxAround(script.steps.map((step) => ({ ...step.position, ...stepSize(step) })));
      if (all !== null) void fitBounds(all, { padding: 0.08 });
      return;
    }
    const left = box.x * zoom + x;
    const top = box.y * zoom + y;
    const seen =
      left >= margin &&
      top >= margin &&
      left + box.width * zoom <= width - margin &&
      top + box.height * zoom <= height - margin;
    if (seen && !isFirst) return;
    // The first step stands at the left, with what follows from it in view; later ones in the middle.
    const scale = isFirst || groupIdOf(node) !== null ? zoom : Math.max(zoom, 0.6);
    const at = isFirst ? { x: 0.08, y: 0.35 } : { x: 0.35, y: 0.4 };
    void setViewport(
      { x: width * at.x - box.x * scale, y: height * at.y - box.y * scale, zoom: scale },
      { duration: isFirst ? 0 : 250 },
    );
  }, [stepId, folds, width, height, session, getViewport, setViewport, fitBounds]);
}

type Steps = ReturnType<ReturnType<typeof useEditor>['session']['store']['get']>['script']['steps'];

function boxOf(nodeId: string, members: readonly string[], steps: Steps, zoom: number): Box | null {
  const boxes = steps
    .filter(({ id }) => members.includes(id))
    .map((step) => ({ ...step.position, ...stepSize(step) }));
  if (groupIdOf(nodeId) === null) return boxes[0] ?? null;
  const frame = frameAround(boxes);
  return frame === null ? null : cardIn(frame, scaleFor(zoom));
}
