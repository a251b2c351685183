import { Extension } from '@tiptap/core';

/**
 * Before anything but the text is drawn anew, a colleague's caret for example, the caret is read: a transaction carries the one
 * of its time, and would put it back.
 */
export const FreshCaret = Extension.create<{ readNow: () => void }>({
  name: 'freshCaret',
  addOptions() {
    return { readNow: () => undefined };
  },
  dispatchTransaction({ transaction, next }) {
    const { view } = this.editor;
    if (!transaction.docChanged && !transaction.selectionSet && !view.composing) {
      this.options.readNow();
      const { doc, selection } = view.state;
      if (doc === transaction.doc && !selection.eq(transaction.selection))
        transaction.setSelection(selection);
    }
    next(transaction);
  },
});
