import { useSyncExternalStore } from 'react';
import { translate } from '../../../app/i18n.ts';
import { lateModule } from '../../../ui/lateModule.ts';
import { latePart } from '../../../ui/latePart.tsx';
import { toast } from '../../../ui/toasts.ts';
import { lateMessages } from './messages.ts';

// Parts of the editor that nobody sees before they have asked for them, and what follows the first text of a step. They come
// when the page is idle: out of the way of the first words, and there when they are asked for, also without network.
// Each is named where it is used.

type Load = () => Promise<unknown>;
const loads = new Set<Load>();
const listeners = new Set<() => void>();
let rested = false;

function announce(load: Load): void {
  loads.add(load);
  if (rested) bring(load);
}

/** What could not be loaded is asked for again where it is shown. */
function bring(load: Load): void {
  void load().catch(() => undefined);
}

/** Loads all that is announced, and from then on whatever else is. */
export function loadLateParts(): void {
  rested = true;
  for (const load of loads) bring(load);
  for (const listener of listeners) listener();
}

/** Whether the page has come to rest: what nobody asks for waits for that. */
export function useRested(): boolean {
  return useSyncExternalStore(subscribe, () => rested);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A component that comes late; `waiting` stands in its place until then. */
export function lateView<P extends object>(ask: Parameters<typeof latePart<P>>[0]) {
  const { load, View } = latePart<P>(ask);
  announce(load);
  return View;
}

/** A hook for a module that comes late; null until then. */
export function lateHook<M>(ask: () => Promise<M>): () => M | null {
  const { load, useModule } = lateModule(ask);
  announce(load);
  return useModule;
}

/** A way to do what is asked for with a module that comes late; says so when it cannot be had. */
export function lateAction<M>(ask: () => Promise<M>): (act: (module: M) => void) => void {
  announce(ask);
  return (act) => void ask().then(act, () => toast.warning(translate(lateMessages, 'notLoaded')));
}
