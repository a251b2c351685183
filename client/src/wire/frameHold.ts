import * as Y from 'yjs';

/** Keeps updates of one direction back while somebody asks for it. */
export class FrameHold {
  readonly #release: (update: Uint8Array) => void;
  readonly #holders = new Set<object>();
  #kept: Uint8Array[] = [];

  /** `release` gets what was kept, as one update, when the last holder lets go. */
  constructor(release: (update: Uint8Array) => void) {
    this.#release = release;
  }

  /** Holds until the returned function is called, at the latest for `longestMs`. */
  hold(longestMs: number): () => void {
    const holder = {};
    this.#holders.add(holder);
    const letGo = () => {
      clearTimeout(cap);
      if (this.#holders.delete(holder) && this.#holders.size === 0) this.#flush();
    };
    const cap = setTimeout(letGo, longestMs);
    return letGo;
  }

  /** True when the update was taken and will be released. */
  take(update: Uint8Array): boolean {
    const holds = this.#holders.size > 0;
    if (holds) this.#kept.push(update);
    return holds;
  }

  /** Releases at once what came before the first update that `stops` tells. */
  releaseBefore(stops: (update: Uint8Array) => boolean): void {
    const end = this.#kept.findIndex(stops);
    const before = this.#kept.splice(0, end === -1 ? this.#kept.length : end);
    if (before.length > 0) this.#release(Y.mergeUpdates(before));
  }

  #flush(): void {
    const kept = this.#kept;
    this.#kept = [];
    if (kept.length > 0) this.#release(Y.mergeUpdates(kept));
  }
}
