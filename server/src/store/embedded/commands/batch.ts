import { Long } from 'bson';
import { cursorReply } from '../wire/cursorReply.ts';
import type { Doc } from '../bson/value.ts';
import { numberOf } from '../bson/number.ts';
import { CommandError, badValue } from '../errors.ts';
import { countOption, refuseOptions } from './request.ts';
import type { Reply, Request } from './request.ts';

const defaultFirstBatch = 101;
const mostBatchBytes = 16 * 1024 * 1024;

/** Answers with a first batch, and keeps a cursor for the rest when there is more. */
export function firstBatch(
  request: Request,
  namespace: string,
  next: () => Buffer | undefined,
  batchSize: number | undefined,
  single = false,
): Buffer {
  const source = withPeek(next);
  const batch = take(source, batchSize ?? defaultFirstBatch);
  const id = single || source.done() ? 0 : request.engine.cursors.open(namespace, source.next).id;
  return cursorReply('firstBatch', batch, id, namespace);
}

export function getMore(request: Request): Reply {
  refuseOptions(request, ['collection', 'batchSize']);
  const id = numberOf(request.body.getMore);
  if (id === undefined) throw badValue('getMore needs a cursor id');
  const cursor = request.engine.cursors.use(id);
  const namespace = `${request.database}.${String(request.body.collection)}`;
  if (namespace !== cursor.namespace) {
    throw new CommandError(
      13,
      'Unauthorized',
      `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
    );
  }
  const source = withPeek(cursor.next);
  const batch = take(source, countOption(request.body.batchSize, 'batchSize') ?? 0);
  if (source.done()) request.engine.cursors.close(id);
  else cursor.next = source.next;
  return cursorReply('nextBatch', batch, source.done() ? 0 : id, namespace);
}

export function killCursors(request: Request): Doc {
  const ids = request.body.cursors;
  if (!Array.isArray(ids)) throw badValue('killCursors needs a list of cursors');
  const killed: Long[] = [];
  const unknown: Long[] = [];
  for (const each of ids) {
    const id = numberOf(each) ?? 0;
    (request.engine.cursors.close(id) ? killed : unknown).push(Long.fromNumber(id));
  }
  return { cursorsKilled: killed, cursorsNotFound: unknown, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}

interface Peekable {
  readonly next: () => Buffer | undefined;
  readonly peek: () => Buffer | undefined;
  readonly done: () => boolean;
}

function withPeek(next: () => Buffer | undefined): Peekable {
  let ahead: Buffer | undefined;
  const peek = (): Buffer | undefined => (ahead ??= next());
  return {
    next: () => {
      const result = peek();
      ahead = undefined;
      return result;
    },
    peek,
    done: () => peek() === undefined,
  };
}

/** At most so many (0: any number), and at most one message full; a single larger document still goes out alone. */
function take(source: Peekable, most: number): Buffer[] {
  const batch: Buffer[] = [];
  let bytes = 0;
  while (most === 0 || batch.length < most) {
    const ahead = source.peek();
    if (!ahead || (batch.length > 0 && bytes + ahead.length > mostBatchBytes)) break;
    bytes += ahead.length;
    batch.push(ahead);
    source.next();
  }
  return batch;
}
