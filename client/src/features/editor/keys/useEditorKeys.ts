import { useEffect } from 'react';
import { translate } from '../../../app/i18n.ts';
import { toast } from '../../../ui/toasts.ts';
import { commentActions } from '../comments/desk/commentActions.ts';
import { lateAction } from '../late/lateParts.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../session/context.ts';
import type { Editor } from '../session/context.ts';
import type { Pane } from '../session/view.ts';
import { commandOf } from './shortcuts.ts';
import type { Command } from './shortcuts.ts';

const withFindings = lateAction(() => import('../checks/stepThroughFindings.ts'));

/** The editor's keys, wherever the focus is. What an inner part has already handled is left alone. */
export function useEditorKeys(): void {
  const editor = useEditor();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = commandOf(event, isText(event.target));
      if (command === null) return;
      const inChecks = editor.view.get().dialog === 'checks' && findingKeys.has(command);
      if (isDialogOpen() && command !== 'save' && !inChecks) return;
      if (command === 'undo' || command === 'redo') {
        // An open short text has its own undo of what is typed and not yet written to the draft.
        if (isOpenInput(event.target)) return;
      }
      if (run(command, editor)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [editor]);
}

/** The list of findings may be left by them. */
const findingKeys: ReadonlySet<Command> = new Set(['nextFinding', 'previousFinding']);

const edits: ReadonlySet<Command> = new Set([
  'undo',
  'redo',
  'connected',
  'choice',
  'duplicate',
  'rename',
  'group',
  'up',
  'down',
  'publish',
]);

function run(command: Command, editor: Editor): boolean {
  const { session, view, actions } = editor;
  const { readOnly, connection } = session.provider;
  // A full draft can be published as it is.
  if (edits.has(command) && (command === 'publish' ? connection.ended !== null : readOnly)) return false;
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
    case 'find':
      view.set({ finding: { at: Date.now() } });
      return true;
    case 'selectAll':
      actions.selectAll();
      return true;
    case 'nextFinding':
      withFindings(({ stepThroughFindings }) => stepThroughFindings(editor, 1));
      return true;
    case 'previousFinding':
      withFindings(({ stepThroughFindings }) => stepThroughFindings(editor, -1));
      return true;
    case 'help':
      view.set({ dialog: 'keys' });
      return true;
    case 'close':
      close(view);
      return true;
    case 'group':
    case 'duplicate':
    case 'up':
    case 'down':
      return runOnChosen(command, actions);
    default:
      return stepId !== null && runOnStep(command, stepId, { view, actions });
  }
}

/** The nearest thing first: what is searched for, who is followed, what is chosen. */
function close(view: Editor['view']): void {
  const { finding, following, stepId } = view.get();
  if (finding !== null) view.set({ finding: null });
  else if (following !== null) view.set({ following: null });
  else view.set({ tab: 'step', edge: null, selected: new Set(stepId === null ? [] : [stepId]) });
}

function runOnChosen(command: 'group' | 'duplicate' | 'up' | 'down', actions: Editor['actions']): boolean {
  const chosen = actions.chosen();
  const [first] = chosen;
  if (first === undefined) return false;
  if (command === 'group') actions.addGroup(chosen);
  else if (command !== 'duplicate') actions.move(chosen, command);
  else if (chosen.length === 1) actions.duplicate(first);
  else actions.duplicateAll(chosen);
  return true;
}

function runOnStep(
  command: Command,
  stepId: string,
  { view, actions }: Pick<Editor, 'view' | 'actions'>,
): boolean {
  if (command === 'connected') actions.addConnected(stepId, 'loose');
  else if (command === 'choice') actions.addChoice(stepId);
  else if (command === 'rename') view.set({ renamingId: stepId, pane: 'outline' });
  else return false;
  return true;
}

/** What takes the focus in a pane, the first that there is. */
const places = [
  '[role="treeitem"][tabindex="0"]',
  '[role="application"]',
  '.ProseMirror',
  'input:not([disabled])',
  'button',
];

function focusPane(view: Editor['view'], pane: Pane): void {
  view.set({ pane });
  requestAnimationFrame(() => {
    const region = document.querySelector(`[data-pane="${pane}"]`);
    const inside = places.map((place) => region?.querySelector<HTMLElement>(place));
    inside.find((place) => place != null)?.focus();
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

function isOpenInput(target: EventTarget | null): boolean {
  if (!isText(target) || !(target instanceof HTMLElement)) return false;
  return !target.isContentEditable && target.dataset.settled === undefined;
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}
