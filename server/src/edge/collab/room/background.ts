/** Work that nobody waits for, but that must be over before the store closes. What is tracked logs its own failures. */
export class Background {
  readonly #running = new Set<Promise<void>>();

  track(work: Promise<void>): void {
    const tracked = work
      .catch(() => undefined)
      .finally(() => {
        this.#running.delete(tracked);
      });
    this.#running.add(tracked);
  }

  /** Resolves when nothing is under way any more, nor what that has begun. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }
}
