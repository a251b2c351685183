import { useReactFlow, useStore } from '@xyflow/react';
import { useDeferredValue, useEffect, useRef } from 'react';
import { useEditor, useView } from '../session/context.ts';

const margin = 24;
const usualSize = { width: 240, height: 130 };

/** Brings the open step into sight when it was opened elsewhere, and where the map starts. */
export function useFollowOpenStep(): void {
  const { session } = useEditor();
  const stepId = useDeferredValue(useView((view) => view.stepId));
  const { getInternalNode, getViewport, setViewport } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (width === 0 || stepId === null || shown.current === stepId) return;
    const step = session.store.get().script.steps.find(({ id }) => id === stepId);
    if (step === undefined) return;
    const isFirst = shown.current === null;
    shown.current = stepId;
    const { x, y, zoom } = getViewport();
    const { position } = step;
    const size = getInternalNode(stepId)?.measured ?? usualSize;
    const left = position.x * zoom + x;
    const top = position.y * zoom + y;
    const seen =
      left >= margin &&
      top >= margin &&
      left + (size.width ?? usualSize.width) * zoom <= width - margin &&
      top + (size.height ?? usualSize.height) * zoom <= height - margin;
    if (seen && !isFirst) return;
    // The first step stands at the left, with what follows from it in view; later ones in the middle.
    const scale = isFirst ? zoom : Math.max(zoom, 0.6);
    const at = isFirst ? { x: 0.08, y: 0.35 } : { x: 0.35, y: 0.4 };
    void setViewport(
      { x: width * at.x - position.x * scale, y: height * at.y - position.y * scale, zoom: scale },
      { duration: isFirst ? 0 : 250 },
    );
  }, [stepId, width, height, session, getInternalNode, getViewport, setViewport]);
}
