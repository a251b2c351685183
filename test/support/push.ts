import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '@daihon/shared/wire/events';
import type { Client } from './client.ts';

export type PushSocket = Socket<ServerToClient, ClientToServer>;

/** The push connection of one signed-in person; resolves when connected, rejects when refused. */
export async function openPush(client: Client): Promise<PushSocket> {
  const socket: PushSocket = io(client.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    extraHeaders: { cookie: client.cookie, origin: client.url },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  return socket;
}
