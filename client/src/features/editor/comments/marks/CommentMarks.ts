import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { FieldMarks, Mark } from './fieldMarks.ts';
import { canHighlight, paint } from './highlights.ts';
import type { Painted } from './highlights.ts';
import { offsetOf, positionOf } from './proseText.ts';
import { repaintView } from '../../prose/repaint.ts';

export interface CommentMarksOptions {
  field: FieldMarks | null;
  onOpen: (threadId: string) => void;
}

const decorated = new PluginKey<DecorationSet>('commentMarks');

/**
 * Marks what is commented on, painted beside the text; where a browser cannot, by decorations, which wait while an input method
 * composes. A click on a marked range opens its thread.
 */
export const CommentMarks = Extension.create<CommentMarksOptions>({
  name: 'commentMarks',
  addOptions() {
    return { field: null, onOpen: () => undefined };
  },
  addProseMirrorPlugins() {
    const { field, onOpen } = this.options;
    return field === null ? [] : [marksPlugin(field, onOpen)];
  },
});

function marksPlugin(field: FieldMarks, onOpen: (threadId: string) => void): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: decorated,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, present) {
        const fresh: unknown = transaction.getMeta(decorated);
        if (fresh instanceof DecorationSet) return fresh;
        return transaction.docChanged ? present.map(transaction.mapping, transaction.doc) : present;
      },
    },
    view: (view) => followMarks(view, field),
    props: {
      decorations: (state) => decorated.getState(state),
      handleClick(view, position) {
        const threadId = view.state.selection.empty
          ? field.threadAt(offsetOf(view.state.doc, position))
          : null;
        if (threadId !== null) onOpen(threadId);
        return false;
      },
    },
  });
}

function followMarks(view: EditorView, field: FieldMarks) {
  field.view = view;
  field.desk.fields.add(field);
  return repaintView(view, {
    paint: () => show(view, field, field.marks()),
    subscribe: (changed) => field.desk.subscribe(changed),
    clear: () => {
      field.desk.fields.delete(field);
      field.view = null;
      paint(field, []);
    },
  });
}

function show(view: EditorView, field: FieldMarks, marks: readonly Mark[]): void {
  if (canHighlight) paint(field, rangesOf(view, marks));
  else {
    const { doc } = view.state;
    const decorations = marks.map(({ from, to, name }) =>
      Decoration.inline(positionOf(doc, from), positionOf(doc, to), { class: name }),
    );
    view.dispatch(
      view.state.tr.setMeta(decorated, DecorationSet.create(doc, decorations)).setMeta('addToHistory', false),
    );
  }
}

/** A place between two characters is shown by the character before it, or after it at the beginning. */
function rangesOf(view: EditorView, marks: readonly Mark[]): Painted {
  const { doc } = view.state;
  return marks.map(({ from, to, name }) => {
    const empty = from === to;
    const start = view.domAtPos(positionOf(doc, empty ? Math.max(0, from - 1) : from), 1);
    const end = view.domAtPos(positionOf(doc, empty && from === 0 ? to + 1 : to), -1);
    // A live range moves with what is typed until the next frame paints anew.
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    range.setEnd(end.node, end.offset);
    return { name, range };
  });
}
