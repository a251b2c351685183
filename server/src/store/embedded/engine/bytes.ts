/** The first byte string after all that begin with the given one; undefined when there is none. */
export function after(prefix: Buffer): Buffer | undefined {
  for (let i = prefix.length - 1; i >= 0; i--) {
    const byte = prefix[i] ?? 0;
    if (byte < 0xff) {
      const result = Buffer.from(prefix.subarray(0, i + 1));
      result[i] = byte + 1;
      return result;
    }
  }
  return undefined;
}

/** Half open: from `lower` on, up to but not including `upper`. */
export interface KeyRange {
  readonly lower: Buffer;
  readonly upper: Buffer;
}

/** Everything that begins with the prefix. */
export function under(prefix: Buffer): KeyRange {
  return { lower: prefix, upper: after(prefix) ?? Buffer.alloc(64, 0xff) };
}
