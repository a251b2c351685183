import { openTrialFrom } from '../trial/openTrial.ts';
import { runCommand } from '../keys/runCommand.ts';
import type { GoTo } from '../keys/runCommand.ts';
import type { Command } from '../keys/shortcuts.ts';
import { unfolded } from '../panes/folded.ts';
import type { Editor } from '../session/context.ts';

/** Commands with a key of their own, and how it is printed. */
export const keyed = [
  ['find', 'Ctrl + F'],
  ['findAll', 'Ctrl + Shift + F'],
  ['publish', 'Ctrl + Alt + P'],
  ['history', 'Ctrl + Alt + Shift + H'],
  ['save', 'Ctrl + S'],
  ['undo', 'Ctrl + Z'],
  ['redo', 'Ctrl + Y'],
  ['connected', 'Ctrl + Enter'],
  ['choice', 'Ctrl + Shift + Enter'],
  ['duplicate', 'Ctrl + D'],
  ['rename', 'F2'],
  ['group', 'Ctrl + G'],
  ['selectAll', 'Ctrl + A'],
  ['nextFinding', 'F8'],
  ['outline', 'Alt + 1'],
  ['canvas', 'Alt + 2'],
  ['panel', 'Alt + 3'],
  ['outlineAlone', 'Alt + Shift + 1'],
  ['canvasAlone', 'Alt + Shift + 2'],
  ['panelAlone', 'Alt + Shift + 3'],
  ['help', '?'],
] as const satisfies readonly (readonly [Command, string])[];

/** Those without. */
export const unkeyed = [
  'addStep',
  'checks',
  'trial',
  'comments',
  'beside',
  'findEverywhere',
  'list',
] as const;

export type PaletteCommand = (typeof keyed)[number][0] | (typeof unkeyed)[number];

export function runFromPalette(command: PaletteCommand, editor: Editor, goTo: GoTo): void {
  const { view, actions, session, comments } = editor;
  switch (command) {
    case 'addStep':
      view.set(unfolded(view, 'panel'));
      actions.add('talk');
      return;
    case 'checks':
      view.set({ dialog: 'checks' });
      return;
    case 'trial':
      openTrialFrom(editor, view.get().stepId ?? session.store.get().script.start ?? '');
      return;
    case 'comments':
      comments.set({ scope: 'all' });
      view.set({ tab: 'comments', ...unfolded(view, 'panel') });
      return;
    case 'beside':
      view.set({ folded: new Set() });
      return;
    case 'findEverywhere':
      goTo('/scripts/replace');
      return;
    case 'list':
      goTo('/scripts');
      return;
    default:
      runCommand(command, editor, goTo);
  }
}
