import type { Node } from '@xyflow/react';
import type { MapNode } from './nodes/types.ts';

/** How a node is drawn in the small map: by kind, found and open steps apart; frames as a shade. */
export function minimapClass(node: Node): string {
  const { type, data } = node as MapNode;
  if (type === 'frame') return 'minimap-frame';
  if (type === 'card') return data.isOpen ? 'minimap-card minimap-open' : 'minimap-card';
  const marks = `${data.isOpen ? ' minimap-open' : ''}${data.isHit ? ' minimap-hit' : ''}`;
  return `minimap-${data.step.kind}${marks}`;
}
