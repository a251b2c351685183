import type { Fact } from '../../usecases/context.ts';
import { newsRow, note } from './socketAudit.ts';
import type { PushServer } from './types.ts';
import { accountRoom, scriptRoom } from './types.ts';

/**
 * Tells the pages of this process what concerns one script or one account alone; other processes hear the fact and tell
 * theirs. Nothing is numbered: a page that was away asks anew when it is back.
 */
export function createNewsSender(io: PushServer): (fact: Fact) => void {
  const recipientsOf = (room: string) => io.of('/').adapter.rooms.get(room)?.size ?? 0;
  return (fact) => {
    if (fact.type === 'script-news') {
      const { tenantId, scriptId, kind, by, count, importId } = fact;
      const room = scriptRoom(tenantId, scriptId);
      const recipients = recipientsOf(room);
      if (recipients === 0) return;
      io.local.to(room).emit('script-news', {
        scriptId,
        kind,
        ...(by === undefined ? {} : { by }),
        ...(count === undefined ? {} : { count }),
        ...(importId === undefined ? {} : { importId }),
      });
      note(newsRow(tenantId, 'script-news', { type: 'script', id: scriptId }, { kind, recipients }));
    }
    if (fact.type === 'mentioned') {
      const { tenantId, accountId, unread } = fact;
      const room = accountRoom(tenantId, accountId);
      const recipients = recipientsOf(room);
      if (recipients === 0) return;
      io.local.to(room).emit('mention', { unread });
      note(newsRow(tenantId, 'mention', { type: 'account', id: accountId }, { unread, recipients }));
    }
  };
}
