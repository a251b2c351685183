import type { Step } from '@daihon/shared/script/schema';
import { Position } from '@xyflow/react';
import type { NodeHandle } from '@xyflow/react';
import { stepMeasures } from '../../ui/stepSize.ts';
import type { Size } from '../../ui/stepSize.ts';

/** Handle of a step from which a new choice is drawn. */
export const newChoiceHandle = '+';
/** Handle of what stands for several steps. */
export const allHandle = '*';

const dotPx = 12;
const morePx = 18;

/** Where ways begin and end at a step's node: known from its content, so nothing needs to be measured. */
export function stepHandles(step: Step, size: Size): NodeHandle[] {
  const { head, excerpt, port } = stepMeasures;
  const ports = step.choices.map((choice, index) =>
    dot('source', Position.Right, size.width, head + excerpt + port * (index + 0.5), choice.id),
  );
  return [
    dot('target', Position.Left, 0, head / 2, null),
    ...ports,
    dot('source', Position.Right, size.width, head / 2, allHandle),
    {
      id: newChoiceHandle,
      type: 'source',
      position: Position.Bottom,
      x: (size.width - morePx) / 2,
      y: size.height - morePx / 2,
      width: morePx,
      height: morePx,
    },
  ];
}

/** One way in at the left, one out at the right. */
export function cardHandles({ width, height }: Size): NodeHandle[] {
  return [
    dot('target', Position.Left, 0, height / 2, null),
    dot('source', Position.Right, width, height / 2, allHandle),
  ];
}

function dot(
  type: 'source' | 'target',
  position: Position,
  x: number,
  y: number,
  id: string | null,
): NodeHandle {
  return { id, type, position, x: x - dotPx / 2, y: y - dotPx / 2, width: dotPx, height: dotPx };
}
