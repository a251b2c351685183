import type { FeedItem } from '@daihon/shared/wire/events';
import type { PushConnection } from './connection.ts';
import { broadcastRow, note } from './socketAudit.ts';
import type { PushServer } from './types.ts';
import { tenantRoom } from './types.ts';

/** The pings of a thousand agents would stand in the way of the release itself. */
const PROVE_AFTER_MS = 250;

/**
 * Sends a release or withdrawal to every socket of the tenant in this process, encoded once for all of them; other processes send
 * to theirs. Then asks each for the proof of delivery that its receipt rests on.
 */
export function createReleaseSender(
  io: PushServer,
  connections: ReadonlyMap<string, PushConnection>,
): (tenantId: string, item: FeedItem) => void {
  return (tenantId, item) => {
    // Nothing is for some teams only: every number is for all.
    if (item.kind === 'elsewhere') return;
    const recipients = [...(io.of('/').adapter.rooms.get(tenantRoom(tenantId)) ?? [])];
    const room = io.local.to(tenantRoom(tenantId));
    const { kind, ...event } = item;
    if (item.kind === 'release') room.emit('release', eventOf(item));
    else room.emit('withdrawn', eventOf(item));
    const { seq, scriptId, title, version } = item;
    setTimeout(() => {
      for (const id of recipients) connections.get(id)?.prove([seq]);
    }, PROVE_AFTER_MS).unref();
    // The record comes after the broadcast: no agent waits for it.
    setImmediate(() => {
      const bytes = Buffer.byteLength(JSON.stringify(event));
      note(
        broadcastRow(tenantId, kind, {
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

/** The event itself names its kind. */
function eventOf<T extends FeedItem>({ kind: _kind, ...event }: T): Omit<T, 'kind'> {
  return event;
}
