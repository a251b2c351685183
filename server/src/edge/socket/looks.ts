import { AppError } from '@daihon/shared/errors';
import type { Look } from '@daihon/shared/wire/events';
import type { Context } from '../../usecases/context.ts';
import { demandDraft } from '../../usecases/scripts/demandDraft.ts';
import { createBucket } from './bucket.ts';
import type { PushSocket } from './types.ts';
import { scriptRoom } from './types.ts';

const looksAtOnce = 3;
const looksPerSecond = 0.2;

/** «ここを見て»: a step shown to the others who have the script open. Seldom, since it is a note on their screens. */
export function createLooks(live: { socket: PushSocket; context: Context }) {
  const { socket, context } = live;
  const { tenantId, accountId, name } = context.actor;
  const bucket = createBucket(looksPerSecond, looksAtOnce);
  /** Throws `throttled`, `forbidden` or `not_found`. */
  return async (look: Look): Promise<{ ok: true }> => {
    if (!bucket.take()) throw new AppError('throttled');
    await demandDraft(context, look.scriptId);
    socket.to(scriptRoom(tenantId, look.scriptId)).emit('look', { ...look, accountId, name });
    return { ok: true };
  };
}
