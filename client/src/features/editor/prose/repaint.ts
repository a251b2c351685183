import type { EditorView } from '@tiptap/pm/view';

const afterCompositionMs = 120;

interface Repaint {
  /** Stands beside the text; never called while an input method composes. */
  paint: () => void;
  /** Tells when there is something else to paint. */
  subscribe: (changed: () => void) => () => void;
  /** Takes away what was painted. */
  clear: () => void;
}

/** The view of a plugin that paints after each change of the text or of what is painted, at most once per frame. */
export function repaintView(view: EditorView, { paint, subscribe, clear }: Repaint) {
  let frame: number | null = null;
  const repaint = () => {
    frame = null;
    if (!view.isDestroyed && !view.composing) paint();
  };
  const soon = () => {
    frame ??= requestAnimationFrame(repaint);
  };
  const composed = () => setTimeout(soon, afterCompositionMs);
  const stop = subscribe(soon);
  view.dom.addEventListener('compositionend', composed);
  soon();
  return {
    update: (_view: EditorView, before: EditorView['state']) => {
      if (before.doc !== view.state.doc) soon();
    },
    destroy: () => {
      stop();
      if (frame !== null) cancelAnimationFrame(frame);
      view.dom.removeEventListener('compositionend', composed);
      clear();
    },
  };
}
