import type { ReleaseEvent } from '@daihon/shared/wire/events';
import type { PushConnection } from './connection.ts';
import { broadcastRow, note } from './socketAudit.ts';
import type { PushServer } from './types.ts';
import { tenantRoom } from './types.ts';

/**
 * Sends a release to every socket of the tenant in this process, encoded once for all of them; other processes send to theirs.
 * Then asks each for the proof of delivery that its receipt rests on.
 */
export function createReleaseSender(
  io: PushServer,
  connections: ReadonlyMap<string, PushConnection>,
): (tenantId: string, event: ReleaseEvent) => void {
  return (tenantId, event) => {
    const recipients = [...(io.of('/').adapter.rooms.get(tenantRoom(tenantId)) ?? [])];
    io.local.to(tenantRoom(tenantId)).emit('release', event);
    const { seq, scriptId, title, version } = event;
    // Proofs and the record come after the broadcast: no agent waits for them.
    setImmediate(() => {
      for (const id of recipients) connections.get(id)?.prove([seq]);
      const bytes = Buffer.byteLength(JSON.stringify(event));
      note(
        broadcastRow(tenantId, 'release', {
          seq,
          scriptId,
          title,
          version,
          recipients: recipients.length,
          bytes,
        }),
      );
    });
  };
}
