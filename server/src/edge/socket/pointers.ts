import { Pointer } from '@daihon/shared/wire/events';
import type { AuditEntry } from '../../store/auditLog.ts';
import type { Context } from '../../usecases/context.ts';
import { demandDraft } from '../../usecases/scripts/demandDraft.ts';
import { socketRow } from './socketAudit.ts';
import type { PushSocket } from './types.ts';
import { scriptRoom } from './types.ts';

export interface Pointers {
  take(ask: unknown): void;
  /** The row for what came since the last sum; none when nothing did. */
  sum(): AuditEntry[];
}

/** Mouse pointers on the map: passed on to the others who move theirs in the same script, never stored. */
export function createPointers(live: { socket: PushSocket; context: Context }): Pointers {
  const { socket, context } = live;
  const { tenantId, accountId, name } = context.actor;
  /** The script whose room this socket is in, or is being let into. */
  let place: { scriptId: string; open: boolean } | null = null;
  let counted = { in: 0, refused: 0 };

  const enter = async (scriptId: string) => {
    const mine = { scriptId, open: false };
    if (place?.open === true) void socket.leave(scriptRoom(tenantId, place.scriptId));
    place = mine;
    try {
      await demandDraft(context, scriptId);
    } catch {
      // Stays shut: the next pointer of this script is refused without another look.
      return;
    }
    if (place !== mine || !socket.connected) return;
    mine.open = true;
    void socket.join(scriptRoom(tenantId, scriptId));
  };
  return {
    take(ask) {
      counted.in += 1;
      const pointer = Pointer.safeParse(ask);
      if (!pointer.success) {
        counted.refused += 1;
        return;
      }
      const { scriptId } = pointer.data;
      if (place?.scriptId !== scriptId) void enter(scriptId);
      else if (!place.open) counted.refused += 1;
      else {
        socket
          .to(scriptRoom(tenantId, scriptId))
          .volatile.emit('pointer', { ...pointer.data, accountId, name });
      }
    },
    sum() {
      if (counted.in === 0) return [];
      const row = socketRow(context, 'pointers', 'in', {
        ...counted,
        ...(place === null ? {} : { scriptId: place.scriptId }),
      });
      counted = { in: 0, refused: 0 };
      return [row];
    },
  };
}
