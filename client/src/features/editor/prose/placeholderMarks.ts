import { findPlaceholders } from '@daihon/shared/script/placeholders';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { steadyDecorations } from './steadyDecorations.ts';

/** Paints `{{key}}` in the prose; unknown keys and braces that are no placeholder in red. */
export const PlaceholderMarks = Extension.create<{ isKnownKey: (key: string) => boolean }>({
  name: 'placeholderMarks',
  addOptions() {
    return { isKnownKey: () => true };
  },
  addProseMirrorPlugins() {
    return [steadyDecorations('placeholderMarks', (doc) => paint(doc, this.options.isKnownKey))];
  },
});

function paint(doc: Node, isKnownKey: (key: string) => boolean): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, '\n');
    const { uses, malformed } = findPlaceholders(text);
    const mark = (start: number, end: number, sound: boolean) =>
      found.push(
        Decoration.inline(position + 1 + start, position + 1 + end, {
          class: sound ? 'placeholder' : 'placeholder placeholder-unknown',
        }),
      );
    for (const { key, start, end } of uses) mark(start, end, isKnownKey(key));
    for (const { text: raw, start } of malformed) mark(start, start + raw.length, false);
    return false;
  });
  return DecorationSet.create(doc, found);
}
