import { useSyncExternalStore } from 'react';
import { unsentPrefix } from './unsentPrefix.ts';

export interface UnsentStep {
  title: string;
  /** What stands in the step on this screen, in the order of reading. */
  lines: string[];
}

/** Changes of one visit to a draft that the server has not confirmed. */
export interface UnsentWork {
  /** Of the visit: each keeps its own, so that one never overwrites another's. */
  id: string;
  accountId: string;
  scriptId: string;
  scriptTitle: string;
  at: string;
  /** How many changes. */
  count: number;
  /** Why the draft was closed to this person; null when only the line was gone. */
  reason: string | null;
  steps: UnsentStep[];
  /** Of the draft that they were made in; null when the server had not said it. */
  epoch: number | null;
  /** The changes themselves, base64 of a Yjs update. */
  update: string;
}

/**
 * Work that did not reach the server, kept in this tab's session storage: it survives a reload and a new sign-in, but not
 * the tab, so nothing of a draft stays behind at a shared desk. Only its own author is ever shown it.
 */
export const unsentWork = {
  put(work: UnsentWork): void {
    if (forgotten.has(work.id)) return;
    try {
      sessionStorage.setItem(unsentPrefix + work.id, JSON.stringify(work));
    } catch {
      // Full or forbidden: the page still has it, and warns before it is left.
      return;
    }
    changed();
  },
  remove(id: string): void {
    if (sessionStorage.getItem(unsentPrefix + id) === null) return;
    sessionStorage.removeItem(unsentPrefix + id);
    changed();
  },
  /** The visit is under way on this page: its work is not yet left behind. Returns what ends that. */
  live(id: string): () => void {
    live.add(id);
    changed();
    return () => {
      live.delete(id);
      changed();
    };
  },
  /** What an account has left behind in this tab, the oldest first; with `all`, what is under way too. */
  of(accountId: string, all = false): UnsentWork[] {
    return stored().filter((work) => work.accountId === accountId && (all || !live.has(work.id)));
  },
  /** For a sign-out on purpose: nothing of this account stays, nor comes after. */
  forget(accountId: string): void {
    for (const { id } of unsentWork.of(accountId, true)) {
      forgotten.add(id);
      sessionStorage.removeItem(unsentPrefix + id);
    }
    changed();
  },
  /** A draft that is open here and takes work back. Returns what ends that. */
  takeBack(scriptId: string, take: (work: UnsentWork) => void): () => void {
    takers.set(scriptId, take);
    changed();
    return () => {
      if (takers.get(scriptId) === take) takers.delete(scriptId);
      changed();
    };
  },
  taker: (scriptId: string): ((work: UnsentWork) => void) | undefined => takers.get(scriptId),
  /** Opens the dialog: to look, or because the person wants to sign out. */
  show(why: 'look' | 'signOut' | null): void {
    shown = why;
    changed();
  },
};

/** For React: what an account has left behind, whether its dialog is open, whether more may come from a draft open here. */
export function useUnsentWork(accountId: string) {
  useSyncExternalStore(subscribe, () => changes);
  return { left: unsentWork.of(accountId), shown, mayCome: live.size > 0 };
}

/** Whether anybody has left something behind in this tab. */
export function useAnyUnsent(): boolean {
  return useSyncExternalStore(subscribe, () => stored().some(({ id }) => !live.has(id)));
}

/** After these the same changes would be refused again: they can only be taken out. */
export function canComeBack({ reason }: UnsentWork): boolean {
  return reason !== 'epochChanged' && reason !== 'invalidUpdate';
}

/** What was written, as plain text. */
export function textOfWork({ scriptTitle, steps }: UnsentWork): string {
  return [scriptTitle, ...steps.flatMap(({ title, lines }) => ['', `■ ${title}`, ...lines])].join('\n');
}

/** A file with what was not sent: readable, and exact as a Yjs update. */
export function downloadWork(work: UnsentWork): void {
  const { scriptTitle, at, steps, update } = work;
  const content = { script: scriptTitle, at, steps, update };
  const url = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${scriptTitle.replaceAll(/[\\/:*?"<>|]/gu, '_') || 'draft'}-unsent.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

const live = new Set<string>();
const forgotten = new Set<string>();
const takers = new Map<string, (work: UnsentWork) => void>();
const listeners = new Set<() => void>();
let shown: 'look' | 'signOut' | null = null;
let changes = 0;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changed(): void {
  changes += 1;
  for (const listener of listeners) listener();
}

function stored(): UnsentWork[] {
  const keys = Object.keys(sessionStorage).filter((key) => key.startsWith(unsentPrefix));
  return keys
    .flatMap((key) => read(sessionStorage.getItem(key)) ?? [])
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function read(text: string | null): UnsentWork | null {
  try {
    const work: unknown = JSON.parse(text ?? 'null');
    return isWork(work) ? work : null;
  } catch {
    return null;
  }
}

function isWork(value: unknown): value is UnsentWork {
  if (typeof value !== 'object' || value === null) return false;
  const { id, accountId, scriptId, scriptTitle, at, count, steps, update } = value as Partial<UnsentWork>;
  const texts = [id, accountId, scriptId, scriptTitle, at, update];
  return texts.every((text) => typeof text === 'string') && typeof count === 'number' && Array.isArray(steps);
}
