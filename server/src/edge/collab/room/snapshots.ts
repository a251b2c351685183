import { monotonicMs } from '../../../platform/clock.ts';
import { logger } from '../../../platform/logger.ts';
import type { Background } from './background.ts';
import type { Ledger } from './ledger.ts';

/** How soon the log of a draft is merged. */
export interface SnapshotPace {
  edits: number;
  restMs: number;
  /** Not oftener than this, however many edit at once. */
  leastMs: number;
}

export const defaultSnapshotPace: SnapshotPace = { edits: 200, restMs: 60_000, leastMs: 10_000 };

/** Decides when a room's log is merged into a snapshot. Never in the way of an edit. */
export class Snapshots {
  readonly #ledger: Ledger;
  readonly #pace: SnapshotPace;
  readonly #background: Background;
  readonly #tidy: () => Promise<void>;
  #lastMs = -Infinity;
  #rest: NodeJS.Timeout | null = null;
  #stopped = false;

  /** `tidy` is run before each merging: what is due to be taken out of the draft. */
  constructor(ledger: Ledger, pace: SnapshotPace, background: Background, tidy: () => Promise<void>) {
    this.#ledger = ledger;
    this.#pace = pace;
    this.#background = background;
    this.#tidy = tidy;
  }

  /** Edits have just been stored. */
  edited(): void {
    if (this.#stopped) return;
    if (this.#rest === null) {
      this.#rest = setTimeout(() => this.#background.track(this.take()), this.#pace.restMs);
      this.#rest.unref();
    } else this.#rest.refresh();
    if (this.#ledger.unmerged < this.#pace.edits) return;
    if (monotonicMs() - this.#lastMs < this.#pace.leastMs) return;
    this.#background.track(this.take());
  }

  /** Merges what is not merged yet. A failure is logged and leaves the log as it is: nothing is lost by it. */
  async take(): Promise<void> {
    if (this.#ledger.unmerged > 0) await this.#merge();
  }

  /** The same in the background when there is no new edit either: what is known besides the edits has changed. */
  renew(): void {
    this.#background.track(this.#ledger.compacted().then(() => this.#merge()));
  }

  async #merge(): Promise<void> {
    // A room that failed may hold what nobody has checked: it writes nothing any more.
    if (this.#stopped) return;
    this.#lastMs = monotonicMs();
    try {
      await this.#tidy();
      await this.#ledger.compact();
    } catch (error) {
      logger.error({ err: error, scriptId: this.#ledger.place.scriptId }, 'a draft could not be merged');
    }
  }

  stop(): void {
    this.#stopped = true;
    if (this.#rest !== null) clearTimeout(this.#rest);
    this.#rest = null;
  }
}
