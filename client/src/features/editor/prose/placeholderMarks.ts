import { findPlaceholders } from '@daihon/shared/script/placeholders';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

const marksKey = new PluginKey<DecorationSet>('placeholderMarks');
const afterCompositionMs = 120;

/** Paints `{{key}}` in the prose; unknown keys and braces that are no placeholder in red. */
export const PlaceholderMarks = Extension.create<{ isKnownKey: (key: string) => boolean }>({
  name: 'placeholderMarks',
  addOptions() {
    return { isKnownKey: () => true };
  },
  addProseMirrorPlugins() {
    return [marksPlugin((key) => this.options.isKnownKey(key))];
  },
});

/** Paints anew after the known keys have changed. */
export function repaintMarks(view: EditorView): void {
  if (view.composing) return;
  view.dispatch(view.state.tr.setMeta(marksKey, true).setMeta('addToHistory', false));
}

function marksPlugin(isKnownKey: (key: string) => boolean): Plugin<DecorationSet> {
  let composing = (): boolean => false;
  return new Plugin<DecorationSet>({
    key: marksKey,
    state: {
      init: (_config, state) => paint(state.doc, isKnownKey),
      apply(transaction, painted) {
        if (transaction.getMeta(marksKey) === true) return paint(transaction.doc, isKnownKey);
        if (!transaction.docChanged) return painted;
        // A rebuilt decoration re-renders the node under the composition and breaks it; mapping leaves it alone.
        if (composing() || isComposition(transaction)) {
          return painted.map(transaction.mapping, transaction.doc);
        }
        return paint(transaction.doc, isKnownKey);
      },
    },
    view(view) {
      composing = () => view.composing;
      const ended = () =>
        setTimeout(() => {
          if (!view.isDestroyed) repaintMarks(view);
        }, afterCompositionMs);
      view.dom.addEventListener('compositionend', ended);
      return { destroy: () => view.dom.removeEventListener('compositionend', ended) };
    },
    props: { decorations: (state) => marksKey.getState(state) },
  });
}

function isComposition(transaction: Transaction): boolean {
  return transaction.getMeta('composition') !== undefined;
}

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
