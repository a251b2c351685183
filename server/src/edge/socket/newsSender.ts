import type { Fact } from '../../usecases/context.ts';
import { newsRow, note } from './socketAudit.ts';
import type { PushServer } from './types.ts';
import { accountRoom, receiptRoom, scriptRoom } from './types.ts';

/** A release has thousands of receipts at once: whoever watches is told together. */
const GATHER_MS = 500;

/**
 * Tells the pages of this process what concerns one script or one account alone; other processes hear the fact and tell
 * theirs. Nothing is numbered: a page that was away asks anew when it is back.
 */
export function createNewsSender(io: PushServer): (fact: Fact) => void {
  const recipientsOf = (room: string) => io.of('/').adapter.rooms.get(room)?.size ?? 0;
  const changed = new Map<string, Set<number>>();
  const tellReceipts = (tenantId: string) => {
    const seqs = [...(changed.get(tenantId) ?? [])].slice(-1_000);
    changed.delete(tenantId);
    const room = receiptRoom(tenantId);
    const recipients = recipientsOf(room);
    if (recipients === 0 || seqs.length === 0) return;
    io.local.to(room).emit('receipts', { seqs });
    note(newsRow(tenantId, 'receipts', { type: 'release', id: seqs.join(' ') }, { recipients }));
  };
  return (fact) => {
    if (fact.type === 'receipts') {
      const { tenantId, seqs } = fact;
      const known = changed.get(tenantId);
      if (known === undefined) setTimeout(() => tellReceipts(tenantId), GATHER_MS).unref();
      changed.set(tenantId, new Set([...(known ?? []), ...seqs]));
    }
    if (fact.type === 'reminded') {
      const { tenantId, accountIds, event } = fact;
      const rooms = accountIds.map((id) => accountRoom(tenantId, id));
      const recipients = rooms.filter((room) => recipientsOf(room) > 0).length;
      if (recipients === 0) return;
      io.local.to(rooms).emit('reminder', event);
      const target = { type: 'release' as const, id: String(event.seq) };
      note(newsRow(tenantId, 'reminder', target, { scriptId: event.scriptId, recipients }));
    }
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
