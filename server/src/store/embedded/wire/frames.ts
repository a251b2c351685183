import { ProtocolError, mostMessageBytes } from './message.ts';

/** Cuts a stream of bytes into the frames it is made of. */
export class Frames {
  #parts: Buffer[] = [];
  #bytes = 0;
  #wanted = 4;

  /** Takes a piece of the stream and returns the frames it completes. */
  push(piece: Buffer): Buffer[] {
    this.#parts.push(piece);
    this.#bytes += piece.length;
    const frames: Buffer[] = [];
    while (this.#bytes >= this.#wanted) {
      const all = this.#parts.length === 1 && this.#parts[0] ? this.#parts[0] : Buffer.concat(this.#parts);
      const length = all.readInt32LE(0);
      if (length < 16 || length > mostMessageBytes) throw new ProtocolError(`A message of ${length} bytes`);
      const complete = all.length >= length;
      if (complete) frames.push(all.subarray(0, length));
      const rest = complete ? all.subarray(length) : all;
      this.#parts = rest.length > 0 ? [rest] : [];
      this.#bytes = rest.length;
      this.#wanted = complete ? 4 : length;
    }
    return frames;
  }
}
