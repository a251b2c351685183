import { Extension } from '@tiptap/core';

/** Undo and redo of the session, before the binding's own, which would skip an item that a colleague has overtaken. */
export const SessionKeys = Extension.create<{ undo: () => void; redo: () => void }>({
  name: 'sessionKeys',
  priority: 2_000,
  addOptions() {
    return { undo: () => undefined, redo: () => undefined };
  },
  addKeyboardShortcuts() {
    const act = (run: () => void) => () => {
      if (!this.editor.view.composing) run();
      return true;
    };
    return {
      'Mod-z': act(this.options.undo),
      'Mod-y': act(this.options.redo),
      'Shift-Mod-z': act(this.options.redo),
    };
  },
});
