import type { Log } from './engine/engine.ts';

/** What the thread of the store is told when it starts. */
export interface StartMessage {
  readonly dataDir: string;
  readonly listen?: { host: string; port: number };
  readonly testCommands?: boolean;
}

export interface ToWorker {
  readonly kind: 'close';
}

export type FromWorker =
  | { readonly kind: 'listening'; readonly uri: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'log';
      readonly level: Parameters<Log>[0];
      readonly message: string;
      readonly detail: object | undefined;
    };
