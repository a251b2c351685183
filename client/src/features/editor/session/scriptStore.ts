import type { Script } from '@daihon/shared/script/schema';
import { readBin } from '@daihon/shared/script/draft/read';
import type { BinnedStep } from '@daihon/shared/script/draft/read';
import { watchScript } from '@daihon/shared/script/draft/watch';
import type { ScriptReader } from '@daihon/shared/script/draft/watch';
import type { Doc } from 'yjs';
import { shareUnchanged } from './shareUnchanged.ts';

export interface DraftSnapshot {
  script: Script;
  bin: readonly BinnedStep[];
}

/**
 * The draft as plain data for React, read at most once per animation frame. Parts that did not change keep their
 * identity, so a memoised row or node renders only when its own step did.
 */
export class ScriptStore {
  readonly #doc: Doc;
  readonly #reader: ScriptReader;
  readonly #listeners = new Set<() => void>();
  #snapshot: DraftSnapshot;
  #frame: number | null = null;

  constructor(doc: Doc) {
    this.#doc = doc;
    this.#reader = watchScript(doc);
    this.#snapshot = this.#read();
    doc.on('update', this.#schedule);
  }

  readonly get = (): DraftSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads at once: for a command whose result must be on screen before the next line runs. */
  readonly refresh = (): void => {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    const shared = shareUnchanged(this.#snapshot, this.#read());
    if (shared === this.#snapshot) return;
    this.#snapshot = shared;
    for (const listener of this.#listeners) listener();
  };

  destroy(): void {
    this.#doc.off('update', this.#schedule);
    this.#reader.stop();
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
  }

  #read(): DraftSnapshot {
    return { script: this.#reader.read(), bin: readBin(this.#doc) };
  }

  readonly #schedule = (): void => {
    this.#frame ??= requestAnimationFrame(this.refresh);
  };
}
