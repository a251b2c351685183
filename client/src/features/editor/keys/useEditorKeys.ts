import { useEffect } from 'react';
import { translate } from '../../../app/i18n.ts';
import { toast } from '../../../ui/toasts.ts';
import { commentActions } from '../comments/desk/commentActions.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../session/context.ts';
import type { Editor } from '../session/context.ts';
import type { Pane } from '../session/view.ts';
import { commandOf } from './shortcuts.ts';
import type { Command } from './shortcuts.ts';

/** The editor's keys, wherever the focus is. What an inner part has already handled is left alone. */
export function useEditorKeys(): void {
  const editor = useEditor();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = commandOf(event, isText(event.target));
      if (command === null || (isDialogOpen() && command !== 'save')) return;
      if (command === 'undo' || command === 'redo') {
        // An open short text has its own undo of what is typed and not yet written to the draft.
        if (isPlainInput(event.target)) return;
      }
      if (run(command, editor)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [editor]);
}

const edits: ReadonlySet<Command> = new Set([
  'undo',
  'redo',
  'connected',
  'choice',
  'duplicate',
  'rename',
  'up',
  'down',
  'publish',
]);

function run(command: Command, editor: Editor): boolean {
  const { session, view, actions } = editor;
  if (edits.has(command) && session.provider.connection.ended !== null) return false;
  const { stepId } = view.get();
  switch (command) {
    case 'undo':
      actions.undo();
      return true;
    case 'redo':
      actions.redo();
      return true;
    case 'outline':
    case 'canvas':
    case 'panel':
      focusPane(view, command);
      return true;
    case 'save':
      tellSaved(session.provider.saved.count);
      return true;
    case 'publish':
      view.set({ dialog: 'publish' });
      return true;
    case 'comment':
      return commentActions(editor).composeHere('comment');
    case 'suggest':
      return commentActions(editor).composeHere('suggestion');
    case 'help':
      view.set({ dialog: 'keys' });
      return true;
    case 'close':
      view.set({ following: null, tab: 'step' });
      return true;
    default:
      return stepId !== null && runOnStep(command, stepId, { view, actions });
  }
}

function runOnStep(
  command: Command,
  stepId: string,
  { view, actions }: Pick<Editor, 'view' | 'actions'>,
): boolean {
  if (command === 'connected') actions.addConnected(stepId, 'loose');
  else if (command === 'choice') actions.addChoice(stepId);
  else if (command === 'duplicate') actions.duplicate(stepId);
  else if (command === 'rename') view.set({ renamingId: stepId, pane: 'outline' });
  else if (command === 'up' || command === 'down') actions.move(stepId, command);
  else return false;
  return true;
}

function focusPane(view: Editor['view'], pane: Pane): void {
  view.set({ pane });
  requestAnimationFrame(() => {
    const region = document.querySelector(`[data-pane="${pane}"]`);
    const inside = region?.querySelector<HTMLElement>(
      '[role="treeitem"][tabindex="0"], .ProseMirror, input:not([disabled]), button, [tabindex="0"]',
    );
    inside?.focus();
  });
}

function tellSaved(count: number): void {
  if (count === 0) toast.success(translate(editorMessages, 'saved.auto'));
  else toast.info(translate(editorMessages, 'saved.autoWaiting', { count }));
}

function isText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select'))
  );
}

function isPlainInput(target: EventTarget | null): boolean {
  return isText(target) && target instanceof HTMLElement && !target.isContentEditable;
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}
