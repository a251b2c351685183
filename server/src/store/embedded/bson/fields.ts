import { Double, Int32, Long, ObjectId } from 'bson';
import { decode } from './value.ts';
import type { Doc } from './value.ts';

/**
 * Decodes only the named fields at the top of a stored document and steps over the rest: a filter or an index looks at
 * two or three fields of a document that may have a hundred. The bytes must be those of a sound document, as stored ones are.
 */
export class FieldReader {
  readonly #fields: readonly { readonly name: string; readonly bytes: Buffer }[];

  constructor(names: Iterable<string>) {
    this.#fields = [...new Set(names)].map((name) => ({ name, bytes: Buffer.from(name, 'utf8') }));
  }

  read(bytes: Buffer): Doc {
    const doc: Doc = {};
    if (this.#fields.length === 0) return doc;
    for (let at = 4; ;) {
      const type = bytes[at] ?? 0;
      if (type === 0) return doc;
      const nameStart = at + 1;
      let nameEnd = nameStart;
      while (bytes[nameEnd] !== 0) nameEnd += 1;
      const end = nameEnd + 1 + sizeOf(type, bytes, nameEnd + 1);
      const name = this.#nameOf(bytes, nameStart, nameEnd);
      if (name !== undefined) set(doc, name, valueOf(type, bytes, at, nameEnd + 1, end));
      at = end;
    }
  }

  #nameOf(bytes: Buffer, start: number, end: number): string | undefined {
    for (const field of this.#fields) {
      if (field.bytes.length === end - start && sameBytes(field.bytes, bytes, start)) return field.name;
    }
    return undefined;
  }
}

/** Fields at the top of a document: these, or all but these. */
export interface FieldChoice {
  readonly names: ReadonlySet<string>;
  readonly include: boolean;
}

/** A document of the chosen fields, copied as they are. */
export function pick(bytes: Buffer, { names, include }: FieldChoice): Buffer {
  const result = Buffer.allocUnsafe(bytes.length);
  let length = 4;
  for (let at = 4; bytes[at] !== 0;) {
    const nameEnd = bytes.indexOf(0, at + 1);
    const end = nameEnd + 1 + sizeOf(bytes[at] ?? 0, bytes, nameEnd + 1);
    if (names.has(bytes.toString('utf8', at + 1, nameEnd)) === include)
      length += bytes.copy(result, length, at, end);
    at = end;
  }
  result[length] = 0;
  result.writeInt32LE(length + 1, 0);
  return result.subarray(0, length + 1);
}

/** The same document with `_id` in front, as it is stored. Undefined when it has none. */
export function withIdFirst(bytes: Buffer): Buffer | undefined {
  for (let at = 4; bytes[at] !== 0;) {
    const nameEnd = bytes.indexOf(0, at + 1);
    const end = nameEnd + 1 + sizeOf(bytes[at] ?? 0, bytes, nameEnd + 1);
    if (nameEnd - at === 4 && bytes.toString('latin1', at + 1, nameEnd) === '_id')
      return at === 4 ? bytes : moved(bytes, at, end);
    at = end;
  }
  return undefined;
}

function moved(bytes: Buffer, start: number, end: number): Buffer {
  const result = Buffer.allocUnsafe(bytes.length);
  bytes.copy(result, 0, 0, 4);
  bytes.copy(result, 4, start, end);
  bytes.copy(result, 4 + end - start, 4, start);
  bytes.copy(result, end, end);
  return result;
}

function sameBytes(name: Buffer, bytes: Buffer, start: number): boolean {
  for (let i = 0; i < name.length; i++) if (name[i] !== bytes[start + i]) return false;
  return true;
}

function set(doc: Doc, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(doc, name, { value, enumerable: true, configurable: true, writable: true });
  else doc[name] = value;
}

/** The types that filters and indexes mostly meet; the others as the library decodes them, each in a document of its own. */
function valueOf(type: number, bytes: Buffer, start: number, at: number, end: number): unknown {
  switch (type) {
    case 0x01:
      return new Double(bytes.readDoubleLE(at));
    case 0x02:
      return bytes.toString('utf8', at + 4, end - 1);
    case 0x07:
      return new ObjectId(bytes.subarray(at, end));
    case 0x08:
      return bytes[at] === 1;
    case 0x09:
      return new Date(bytes.readInt32LE(at + 4) * 2 ** 32 + bytes.readUInt32LE(at));
    case 0x0a:
      return null;
    case 0x10:
      return new Int32(bytes.readInt32LE(at));
    case 0x12:
      return new Long(bytes.readInt32LE(at), bytes.readInt32LE(at + 4));
    default:
      return Object.values(decode(documentAround(bytes.subarray(start, end))))[0];
  }
}

function documentAround(element: Buffer): Buffer {
  const document = Buffer.allocUnsafe(element.length + 5);
  document.writeInt32LE(document.length, 0);
  element.copy(document, 4);
  document[document.length - 1] = 0;
  return document;
}

/** How many bytes the value takes. https://bsonspec.org/spec.html */
function sizeOf(type: number, bytes: Buffer, at: number): number {
  switch (type) {
    case 0x02:
    case 0x0d:
    case 0x0e:
      return 4 + bytes.readInt32LE(at);
    case 0x03:
    case 0x04:
    case 0x0f:
      return bytes.readInt32LE(at);
    case 0x05:
      return 5 + bytes.readInt32LE(at);
    case 0x0b:
      return bytes.indexOf(0, bytes.indexOf(0, at) + 1) + 1 - at;
    case 0x0c:
      return 16 + bytes.readInt32LE(at);
    default:
      return fixedSizes[type] ?? 0;
  }
}

const fixedSizes: Readonly<Record<number, number>> = {
  0x01: 8,
  0x07: 12,
  0x08: 1,
  0x09: 8,
  0x10: 4,
  0x11: 8,
  0x12: 8,
  0x13: 16,
};
