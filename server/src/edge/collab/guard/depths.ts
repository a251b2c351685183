import * as Y from 'yjs';
import { InvalidUpdate } from './invalidUpdate.ts';

interface Placed {
  clock: number;
  end: number;
  depth: number;
  holds: boolean;
}

/** How deep parts of a draft stand: those of the document, and those that an update under examination would add. */
export class Depths {
  readonly #doc: Y.Doc;
  readonly #placed = new Map<number, Placed[]>();

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  place(struct: Y.Item | Y.GC | Y.Skip, depth: number): void {
    const { client, clock } = struct.id;
    const list = this.#placed.get(client) ?? [];
    list.push({ clock, end: clock + struct.length, depth, holds: canHold(struct) });
    this.#placed.set(client, list);
  }

  /** Of the part with this id, which must exist; 0 for what is collected. */
  ofStruct(id: Y.ID): number {
    return this.#find(id).depth;
  }

  /** The same, of a part that others may stand in. */
  ofType(id: Y.ID): number {
    const found = this.#find(id);
    if (!found.holds) throw new InvalidUpdate('a part stands in what can hold nothing');
    return found.depth;
  }

  #find(id: Y.ID): { depth: number; holds: boolean } {
    if (id.clock < Y.getState(this.#doc.store, id.client)) {
      const struct = Y.getItem(this.#doc.store, id) as Y.Item | Y.GC;
      return { depth: struct instanceof Y.Item ? depthInDoc(struct) : 0, holds: canHold(struct) };
    }
    const placed = findPlaced(this.#placed.get(id.client) ?? [], id.clock);
    if (placed === undefined) throw new InvalidUpdate('it refers to what does not exist');
    return placed;
  }
}

/** What was deleted may have been a type: Yjs then collects what is put in. */
function canHold(struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (!(struct instanceof Y.Item)) return true;
  return struct.content instanceof Y.ContentType || struct.content instanceof Y.ContentDeleted;
}

function depthInDoc(item: Y.Item): number {
  let depth = 0;
  let at: Y.Item | null = item;
  while (at !== null) {
    depth += 1;
    const parent: unknown = at.parent;
    at = parent instanceof Y.AbstractType ? parent._item : null;
  }
  return depth;
}

function findPlaced(list: readonly Placed[], clock: number): Placed | undefined {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry === undefined || clock < entry.clock) high = middle - 1;
    else if (clock >= entry.end) low = middle + 1;
    else return entry;
  }
  return undefined;
}
