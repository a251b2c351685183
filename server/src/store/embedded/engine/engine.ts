import { join } from 'node:path';
import { Catalog } from './catalog.ts';
import { Cursors } from './cursors.ts';
import { FailPoints } from './failPoints.ts';
import { Sessions } from './sessions.ts';
import { Storage } from './storage.ts';
import { expireDocuments } from './expiry.ts';

export type Log = (level: 'info' | 'warn' | 'error', message: string, detail?: object) => void;

export interface EngineOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** Accepts `configureFailPoint`; for the drivers' own test files only. */
  readonly testCommands?: boolean;
}

const expiryEveryMs = 60_000;

/** Everything a command needs, and the only owner of the files. */
export class Engine {
  readonly storage: Storage;
  readonly catalog: Catalog;
  readonly cursors = new Cursors();
  readonly sessions: Sessions;
  readonly failPoints: FailPoints | undefined;
  readonly log: Log;
  readonly #timer: NodeJS.Timeout;

  constructor(options: EngineOptions) {
    this.log = options.log;
    this.storage = new Storage(join(options.dataDir, 'store'), () => this.catalog.load());
    this.catalog = new Catalog(this.storage);
    this.catalog.load();
    this.sessions = new Sessions(this.storage);
    this.failPoints = options.testCommands ? new FailPoints() : undefined;
    this.#timer = setInterval(() => void this.#tidy(), expiryEveryMs);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.storage.close();
  }

  async #tidy(): Promise<void> {
    try {
      this.cursors.closeIdle();
      await expireDocuments(this.storage, this.catalog, Date.now());
      await this.sessions.forgetOld(Date.now());
    } catch (error) {
      this.log('error', 'The embedded store could not remove what has expired.', { error: String(error) });
    }
  }
}
