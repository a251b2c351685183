import * as Y from 'yjs';
import { rootNames } from '@daihon/shared/script/draft/layout';
import { Depths } from './depths.ts';
import { InvalidUpdate, MissingPart } from './invalidUpdate.ts';

type Struct = Y.Item | Y.GC | Y.Skip;

const MAX_CLOCK = 2 ** 31;
const MAX_DEPTH = 16;
const MAX_KEY_LENGTH = 128;
/** More text than anybody types and deletes between two frames, offline included. */
const MAX_DELETED_LENGTH = 200_000;

const roots: ReadonlySet<unknown> = new Set(rootNames);
const typeKinds: readonly unknown[] = [Y.Map, Y.Array, Y.Text, Y.XmlElement, Y.XmlFragment, Y.XmlText];

/**
 * Plays the integration of the structs through without a document, in the order in which Yjs would, and returns how far each
 * client's clock would then reach. Throws InvalidUpdate where Yjs would wait, throw, or build what a draft does not have.
 */
export function checkStructs(structs: readonly Struct[], doc: Y.Doc): ReadonlyMap<number, number> {
  const reach = new Map<number, number>();
  const depths = new Depths(doc);
  checkDeletedLength(structs);
  let waiting = queuesOf(structs, doc);
  while (waiting.length > 0) {
    let moved = false;
    for (const queue of waiting) {
      while (queue.next !== undefined && isReady(queue.next, reach, doc)) {
        admit(queue.next, reach, depths);
        queue.shift();
        moved = true;
      }
    }
    if (!moved) throw new MissingPart('it refers to what does not exist');
    waiting = waiting.filter((queue) => queue.next !== undefined);
  }
  return reach;
}

function admit(struct: Struct, reach: Map<number, number>, depths: Depths): void {
  const depth = struct instanceof Y.Item ? checkItem(struct, depths) : 0;
  depths.place(struct, depth);
  reach.set(struct.id.client, struct.id.clock + struct.length);
}

class Queue {
  readonly #structs: Struct[] = [];
  #index = 0;

  push(struct: Struct): void {
    this.#structs.push(struct);
  }
  get next(): Struct | undefined {
    return this.#structs[this.#index];
  }
  shift(): void {
    this.#index += 1;
  }
}

/** One queue per client; each must go on exactly where the document ends. */
function queuesOf(structs: readonly Struct[], doc: Y.Doc): Queue[] {
  const queues = new Map<number, Queue>();
  const ends = new Map<number, number>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (struct instanceof Y.Skip) throw new InvalidUpdate('it skips');
    if (struct.length < 1) throw new InvalidUpdate('an empty part');
    const goesOnAt = ends.get(client) ?? Y.getState(doc.store, client);
    if (clock > goesOnAt) throw new MissingPart('a clock does not go on where the draft ends');
    if (clock < goesOnAt) throw new InvalidUpdate('a clock goes back');
    const end = clock + struct.length;
    if (end > MAX_CLOCK) throw new InvalidUpdate('a clock is out of range');
    ends.set(client, end);
    const queue = queues.get(client) ?? new Queue();
    queue.push(struct);
    queues.set(client, queue);
  }
  return [...queues.values()];
}

/** Everything it refers to is there: in the document or earlier in this update. */
function isReady(struct: Struct, reach: ReadonlyMap<number, number>, doc: Y.Doc): boolean {
  if (!(struct instanceof Y.Item)) return true;
  return [struct.origin, struct.rightOrigin, struct.parent].every(
    (id) => !(id instanceof Y.ID) || id.clock < (reach.get(id.client) ?? Y.getState(doc.store, id.client)),
  );
}

/** Returns how deep the item stands. */
function checkItem(item: Y.Item, depths: Depths): number {
  checkContent(item);
  if (item.parentSub !== null && item.parentSub.length > MAX_KEY_LENGTH) {
    throw new InvalidUpdate('a key is too long');
  }
  const depth = depthOf(item, depths);
  if (depth > MAX_DEPTH) throw new InvalidUpdate('it is nested too deeply');
  return depth;
}

function depthOf(item: Y.Item, depths: Depths): number {
  const { origin, rightOrigin } = item;
  if (origin !== null) return depths.ofStruct(origin);
  if (rightOrigin !== null) return depths.ofStruct(rightOrigin);
  const parent: unknown = item.parent;
  if (parent instanceof Y.ID) return depths.ofType(parent) + 1;
  if (!roots.has(parent)) throw new InvalidUpdate('an unknown root type');
  // All roots are maps: what has no key would be an element of a list.
  if (item.parentSub === null) throw new InvalidUpdate('a root is not a list');
  return 1;
}

function checkContent({ content, parentSub }: Y.Item): void {
  if (content instanceof Y.ContentDeleted) return;
  if (parentSub !== null && content.getLength() > 1) throw new InvalidUpdate('a key has one value');
  if (content instanceof Y.ContentType) {
    if (!typeKinds.includes(content.type.constructor)) throw new InvalidUpdate('an unknown kind of type');
    return;
  }
  const plain =
    content instanceof Y.ContentString ||
    content instanceof Y.ContentAny ||
    content instanceof Y.ContentFormat;
  if (!plain) throw new InvalidUpdate('a kind of content that a draft does not have');
}

function checkDeletedLength(structs: readonly Struct[]): void {
  let length = 0;
  for (const struct of structs) {
    const deleted =
      struct instanceof Y.GC || (struct instanceof Y.Item && struct.content instanceof Y.ContentDeleted);
    if (deleted) length += struct.length;
  }
  if (length > MAX_DELETED_LENGTH) throw new InvalidUpdate('it brings more deleted text than anybody types');
}
