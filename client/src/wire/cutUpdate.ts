import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Decoded = ReturnType<typeof Y.decodeUpdate>;
type Struct = Decoded['structs'][number];

/** Deleted ranges of one client. */
type Deleted = [client: number, ranges: { clock: number; len: number }[]];

/** A deleted range takes two numbers of at most six bytes each. */
const rangeBytes = 12;

/**
 * The same changes in updates of about `limit` bytes, each complete once those before it are there: an undo or a time offline may
 * come to more than one frame may hold. A single value above the limit stays whole.
 */
export function cutUpdate(update: Uint8Array, limit: number): Uint8Array[] {
  if (update.length <= limit) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  const ordered = inCausalOrder(structs);
  if (ordered === null) return [update];
  const pieces = [
    ...cutStructs(ordered, limit),
    ...cutDeletes([...ds.clients], Math.ceil(limit / rangeBytes)),
  ];
  return pieces.length === 0 ? [update] : pieces;
}

/** Null when something is missing in between, so that no piece could stand by itself. */
function inCausalOrder(structs: readonly Struct[]): Struct[] | null {
  const queues = new Map<number, Struct[]>();
  for (const struct of structs) {
    if (struct instanceof Y.Skip) return null;
    const { client } = struct.id;
    const queue = queues.get(client);
    if (queue === undefined) queues.set(client, [struct]);
    else queue.push(struct);
  }
  const next = new Map([...queues.keys()].map((client) => [client, 0]));
  const isWaiting = (id: Y.ID): boolean => {
    const queue = queues.get(id.client) ?? [];
    const head = queue[next.get(id.client) ?? 0];
    const last = queue.at(-1);
    return head !== undefined && last !== undefined && id.clock >= head.id.clock && id.clock < endOf(last);
  };
  const ordered: Struct[] = [];
  while (ordered.length < structs.length) {
    const before = ordered.length;
    for (const [client, queue] of queues) {
      let index = next.get(client) ?? 0;
      for (
        let head = queue[index];
        head !== undefined && !needsOf(head).some(isWaiting);
        head = queue[index]
      ) {
        ordered.push(head);
        index += 1;
        next.set(client, index);
      }
    }
    if (ordered.length === before) return null;
  }
  return ordered;
}

function endOf(struct: Struct): number {
  return struct.id.clock + struct.length;
}

/** What must be there before it can be put in its place. */
function needsOf(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const parent: unknown = struct.parent;
  return [struct.origin, struct.rightOrigin, parent].filter((id) => id instanceof Y.ID);
}

interface Run {
  clock: number;
  structs: Uint8Array[];
}

function cutStructs(ordered: readonly Struct[], limit: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let runs = new Map<number, Run>();
  let size = 0;
  for (const struct of ordered) {
    const bytes = bytesOf(struct);
    if (size > 0 && size + bytes.length > limit) {
      pieces.push(pieceOf(runs, []));
      runs = new Map();
      size = 0;
    }
    const { client, clock } = struct.id;
    const run = runs.get(client) ?? { clock, structs: [] };
    run.structs.push(bytes);
    runs.set(client, run);
    size += bytes.length;
  }
  if (size > 0) pieces.push(pieceOf(runs, []));
  return pieces;
}

function bytesOf(struct: Struct): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  struct.write(encoder, 0);
  return encoder.toUint8Array();
}

function cutDeletes(deleted: readonly Deleted[], rangesToPiece: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let piece: Deleted[] = [];
  let count = 0;
  const close = () => {
    if (count > 0) pieces.push(pieceOf(new Map(), piece));
    piece = [];
    count = 0;
  };
  for (const [client, ranges] of deleted) {
    for (let from = 0; from < ranges.length;) {
      const taken = ranges.slice(from, from + rangesToPiece - count);
      piece.push([client, taken]);
      from += taken.length;
      count += taken.length;
      if (count >= rangesToPiece) close();
    }
  }
  close();
  return pieces;
}

/** One update as Yjs writes it: the changes by client, then what is deleted. */
function pieceOf(runs: ReadonlyMap<number, Run>, deleted: readonly Deleted[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, runs.size);
  for (const [client, { clock, structs }] of runs) {
    encoding.writeVarUint(encoder, structs.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    for (const bytes of structs) encoding.writeUint8Array(encoder, bytes);
  }
  encoding.writeVarUint(encoder, deleted.length);
  for (const [client, ranges] of deleted) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, len);
    }
  }
  return encoding.toUint8Array(encoder);
}
