import * as Y from 'yjs';
import { InvalidUpdate, MissingPart } from './invalidUpdate.ts';
import { checkStructs } from './structs.ts';

export interface GuardContext {
  /** The draft with everything accepted so far; only read here. */
  doc: Y.Doc;
  accountId: string;
  /** The account that may write with a client id; undefined while nobody has. */
  ownerOf(client: number): string | undefined;
  /** How many client ids this connection may still bring into the draft. */
  newClientsLeft: number;
}

export interface CheckedUpdate {
  /** What of the update is not known yet. */
  update: Uint8Array;
  /** Clients that write in it. */
  clients: number[];
  /** Those of them that nobody owned before. */
  newClients: number[];
}

type Decoded = ReturnType<typeof Y.decodeUpdate>;

/**
 * Whether an update may go into the draft (SECURITY, decision 3): it decodes, writes with this account's client ids only,
 * continues their clocks without a gap, refers and deletes inside the known state only, and stays in the known root types.
 * Applying what it returns to `doc` leaves nothing pending. Throws InvalidUpdate.
 */
export function checkUpdate(bytes: Uint8Array, context: GuardContext): CheckedUpdate {
  let update = bytes;
  let decoded = decode(update);
  if (decoded.structs.some((struct) => isKnown(context.doc, struct))) {
    // A client that comes back sends what it has, others' edits included; those known must not reach the document again.
    update = withoutKnown(update, context.doc);
    decoded = decode(update);
  }
  const clients = checkOwners(decoded, context);
  const reach = checkStructs(decoded.structs, context.doc);
  checkDeletes(decoded.ds, reach, context.doc);
  return {
    update,
    clients,
    newClients: clients.filter((client) => context.ownerOf(client) === undefined),
  };
}

function decode(update: Uint8Array): Decoded {
  try {
    return Y.decodeUpdate(update);
  } catch (error) {
    throw new InvalidUpdate('it does not decode', { cause: error });
  }
}

function withoutKnown(update: Uint8Array, doc: Y.Doc): Uint8Array {
  try {
    return Y.diffUpdate(update, Y.encodeStateVector(doc));
  } catch (error) {
    throw new InvalidUpdate('it does not decode', { cause: error });
  }
}

function isKnown(doc: Y.Doc, struct: Decoded['structs'][number]): boolean {
  return struct.id.clock < Y.getState(doc.store, struct.id.client);
}

const MAX_CLIENT = 0xffff_ffff;

function checkOwners(decoded: Decoded, context: GuardContext): number[] {
  const clients = [...new Set(decoded.structs.map((struct) => struct.id.client))];
  let newClients = 0;
  for (const client of clients) {
    if (client > MAX_CLIENT) throw new InvalidUpdate('a client id is out of range');
    const owner = context.ownerOf(client);
    if (owner === context.accountId) continue;
    // Nobody's although it has written: its owner was lost, so nobody may speak for it.
    if (owner !== undefined || Y.getState(context.doc.store, client) > 0) {
      throw new InvalidUpdate("it writes with another account's client id");
    }
    newClients += 1;
    if (newClients > context.newClientsLeft) throw new InvalidUpdate('too many client ids');
  }
  return clients;
}

function checkDeletes(deletes: Decoded['ds'], reach: ReadonlyMap<number, number>, doc: Y.Doc): void {
  for (const [client, ranges] of deletes.clients) {
    const end = reach.get(client) ?? Y.getState(doc.store, client);
    for (const range of ranges) {
      if (range.len < 1) throw new InvalidUpdate('an empty deletion');
      if (range.clock + range.len > end) throw new MissingPart('it deletes what does not exist');
    }
  }
}
