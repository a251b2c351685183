import type { Server, Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '@daihon/shared/wire/events';

export type PushServer = Server<ClientToServer, ServerToClient>;
export type PushSocket = Socket<ClientToServer, ServerToClient>;

/** Rooms are named here alone, from the session's tenant; nothing a client says is a part but a script id that was checked. */
export function tenantRoom(tenantId: string): string {
  return `t:${tenantId}`;
}

export function scriptRoom(tenantId: string, scriptId: string): string {
  return `s:${tenantId}:${scriptId}`;
}

/** Everyone who may read who has read what. */
export function receiptRoom(tenantId: string): string {
  return `r:${tenantId}`;
}

/** Every page of one person. */
export function accountRoom(tenantId: string, accountId: string): string {
  return `a:${tenantId}:${accountId}`;
}
