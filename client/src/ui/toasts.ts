import { useSyncExternalStore } from 'react';

export type ToastTone = 'info' | 'success' | 'warning' | 'error';
export interface ToastAction {
  label: string;
  run: () => void;
}
export interface Toast {
  id: number;
  tone: ToastTone;
  text: string;
  action: ToastAction | null;
}

/** Short news at the edge of the screen, read aloud politely. What must be answered belongs into the page instead. */
export const toast = {
  info: (text: string, action?: ToastAction) => add('info', text, action),
  success: (text: string, action?: ToastAction) => add('success', text, action),
  warning: (text: string, action?: ToastAction) => add('warning', text, action),
  error: (text: string, action?: ToastAction) => add('error', text, action),
  dismiss(id: number): void {
    set(toasts.filter((each) => each.id !== id));
  },
};

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
}

const most = 4;
const shownMs = { info: 5_000, success: 4_000, warning: 8_000, error: 10_000 } as const;
const withActionMs = 12_000;
const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let nextId = 1;

function add(tone: ToastTone, text: string, action: ToastAction | undefined): void {
  const id = nextId;
  nextId += 1;
  // The same sentence again replaces the older one instead of piling up.
  const others = toasts.filter((each) => each.text !== text).slice(-(most - 1));
  set([...others, { id, tone, text, action: action ?? null }]);
  setTimeout(() => toast.dismiss(id), action === undefined ? shownMs[tone] : withActionMs);
}

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
