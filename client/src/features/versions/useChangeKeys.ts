import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';

/** N and P go from change to change, V switches the view; never while something is being typed. */
export function useChangeKeys(list: RefObject<HTMLElement | null>, toggleView: () => void) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.code === 'KeyN') go(1);
    else if (event.code === 'KeyP') go(-1);
    else if (event.code === 'KeyV') toggleView();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  function go(by: 1 | -1): void {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
    const at = cards.findIndex((card) => card.contains(document.activeElement));
    const next = at === -1 ? (by === 1 ? 0 : cards.length - 1) : at + by;
    const card = cards[Math.max(0, Math.min(cards.length - 1, next))];
    card?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: 'nearest' });
  }
  return { go };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, textarea, select, [role=dialog], [role=listbox]') !== null)
  );
}
