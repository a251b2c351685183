import { Extension } from '@tiptap/core';
import type { EditorState } from '@tiptap/pm/state';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** An open `{{` before the caret: what was typed after it, where it stands, and how to replace it. */
export interface Trigger {
  query: string;
  left: number;
  bottom: number;
  pick: (key: string) => void;
}

/** `onKey` answers whether the menu took the key. */
export interface TriggerListener {
  show: (trigger: Trigger | null) => void;
  onKey: (event: KeyboardEvent) => boolean;
}

/**
 * Watches for `{{` (also typed full-width) before the caret. It adds no decoration, which would re-render the text that
 * an input method is composing, and is silent during composition.
 */
export const PlaceholderTrigger = Extension.create<{ onTrigger: TriggerListener }>({
  name: 'placeholderTrigger',
  priority: 1_500,
  addOptions() {
    return { onTrigger: { show: () => undefined, onKey: () => false } };
  },
  addProseMirrorPlugins() {
    const { onTrigger } = this.options;
    return [
      new Plugin({
        view: () => ({
          update: (view, before) => {
            if (view.composing || view.state === before) return;
            onTrigger.show(triggerAt(view));
          },
          destroy: () => onTrigger.show(null),
        }),
        props: {
          handleKeyDown: (view, event) => !view.composing && !event.isComposing && onTrigger.onKey(event),
          handleDOMEvents: {
            blur: () => {
              onTrigger.show(null);
              return false;
            },
          },
        },
      }),
    ];
  },
});

function triggerAt(view: EditorView): Trigger | null {
  const match = openBraces(view.state);
  if (match === null || !view.hasFocus()) return null;
  const { from, to, query } = match;
  const { left, bottom } = view.coordsAtPos(from);
  const pick = (key: string) => {
    view.dispatch(view.state.tr.insertText(`{{${key}}}`, from, to));
    view.focus();
  };
  return { query, left, bottom, pick };
}

function openBraces(state: EditorState): { from: number; to: number; query: string } | null {
  const { selection } = state;
  if (!selection.empty) return null;
  const { parent, parentOffset } = selection.$from;
  const before = parent.textBetween(Math.max(0, parentOffset - 80), parentOffset, undefined, '\n');
  const match = /(?:\{\{|｛｛)([^\s{}｛｝]*)$/u.exec(before);
  if (match === null) return null;
  return { from: selection.from - match[0].length, to: selection.from, query: match[1] ?? '' };
}
