import { chmodSync } from 'node:fs';
import { socketAddress, uriOf } from './address.ts';
import { Engine } from './engine/engine.ts';
import type { EngineOptions } from './engine/engine.ts';
import { lockFolder } from './lock.ts';
import { WireServer } from './wire/server.ts';

export interface InstanceOptions extends EngineOptions {
  readonly listen?: { host: string; port: number };
}

export interface Instance {
  readonly uri: string;
  close(): Promise<void>;
}

/** Opens a data folder and listens, in this thread. Refuses a folder that another process has open. */
export async function openInstance(options: InstanceOptions): Promise<Instance> {
  const unlock = lockFolder(options.dataDir);
  try {
    return await listening(options, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function listening(options: InstanceOptions, unlock: () => void): Promise<Instance> {
  const engine = new Engine(options);
  const server = new WireServer(engine);
  const socket = options.listen ? undefined : socketAddress(options.dataDir);
  const uri = socket ? uriOf(encodeURIComponent(socket.path)) : undefined;
  try {
    const port = await server.listen(socket ?? options.listen ?? { host: '127.0.0.1', port: 0 });
    if (socket && process.platform !== 'win32') chmodSync(socket.path, 0o600);
    return {
      uri: uri ?? uriOf(`${options.listen?.host ?? '127.0.0.1'}:${port ?? 0}`),
      close: async () => {
        await server.close();
        await engine.close();
        socket?.remove();
        unlock();
      },
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}
