import { translate } from '../../../app/i18n.ts';
import { toast } from '../../../ui/toasts.ts';
import { commentActions } from '../comments/desk/commentActions.ts';
import { lateAction } from '../late/lateParts.ts';
import { editorMessages } from '../messages.ts';
import { alone, unfolded } from '../panes/folded.ts';
import type { MainPane } from '../panes/folded.ts';
import type { Editor } from '../session/context.ts';
import { isDialogOpen } from './isDialogOpen.ts';
import { focusPane } from './focusPane.ts';
import type { Command } from './shortcuts.ts';

const withFindings = lateAction(() => import('../checks/stepThroughFindings.ts'));

/** Leaves for another page of the application; `state` is what that page is told. */
export type GoTo = (path: string, state?: unknown) => void;

/** Those that change the draft; the last has no key. */
const edits: ReadonlySet<string> = new Set([
  'undo',
  'redo',
  'connected',
  'choice',
  'duplicate',
  'rename',
  'group',
  'up',
  'down',
  'addStep',
]);

/** Whether a draft takes a command as it stands; a full one can be published as it is. */
export function takes(command: string, { readOnly, ended }: { readOnly: boolean; ended: boolean }): boolean {
  return command === 'publish' ? !ended : !edits.has(command) || !readOnly;
}

/** Does what a key or the palette asks for; false where there is nothing to do it to. */
export function runCommand(command: Command, editor: Editor, goTo: GoTo): boolean {
  const { session, view, actions } = editor;
  const { readOnly, connection } = session.provider;
  if (!takes(command, { readOnly, ended: connection.ended !== null })) return false;
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
    case 'outlineAlone':
    case 'canvasAlone':
    case 'panelAlone':
      standAlone(view, alonePanes[command]);
      return true;
    case 'palette':
      view.set({ dialog: 'palette' });
      return true;
    case 'findAll':
      goTo('/scripts/replace', { scriptIds: [session.scriptId] });
      return true;
    case 'history':
      goTo(`/scripts/${session.scriptId}/versions`);
      return true;
    case 'save':
      if (isDialogOpen()) tellSaved(session.provider.saved.count);
      else view.set({ dialog: 'point' });
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
  else if (command === 'rename') view.set({ renamingId: stepId, ...unfolded(view, 'outline') });
  else return false;
  return true;
}

const alonePanes = { outlineAlone: 'outline', canvasAlone: 'canvas', panelAlone: 'panel' } as const;

function standAlone(view: Editor['view'], pane: MainPane): void {
  view.set({ folded: alone(view.get().folded, pane) });
  focusPane(view, pane);
}

function tellSaved(count: number): void {
  if (count === 0) toast.success(translate(editorMessages, 'saved.auto'));
  else toast.info(translate(editorMessages, 'saved.autoWaiting', { count }));
}
