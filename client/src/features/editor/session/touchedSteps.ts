import * as Y from 'yjs';

interface Roots {
  steps: Y.Map<unknown>;
  positions: Y.Map<unknown>;
}

type Changed = Y.Transaction['changedParentTypes'];

/** The ids of the steps that a transaction changed, inside or as a whole, those whose content changed first. */
export function touchedSteps({ steps, positions }: Roots, changed: Changed): string[] {
  const inside: string[] = [];
  const whole: string[] = [];
  for (const event of new Set<Y.YEvent<Y.AbstractType<unknown>>>([...changed.values()].flat())) {
    const isRoot = event.target === steps || event.target === positions;
    // `keys` may only be asked for while the event is handled; `keysChanged` stays.
    if (isRoot && event instanceof Y.YMapEvent) whole.push(...textsOf(event.keysChanged));
    else inside.push(...(ownerOf(event.target, steps) ?? []));
  }
  return [...new Set([...inside, ...whole])];
}

/** The step that a type hangs on, however deep; none for what is no part of a step. */
function ownerOf(type: Y.AbstractType<unknown>, steps: Y.Map<unknown>): [string] | null {
  let item = type._item;
  while (item !== null) {
    const { parent, parentSub } = item;
    if (!(parent instanceof Y.AbstractType)) return null;
    if (parent === steps) return parentSub === null ? null : [parentSub];
    item = parent._item;
  }
  return null;
}

function textsOf(keys: Iterable<unknown>): string[] {
  return [...keys].filter((key) => typeof key === 'string');
}
