import { deserialize } from 'bson';
import { decode, encode } from '../bson/value.ts';
import type { Doc } from '../bson/value.ts';

/** One request of the MongoDB wire protocol. https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/ */
export interface Message {
  readonly requestId: number;
  readonly opCode: number;
  readonly body: Doc;
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>;
  /** The sender waits for no answer (`w: 0`). */
  readonly silent: boolean;
}

export const opReply = 1;
export const opQuery = 2004;
export const opMsg = 2013;
export const mostMessageBytes = 48_000_000;
const headerBytes = 16;
const checksumPresent = 1;
const moreToCome = 2;

export class ProtocolError extends Error {}

export function parseMessage(frame: Buffer): Message {
  const requestId = frame.readInt32LE(4);
  const opCode = frame.readInt32LE(12);
  if (opCode === opMsg) return parseMsg(frame, requestId);
  if (opCode === opQuery) return parseQuery(frame, requestId);
  throw new ProtocolError(`Unknown operation ${opCode}`);
}

function parseMsg(frame: Buffer, requestId: number): Message {
  const flags = frame.readUInt32LE(headerBytes);
  if ((flags & 0xfffc & ~(1 << 16)) !== 0) throw new ProtocolError('Unknown required flags');
  const end = (flags & checksumPresent) === 0 ? frame.length : frame.length - 4;
  let body: Doc | undefined;
  const sequences = new Map<string, Buffer[]>();
  let at = headerBytes + 4;
  while (at < end) {
    const kind = frame[at];
    at += 1;
    const length = frame.readInt32LE(at);
    if (length < 5 || at + length > end) throw new ProtocolError('A section longer than its message');
    const section = frame.subarray(at, at + length);
    at += length;
    if (kind === 0) body = decodeBody(section);
    else if (kind === 1) addSequence(section, sequences);
    else throw new ProtocolError(`Unknown section kind ${String(kind)}`);
  }
  if (!body) throw new ProtocolError('A message without a body');
  return { requestId, opCode: opMsg, body, sequences, silent: (flags & moreToCome) !== 0 };
}

function addSequence(section: Buffer, sequences: Map<string, Buffer[]>): void {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new ProtocolError('A document sequence without a name');
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length;) {
    const length = at + 4 <= section.length ? section.readInt32LE(at) : 0;
    if (length < 5 || at + length > section.length)
      throw new ProtocolError('A document longer than its section');
    documents.push(section.subarray(at, at + length));
    at += length;
  }
  sequences.set(section.toString('utf8', 4, nameEnd), documents);
}

/** What an insert carries is stored as it came: its documents stay bytes. */
function decodeBody(bytes: Buffer): Doc {
  const isInsert = bytes.length > 12 && bytes.toString('latin1', 5, 12) === 'insert\0';
  if (!isInsert) return decode(bytes);
  return deserialize(bytes, {
    promoteValues: false,
    promoteBuffers: false,
    bsonRegExp: true,
    fieldsAsRaw: { documents: true },
  });
}

/** The first hello of a connection comes in this old form. */
function parseQuery(frame: Buffer, requestId: number): Message {
  const nameEnd = frame.indexOf(0, headerBytes + 4);
  if (nameEnd < 0) throw new ProtocolError('A query without a name');
  const body = decode(frame.subarray(nameEnd + 9));
  const database = frame.toString('utf8', headerBytes + 4, nameEnd).replace(/\.\$cmd$/, '');
  return {
    requestId,
    opCode: opQuery,
    body: { ...body, $db: database },
    sequences: new Map(),
    silent: false,
  };
}

let lastResponseId = 0;

export function replyFrame(message: Message, reply: Doc | Buffer): Buffer {
  const document = Buffer.isBuffer(reply) ? reply : encode(reply);
  const extra = message.opCode === opMsg ? 5 : 20;
  const head = Buffer.alloc(headerBytes + extra);
  lastResponseId = (lastResponseId + 1) & 0x7fffffff;
  head.writeInt32LE(head.length + document.length, 0);
  head.writeInt32LE(lastResponseId, 4);
  head.writeInt32LE(message.requestId, 8);
  head.writeInt32LE(message.opCode === opMsg ? opMsg : opReply, 12);
  if (message.opCode !== opMsg) {
    head.writeInt32LE(8, headerBytes); // AwaitCapable, as every server since 2.6
    head.writeInt32LE(1, headerBytes + 16);
  }
  return Buffer.concat([head, document]);
}
