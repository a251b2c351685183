/** What a marked range is: painted by the style sheet under these names (`::highlight`). */
export const highlightNames = [
  'dh-words-warning',
  'dh-words-error',
  'dh-comment',
  'dh-comment-active',
  'dh-suggestion',
  'dh-suggestion-active',
] as const;
export type HighlightName = (typeof highlightNames)[number];

export type Painted = readonly { name: HighlightName; range: AbstractRange }[];

/**
 * The page's CSS custom highlights: ranges are painted without touching the text's elements, so a composition under way is
 * never disturbed. False where the browser has none.
 */
export const canHighlight = typeof CSS !== 'undefined' && 'highlights' in CSS;

const byField = new Map<object, Painted>();

/** Replaces what one text has painted; nothing: an empty list. */
export function paint(field: object, painted: Painted): void {
  if (!canHighlight) return;
  if (painted.length === 0) byField.delete(field);
  else byField.set(field, painted);
  const all = [...byField.values()].flat();
  for (const name of highlightNames) {
    const ranges = all.filter((each) => each.name === name).map(({ range }) => range);
    if (ranges.length === 0) CSS.highlights.delete(name);
    else {
      const highlight = new Highlight(...ranges);
      highlight.priority = name.endsWith('active') ? 2 : 1;
      CSS.highlights.set(name, highlight);
    }
  }
}
