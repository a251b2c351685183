import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { isIme } from '../../keys/ime.ts';
import type { FieldMarks } from './fieldMarks.ts';
import { lineAt, offsetOf, proseLines } from './proseText.ts';

type TextRange = { from: number; to: number };

export interface SuggestModeOptions {
  field: FieldMarks | null;
  onPropose: (range: TextRange) => void;
}

/**
 * While texts are proposed and not edited, a selection opens a proposal, a click takes the whole line, and the keyboard goes from
 * line to line and opens one with Enter. The text itself is then not editable; this listens beside ProseMirror's own keys.
 */
export const SuggestMode = Extension.create<SuggestModeOptions>({
  name: 'suggestMode',
  addOptions() {
    return { field: null, onPropose: () => undefined };
  },
  addProseMirrorPlugins() {
    const { field, onPropose } = this.options;
    if (field === null) return [];
    const active = () => field.desk.get().suggesting;
    return [
      new Plugin({
        props: {
          // A text that is not editable is reached with Tab, too.
          attributes: { tabindex: '0' },
          handleDOMEvents: {
            mouseup: (view) => {
              if (active()) propose(view, onPropose);
              return false;
            },
            keydown: (view, event) => active() && !isIme(event) && step(view, field, event, onPropose),
            blur: () => {
              choose(field, null);
              return false;
            },
          },
        },
      }),
    ];
  },
});

/** After the browser has settled the selection: what is selected in this text, or the line that was clicked. */
function propose(view: EditorView, onPropose: (range: TextRange) => void): void {
  setTimeout(() => {
    const range = view.isDestroyed ? null : domRange(view);
    if (range !== null) onPropose(range);
  });
}

function domRange(view: EditorView): TextRange | null {
  const selection = document.getSelection();
  if (selection?.anchorNode == null || selection.focusNode === null) return null;
  if (!view.dom.contains(selection.anchorNode) || !view.dom.contains(selection.focusNode)) return null;
  const { doc } = view.state;
  const anchor = view.posAtDOM(selection.anchorNode, selection.anchorOffset);
  if (selection.isCollapsed) return lineAt(doc, anchor);
  const focus = view.posAtDOM(selection.focusNode, selection.focusOffset);
  return {
    from: offsetOf(doc, Math.min(anchor, focus)),
    to: offsetOf(doc, Math.max(anchor, focus)),
  };
}

function step(
  view: EditorView,
  field: FieldMarks,
  event: KeyboardEvent,
  onPropose: (range: TextRange) => void,
): boolean {
  const lines = proseLines(view.state.doc).map(({ offset, text }) => ({
    from: offset,
    to: offset + text.length,
  }));
  const index = lines.findIndex(({ from }) => from === field.line?.from);
  if (event.key === 'ArrowDown') choose(field, lines[Math.min(index + 1, lines.length - 1)] ?? null);
  else if (event.key === 'ArrowUp') choose(field, lines[Math.max(index - 1, 0)] ?? null);
  else if (event.key === 'Enter') {
    const line = field.line ?? lines[0];
    if (line !== undefined) onPropose(line);
  } else return false;
  event.preventDefault();
  return true;
}

/** The desk tells those who paint. */
function choose(field: FieldMarks, line: TextRange | null): void {
  if (field.line === line) return;
  field.line = line;
  field.desk.set({});
}
