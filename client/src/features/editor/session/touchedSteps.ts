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

/** The ids of the steps that an update, already in `doc`, wrote or deleted something in. */
export function stepsInUpdate(doc: Y.Doc, update: Uint8Array): string[] {
  const steps: Y.Map<unknown> = doc.getMap('steps');
  const { structs, ds } = Y.decodeUpdate(update);
  const written = structs.map(({ id }) => id);
  const deleted = [...ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock }) => Y.createID(client, clock)),
  );
  const items = [...written, ...deleted].map((id) => itemAt(doc, id));
  return [...new Set(items.flatMap((item) => (item === null ? [] : (ownerOfItem(item, steps) ?? []))))];
}

function itemAt(doc: Y.Doc, id: Y.ID): Y.Item | null {
  if (id.clock >= Y.getState(doc.store, id.client)) return null;
  const item: unknown = Y.getItem(doc.store, id);
  return item instanceof Y.Item ? item : null;
}

function ownerOfItem({ parent, parentSub }: Y.Item, steps: Y.Map<unknown>): [string] | null {
  if (!(parent instanceof Y.AbstractType)) return null;
  if (parent === steps) return parentSub === null ? null : [parentSub];
  return ownerOf(parent, steps);
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
