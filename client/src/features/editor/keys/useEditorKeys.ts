import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { singleKeys } from '../../../script/keys/singleKeys.ts';
import { useEditor } from '../session/context.ts';
import { isDialogOpen } from './isDialogOpen.ts';
import { runCommand } from './runCommand.ts';
import { commandOf } from './shortcuts.ts';
import type { Command } from './shortcuts.ts';

/** The editor's keys, wherever the focus is. What an inner part has already handled is left alone. */
export function useEditorKeys(): void {
  const editor = useEditor();
  const navigate = useNavigate();
  useEffect(() => {
    const goTo = (path: string, state?: unknown) => void navigate(path, { state });
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = commandOf(event, isText(event.target), singleKeys.get());
      if (command === null) return;
      const inChecks = editor.view.get().dialog === 'checks' && findingKeys.has(command);
      if (isDialogOpen() && command !== 'save' && !inChecks) return;
      if (command === 'undo' || command === 'redo') {
        // An open short text has its own undo of what is typed and not yet written to the draft.
        if (isOpenInput(event.target)) return;
      }
      if (runCommand(command, editor, goTo)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [editor, navigate]);
}

/** The list of findings may be left by them. */
const findingKeys: ReadonlySet<Command> = new Set(['nextFinding', 'previousFinding']);

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))
  );
}

function isOpenInput(target: EventTarget | null): boolean {
  if (!isText(target) || !(target instanceof HTMLElement)) return false;
  return !target.isContentEditable && target.dataset.settled === undefined;
}
