/** `{ cursor: { firstBatch | nextBatch: [..], id, ns }, ok: 1 }` around documents that are already encoded; each is copied once. */
export function cursorReply(
  batchName: 'firstBatch' | 'nextBatch',
  batch: readonly Buffer[],
  id: number,
  namespace: string,
): Buffer {
  const arrayBytes = batch.reduce((sum, bytes, i) => sum + 2 + digits(i) + bytes.length, 5);
  const nameBytes = Buffer.byteLength(namespace) + 1;
  const cursorBytes = 4 + batchName.length + 2 + arrayBytes + 12 + 8 + nameBytes + 1;
  const reply = Buffer.allocUnsafe(4 + 8 + cursorBytes + 12 + 1);
  let at = 0;
  const int32 = (value: number): void => {
    at = reply.writeInt32LE(value, at);
  };
  const text = (value: string): void => {
    at += reply.write(value, at, 'latin1');
  };
  int32(reply.length);
  text('\x03cursor\0');
  int32(cursorBytes);
  text(`\x04${batchName}\0`);
  int32(arrayBytes);
  for (const [i, bytes] of batch.entries()) {
    text(`\x03${i}\0`);
    reply.set(bytes, at);
    at += bytes.length;
  }
  text('\0\x12id\0');
  int32((id % 2 ** 32) | 0);
  int32(Math.floor(id / 2 ** 32));
  text('\x02ns\0');
  int32(nameBytes);
  at += reply.write(namespace, at, 'utf8');
  text('\0\0\x01ok\0');
  at = reply.writeDoubleLE(1, at);
  reply[at] = 0;
  return reply;
}

function digits(index: number): number {
  return index < 10 ? 1 : index < 100 ? 2 : String(index).length;
}
