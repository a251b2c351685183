import type { Script, Step } from '@daihon/shared/script/schema';
import { stepSize } from '../ui/stepSize.ts';
import type { Size } from '../ui/stepSize.ts';

type Position = Step['position'];

const gap = { x: 100, y: 40 };
const gridPx = 10;

/** Where a new step stands: beside the one it comes from or at `wished`, moved down until it covers nothing. `own` is the room it takes. */
export function freePlace(
  { steps }: Pick<Script, 'steps'>,
  from: Pick<Step, 'position' | 'kind' | 'choices' | 'outcome'> | null,
  wished?: Position,
  own: Size = stepSize({ kind: 'talk', choices: [], outcome: null }),
): Position {
  const beside =
    from === null
      ? { x: 0, y: 0 }
      : { x: from.position.x + stepSize(from).width + gap.x, y: from.position.y };
  const x = onGrid((wished ?? beside).x);
  let y = onGrid((wished ?? beside).y);
  for (;;) {
    const inTheWay = steps.find((step) => covers(step, { x, y }, own));
    if (inTheWay === undefined) return { x, y };
    y = onGrid(inTheWay.position.y + stepSize(inTheWay).height + gap.y);
  }
}

function covers(step: Step, at: Position, own: Size): boolean {
  const size = stepSize(step);
  const { x, y } = step.position;
  return (
    at.x < x + size.width + gap.y &&
    x < at.x + own.width + gap.y &&
    at.y < y + size.height + gap.y / 2 &&
    y < at.y + own.height + gap.y / 2
  );
}

function onGrid(value: number): number {
  return Math.ceil(value / gridPx) * gridPx;
}
