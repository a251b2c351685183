import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { DecorationSet } from '@tiptap/pm/view';

const afterCompositionMs = 120;
const repaintMeta = 'repaintDecorations';

/** Paints all steady decorations anew: what they go by, outside of the text, has changed. */
export function repaint(view: EditorView): void {
  if (view.composing) return;
  view.dispatch(view.state.tr.setMeta(repaintMeta, true).setMeta('addToHistory', false));
}

/** Decorations of the whole text that are never rebuilt while an input method composes in it. */
export function steadyDecorations(name: string, paint: (doc: Node) => DecorationSet): Plugin<DecorationSet> {
  const key = new PluginKey<DecorationSet>(name);
  let composing = (): boolean => false;
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => paint(state.doc),
      apply(transaction, painted) {
        if (transaction.getMeta(repaintMeta) === true) return paint(transaction.doc);
        if (!transaction.docChanged) return painted;
        // A rebuilt decoration re-renders the node under the composition and breaks it; mapping leaves it alone.
        if (composing() || isComposition(transaction)) {
          return painted.map(transaction.mapping, transaction.doc);
        }
        return paint(transaction.doc);
      },
    },
    view(view) {
      composing = () => view.composing;
      const ended = () =>
        setTimeout(() => {
          if (!view.isDestroyed) repaint(view);
        }, afterCompositionMs);
      view.dom.addEventListener('compositionend', ended);
      return { destroy: () => view.dom.removeEventListener('compositionend', ended) };
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

function isComposition(transaction: Transaction): boolean {
  return transaction.getMeta('composition') !== undefined;
}
