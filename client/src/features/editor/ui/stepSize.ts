import type { Step } from '@daihon/shared/script/schema';

// The size of a step on the map follows from its content alone, so the map never has to measure what it draws: five
// hundred nodes would each cost a forced layout. Canvas.module.css uses the same figures through custom properties.

/** In units of a sixteenth of the page's text size. */
export const stepMeasures = { width: 240, head: 34, excerpt: 46, port: 26, outcome: 26 } as const;

export interface Size {
  width: number;
  height: number;
}

/** Width and height on the map at the usual text size, in CSS pixels. */
export function stepSize({ kind, choices, outcome }: Pick<Step, 'kind' | 'choices' | 'outcome'>): Size {
  const { width, head, excerpt, port } = stepMeasures;
  const foot = kind === 'end' && outcome !== null ? stepMeasures.outcome : 0;
  return { width, height: head + excerpt + port * choices.length + foot };
}
