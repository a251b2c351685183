/** What this person has asked for and is still to come into the draft: what stands on it waits. */
export class Expected {
  readonly #coming = new Set<object>();
  #waiting: (() => void)[] = [];

  /** Something will come: until the returned function is called, at the latest after `longestMs`. */
  expect(longestMs: number): () => void {
    const one = {};
    const come = () => {
      clearTimeout(cap);
      if (!this.#coming.delete(one) || this.#coming.size > 0) return;
      for (const run of this.#waiting.splice(0)) run();
    };
    const cap = setTimeout(come, longestMs);
    this.#coming.add(one);
    return come;
  }

  /** Runs at once, or in turn when everything has come. */
  whenCome(run: () => void): void {
    if (this.#coming.size === 0) run();
    else this.#waiting.push(run);
  }

  /** Nothing that waits is to run any more. */
  drop(): void {
    this.#waiting = [];
  }
}
