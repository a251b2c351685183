import { createHash } from 'node:crypto';
import { Exact, exactOf, plainOf } from './number.ts';
import { tagged, textOf, typeOrder, typeOrderOf } from './value.ts';
import type { Doc } from './value.ts';

const mostBytesKept = 1 << 20;

/**
 * Writes values as bytes whose plain byte order is MongoDB's order of values. No encoding is the beginning of another one,
 * so that encodings can be put one after the other (compound keys) and inverted (descending fields).
 * One writer serves any number of keys: a write computes several for each document, and none of its steps allocates.
 */
export class KeyWriter {
  #bytes = Buffer.allocUnsafeSlow(4096);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  clear(): void {
    this.#length = 0;
    if (this.#bytes.length > mostBytesKept) this.#bytes = Buffer.allocUnsafeSlow(4096);
  }

  /** The key so far, in memory of its own. */
  copy(): Buffer {
    const result = Buffer.allocUnsafe(this.#length);
    this.#bytes.copy(result, 0, 0, this.#length);
    return result;
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  value(value: unknown): void {
    const type = typeOrderOf(value);
    this.#byte(type);
    this.#body(type, value);
  }

  /** Cuts what was written since `from` when it is longer than that; says whether it had to. */
  bound(from: number, most: number): boolean {
    if (this.#length - from <= most) return false;
    const hash = createHash('sha256').update(this.#bytes.subarray(from, this.#length)).digest();
    this.#length = from + most - hash.length;
    this.raw(hash);
    return true;
  }

  /** Turns the order of what was written since `from`. */
  invert(from: number): void {
    const bytes = this.#bytes;
    for (let i = from; i < this.#length; i++) bytes[i] = 0xff - (bytes[i] ?? 0);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#bytes.length * 2, this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }

  #byte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = byte;
  }

  #body(type: number, value: unknown): void {
    switch (type) {
      case typeOrder.number:
        this.#number(value);
        return;
      case typeOrder.string:
        this.#text(textOf(value));
        return;
      case typeOrder.object:
        this.#doc(value as Doc);
        return;
      case typeOrder.array:
        for (const each of value as unknown[]) this.value(each);
        this.#byte(0);
        return;
      case typeOrder.boolean:
        this.#byte(value ? 1 : 0);
        return;
      case typeOrder.date:
        this.#whole((value as Date).getTime());
        return;
      default:
        this.#tagged(value);
    }
  }

  #tagged(value: unknown): void {
    const tag = tagged(value);
    switch (tag?._bsontype) {
      case 'ObjectId':
        this.raw(tag.id);
        return;
      case 'Binary':
        this.#word(tag.position);
        this.#byte(tag.sub_type);
        this.raw(tag.buffer.subarray(0, tag.position));
        return;
      case 'Timestamp':
        this.#int64(tag.toBigInt());
        return;
      case 'BSONRegExp':
        this.#text(tag.pattern);
        this.#text(tag.options);
        return;
      case 'Code':
        this.#text(tag.code);
        if (tag.scope) this.#doc(tag.scope);
        return;
      default:
    }
  }

  #doc(doc: Doc): void {
    for (const [name, value] of Object.entries(doc)) {
      const type = typeOrderOf(value);
      this.#byte(type);
      this.#text(name);
      this.#body(type, value);
    }
    this.#byte(0);
  }

  /** UTF-8 and two zeros; a zero inside becomes 0x00ff, which is more than the end and less than any other character. */
  #text(text: string): void {
    this.#reserve(text.length * 3 + 2);
    const start = this.#length;
    this.#length += this.#bytes.write(text, start, 'utf8');
    if (text.includes('\0')) this.#escapeZeros(start);
    this.#reserve(2);
    this.#bytes[this.#length++] = 0;
    this.#bytes[this.#length++] = 0;
  }

  #escapeZeros(start: number): void {
    const plain = Buffer.from(this.#bytes.subarray(start, this.#length));
    this.#length = start;
    for (const byte of plain) {
      this.#byte(byte);
      if (byte === 0) this.#byte(0xff);
    }
  }

  #word(value: number): void {
    this.#reserve(4);
    this.#length = this.#bytes.writeUInt32BE(value, this.#length);
  }

  #int64(value: bigint): void {
    this.#reserve(8);
    this.#length = this.#bytes.writeBigUInt64BE(BigInt.asUintN(64, value), this.#length);
  }

  /** A whole number in the order of int64, without the way through bigint. */
  #whole(value: number): void {
    const high = Math.floor(value / 2 ** 32);
    this.#word(((high >>> 0) ^ 0x80000000) >>> 0);
    this.#word((value - high * 2 ** 32) >>> 0);
  }

  /** The nearest double, then how far the value lies from it: 0x80 for not at all, otherwise below or above. */
  #number(value: unknown): void {
    const plain = plainOf(value) ?? NaN;
    const nearest = plain instanceof Exact ? Number(`${plain.coefficient}e${plain.exponent}`) : Number(plain);
    this.#double(nearest);
    if (typeof plain === 'number' || (typeof plain === 'bigint' && Number.isSafeInteger(nearest))) {
      this.#byte(0x80);
      return;
    }
    if (!Number.isFinite(nearest)) {
      this.#byte(nearest > 0 ? 0x7e : 0x82);
      return;
    }
    const { whole, digits } = distance(exactOf(plain), exactOf(nearest));
    if (whole === 0n && digits === '') {
      this.#byte(0x80);
      return;
    }
    this.#byte(whole < 0n ? 0x7f : 0x81);
    this.#int64(whole ^ (1n << 63n));
    this.#text(digits);
  }

  /** NaN below -Infinity, -0 as 0. */
  #double(value: number): void {
    this.#reserve(8);
    const start = this.#length;
    this.#length += 8;
    if (Number.isNaN(value)) {
      this.#bytes.fill(0, start, start + 8);
      return;
    }
    this.#bytes.writeDoubleBE(value === 0 ? 0 : value, start);
    if (value < 0) this.invert(start);
    else this.#bytes[start] = (this.#bytes[start] ?? 0) | 0x80;
  }
}

/** a − b as a whole number rounded down and the decimal digits of what is left. */
function distance(a: Exact, b: Exact): { whole: bigint; digits: string } {
  const exponent = Math.min(a.exponent, b.exponent, 0);
  const unit = 10n ** BigInt(-exponent);
  const difference =
    a.coefficient * 10n ** BigInt(a.exponent - exponent) -
    b.coefficient * 10n ** BigInt(b.exponent - exponent);
  let whole = difference / unit;
  if (difference < 0n && whole * unit !== difference) whole -= 1n;
  const rest = difference - whole * unit;
  const digits = rest.toString().padStart(-exponent, '0').replace(/0+$/, '');
  return { whole: BigInt.asIntN(64, whole), digits: rest === 0n ? '' : digits };
}
