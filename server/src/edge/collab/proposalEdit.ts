import * as Y from 'yjs';
import { randomInt } from '../../platform/clock.ts';

/** An edit of a draft as an update, made on a copy: nothing of it is in the draft yet. */
export function drawEdit(live: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  const drawn: Uint8Array[] = [];
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(live));
    copy.clientID = randomInt(2 ** 32 - 1) + 1;
    copy.on('update', (update: Uint8Array) => {
      drawn.push(update);
    });
    copy.transact(() => {
      change(copy);
    });
    return Y.mergeUpdates(drawn);
  } finally {
    copy.destroy();
  }
}

/** Whether a draft has an edit, and nobody has taken all that it wrote out again. */
export function holdsEdit(live: Y.Doc, edit: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(edit);
  const deleted = Y.createDeleteSetFromStructStore(live.store);
  const isGone = (client: number, clock: number, length: number) =>
    Array.from({ length }, (_, index) => clock + index).every((each) =>
      Y.isDeleted(deleted, Y.createID(client, each)),
    );
  const isKnown = structs.every(({ id, length }) => id.clock + length <= Y.getState(live.store, id.client));
  if (structs.length > 0) {
    return isKnown && !structs.every(({ id, length }) => isGone(id.client, id.clock, length));
  }
  return [...ds.clients].every(([client, ranges]) =>
    ranges.every(({ clock, len }) => isGone(client, clock, len)),
  );
}
