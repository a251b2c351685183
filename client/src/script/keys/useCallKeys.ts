import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { commandOf } from './commands.ts';
import type { Command } from './commands.ts';
import { placeOf } from './place.ts';
import { singleKeys } from './singleKeys.ts';

/**
 * Keys of the call screen, wherever the focus is, or only while it is `within` an element; never in what lies over the
 * screen (dialogs, menus).
 */
export function useCallKeys(run: (command: Command) => void, within?: RefObject<HTMLElement | null>): void {
  const newest = useRef(run);
  useEffect(() => {
    newest.current = run;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isOver(event.target) || isOutside(event.target, within)) return;
      const command = commandOf(event, { ...placeOf(event.target), singleKeys: singleKeys.get() });
      if (command === null) return;
      event.preventDefault();
      // Around a part of a page are keys of the page.
      if (within !== undefined) event.stopPropagation();
      // A key held down repeats: it must not run through the script.
      if (!event.repeat) newest.current(command);
    };
    // Before anything else: a dialog that a key closes must not let the same key through to the screen below it.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [within]);
}

function isOutside(target: EventTarget | null, within?: RefObject<HTMLElement | null>): boolean {
  if (within === undefined) return false;
  return !(target instanceof Node) || within.current?.contains(target) !== true;
}

function isOver(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  // A blank in the text has keys of its own: Escape leaves it as it was.
  const own = '[role="menu"], [role="dialog"], [data-own-keys]';
  return target instanceof HTMLElement && target.closest(own) !== null;
}
