/** What of a Redis client is needed to leave it. */
export interface Leavable {
  isReady: boolean;
  close(): Promise<unknown>;
  destroy(): void;
}

/** Ends a connection in order; one that is away at the moment is dropped, or the process would wait for it for ever. */
export async function closeRedis(client: Leavable): Promise<void> {
  if (client.isReady) await client.close();
  else client.destroy();
}
