import { Extension } from '@tiptap/core';

export interface SessionCommands {
  undo: () => void;
  redo: () => void;
  /** A new step that the open one leads to. */
  connected: () => void;
  choice: () => void;
}

/**
 * The session's keys before an editor's own: its undo would skip an item that a colleague has overtaken, and Ctrl+Enter
 * would break the line.
 */
export const SessionKeys = Extension.create<SessionCommands>({
  name: 'sessionKeys',
  priority: 2_000,
  addOptions() {
    const nothing = () => undefined;
    return { undo: nothing, redo: nothing, connected: nothing, choice: nothing };
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
      'Mod-Enter': act(this.options.connected),
      'Shift-Mod-Enter': act(this.options.choice),
    };
  },
});
