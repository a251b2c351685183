import { useEffect } from 'react';
import { matchesQuery } from '../../../ui/foldText.ts';
import { markMatches } from '../../../ui/markMatches.ts';

const name = 'daihon-find';
const places = '[data-findable], [data-pane="panel"] .ProseMirror';

/**
 * Marks what is searched for wherever it is on screen, by the browser's own highlights: no element is touched, so no text
 * editor and no composition is disturbed.
 */
export function useHighlights(query: string): void {
  useEffect(() => {
    if (!('highlights' in CSS) || query.trim() === '') return;
    let frame: number | null = null;
    const paint = () => {
      frame = null;
      CSS.highlights.set(name, new Highlight(...rangesOf(query)));
    };
    const later = () => {
      frame ??= requestAnimationFrame(paint);
    };
    paint();
    const observer = new MutationObserver(later);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      if (frame !== null) cancelAnimationFrame(frame);
      CSS.highlights.delete(name);
    };
  }, [query]);
}

/** Brings the first match in the side panel into sight: in a text, else in an input. */
export function showInPanel(query: string): void {
  const range = rangesOf(query, '[data-pane="panel"] .ProseMirror')[0];
  const inputs = '[data-pane="panel"] :is(input, textarea):not([data-find] *)';
  const place =
    range?.startContainer.parentElement ?? [...document.querySelectorAll(inputs)].find(holds(query));
  place?.scrollIntoView({ block: 'center' });
}

function holds(query: string): (input: Element) => boolean {
  return (input) =>
    (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) &&
    matchesQuery(input.value, query);
}

function rangesOf(query: string, where = places): Range[] {
  return [...document.querySelectorAll(where)].flatMap((place) => {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    const ranges: Range[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      ranges.push(...rangesIn(node, query));
    }
    return ranges;
  });
}

function rangesIn(node: Node, query: string): Range[] {
  let at = 0;
  return markMatches(node.textContent ?? '', query).flatMap(({ text, match }) => {
    const from = at;
    at += text.length;
    if (!match) return [];
    const range = new Range();
    range.setStart(node, from);
    range.setEnd(node, at);
    return [range];
  });
}
