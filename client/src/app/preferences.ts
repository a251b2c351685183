import { useSyncExternalStore } from 'react';

export type Language = 'ja' | 'en';
export type TextSize = 's' | 'm' | 'l' | 'xl';

export interface Preferences {
  language: Language;
  textSize: TextSize;
  railCollapsed: boolean;
}

/** What this browser last chose. Kept per browser, not per account: call-centre seats are shared and set up once. */
export const preferences = {
  get: (): Preferences => current,
  set(change: Partial<Preferences>): void {
    current = { ...current, ...change };
    for (const [name, value] of Object.entries(change)) store(name, String(value));
    apply();
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function usePreferences(): Preferences {
  return useSyncExternalStore(preferences.subscribe, preferences.get);
}

const listeners = new Set<() => void>();
const sizes: readonly string[] = ['s', 'm', 'l', 'xl'];

function read(name: string): string | null {
  try {
    return localStorage.getItem(`daihon.${name}`);
  } catch {
    return null;
  }
}

/** A full or forbidden storage must not stop the application: the choice then lasts until reload. */
function store(name: string, value: string): void {
  try {
    localStorage.setItem(`daihon.${name}`, value);
  } catch {
    return;
  }
}

function isSize(value: string | null): value is TextSize {
  return value !== null && sizes.includes(value);
}

function load(): Preferences {
  const size = read('textSize');
  return {
    language: read('language') === 'en' ? 'en' : 'ja',
    textSize: isSize(size) ? size : 'm',
    railCollapsed: read('railCollapsed') === 'true',
  };
}

function apply(): void {
  if (typeof document === 'undefined') return;
  document.documentElement.lang = current.language;
  document.documentElement.dataset.textSize = current.textSize;
}

let current: Preferences = load();
apply();
