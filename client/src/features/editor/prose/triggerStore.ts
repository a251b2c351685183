import type { Trigger, TriggerListener } from './placeholderTrigger.ts';

/** Passes the open `{{` from an editor to its menu, and the editor's keys to the menu while it is open. */
export class TriggerStore implements TriggerListener {
  readonly #listeners = new Set<() => void>();
  #trigger: Trigger | null = null;
  /** The open menu. */
  keyHandler: ((event: KeyboardEvent) => boolean) | null = null;

  readonly get = (): Trigger | null => this.#trigger;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly show = (trigger: Trigger | null): void => {
    if (trigger === null && this.#trigger === null) return;
    this.#trigger = trigger;
    for (const listener of this.#listeners) listener();
  };

  readonly onKey = (event: KeyboardEvent): boolean => this.keyHandler?.(event) ?? false;
}
