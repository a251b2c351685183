import type { ReleaseEvent } from '@daihon/shared/wire/events';
import type { PushConnection } from './connection.ts';
import { broadcastRow, note } from './socketAudit.ts';
import type { PushServer } from './types.ts';
import { tenantRoom } from './types.ts';

/** The pings of a thousand agents would stand in the way of the release itself. */
const PROVE_AFTER_MS = 250;

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
    setTimeout(() => {
      for (const id of recipients) connections.get(id)?.prove([seq]);
    }, PROVE_AFTER_MS).unref();
    // The record comes after the broadcast: no agent waits for it.
    setImmediate(() => {
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
