import type { Place } from './commands.ts';

const textTypes = ['text', 'search', 'tel', 'url', 'email', 'number', 'password', 'date', 'time'];

/** Where a key was pressed. Radio buttons and ticks take no text: numbers pressed on them are commands. */
export function placeOf(target: EventTarget | null): Omit<Place, 'singleKeys'> {
  if (!(target instanceof HTMLElement)) return { typing: false, pressable: false };
  const typing =
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && textTypes.includes(target.type));
  const pressable = target.closest('button, a[href], summary, [role="button"], [role="menuitem"]') !== null;
  return { typing, pressable };
}
