/** `{ cursor: { firstBatch | nextBatch: [..], id, ns }, ok: 1 }` around documents that are already encoded. */
export function cursorReply(
  batchName: string,
  batch: readonly Buffer[],
  id: number,
  namespace: string,
): Buffer {
  const elements: Buffer[] = [];
  for (const [i, bytes] of batch.entries()) elements.push(Buffer.from(`\x03${i}\0`, 'latin1'), bytes);
  const array = documentOf(elements);
  const idBytes = Buffer.alloc(8);
  idBytes.writeBigInt64LE(BigInt(id));
  const name = Buffer.from(`${namespace}\0`, 'utf8');
  const nameLength = Buffer.alloc(4);
  nameLength.writeInt32LE(name.length);
  const cursor = documentOf([
    text(`\x04${batchName}\0`),
    array,
    text('\x12id\0'),
    idBytes,
    text('\x02ns\0'),
    nameLength,
    name,
  ]);
  const one = Buffer.alloc(8);
  one.writeDoubleLE(1);
  return documentOf([text('\x03cursor\0'), cursor, text('\x01ok\0'), one]);
}

function documentOf(elements: readonly Buffer[]): Buffer {
  const length = elements.reduce((sum, { length: each }) => sum + each, 5);
  const head = Buffer.alloc(4);
  head.writeInt32LE(length);
  return Buffer.concat([head, ...elements, Buffer.of(0)], length);
}

function text(value: string): Buffer {
  return Buffer.from(value, 'latin1');
}
