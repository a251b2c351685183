/** A line at rest is asked this often whether it still stands. */
const askEveryMs = 800;
/** Together with `askEveryMs` less than the two seconds after which a page must say that it is cut off. */
const answerMs = 1_100;
/** After this long without an answer a new line is tried. */
const deadMs = 12_000;

export interface LineWatchHooks {
  /** Sends a question that any living server answers at once. */
  ask: () => void;
  /** The peer has fallen silent, or speaks again. */
  quiet: (quiet: boolean) => void;
  dead: () => void;
}

/**
 * Notices that the other side of an open connection says nothing any more: a socket alone would take half a minute. While
 * anything comes in nothing is asked, nor while the page is hidden.
 */
export class LineWatch {
  readonly #hooks: LineWatchHooks;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #deadTimer: ReturnType<typeof setTimeout> | undefined;
  #quiet = false;

  constructor(hooks: LineWatchHooks) {
    this.#hooks = hooks;
  }

  start(): void {
    this.stop();
    this.#rest();
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#deadTimer);
    this.#timer = undefined;
    this.#setQuiet(false);
  }

  /** Something came in. */
  heard(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#deadTimer);
    this.#setQuiet(false);
    this.#rest();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), askEveryMs);
  }

  #ask(): void {
    if (typeof document !== 'undefined' && document.hidden) {
      this.#rest();
      return;
    }
    this.#hooks.ask();
    this.#timer = setTimeout(() => this.#setQuiet(true), answerMs);
    clearTimeout(this.#deadTimer);
    this.#deadTimer = setTimeout(() => this.#hooks.dead(), deadMs);
  }

  #setQuiet(quiet: boolean): void {
    if (quiet === this.#quiet) return;
    this.#quiet = quiet;
    this.#hooks.quiet(quiet);
  }
}
