import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect } from 'react';
import { useView } from '../session/context.ts';

/** Brings the open step into sight when it was opened elsewhere. */
export function useFollowOpenStep(): void {
  const stepId = useView((view) => view.stepId);
  const { getNode, setCenter, getViewport } = useReactFlow();
  const ready = useStore(({ width }) => width > 0);
  const store = useStore(({ domNode }) => domNode);
  useEffect(() => {
    const node = stepId === null ? undefined : getNode(stepId);
    if (!ready || node === undefined || store === null) return;
    const { x, y, zoom } = getViewport();
    const left = node.position.x * zoom + x;
    const top = node.position.y * zoom + y;
    const width = (node.measured?.width ?? 240) * zoom;
    const height = (node.measured?.height ?? 120) * zoom;
    const seen =
      left >= 0 && top >= 0 && left + width <= store.clientWidth && top + height <= store.clientHeight;
    if (seen) return;
    void setCenter(node.position.x + width / zoom / 2, node.position.y + height / zoom / 2, {
      zoom: Math.max(zoom, 0.6),
      duration: 250,
    });
  }, [stepId, ready, store, getNode, getViewport, setCenter]);
}
