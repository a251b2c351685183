import { translate } from '../../../app/i18n.ts';
import { toast } from '../../../ui/toasts.ts';
import type { Editor } from '../session/context.ts';
import { formsOf } from './forms.ts';
import type { ClipForms } from './forms.ts';
import { clipMessages } from './messages.ts';

/** The chosen steps for the clipboard; cutting also takes them away. Null when nothing is chosen. */
export function take({ actions }: Editor, stepIds: readonly string[], cut: boolean): ClipForms | null {
  const clip = actions.clip(stepIds, cut);
  if (clip === null) return null;
  if (cut) actions.removeAtOnce(clip.steps.map(({ id }) => id));
  else toast.info(translate(clipMessages, 'copied', { count: clip.steps.length }));
  return formsOf(clip);
}

/** Copies by a menu, where no event of the clipboard comes. */
export async function copyByMenu(editor: Editor, stepIds: readonly string[], cut: boolean): Promise<void> {
  const clip = editor.actions.clip(stepIds, cut);
  if (clip === null) return;
  const { html, text } = formsOf(clip);
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([text], { type: 'text/plain' }),
      }),
    ]);
    take(editor, stepIds, cut);
  } catch {
    toast.warning(translate(clipMessages, 'denied'));
  }
}
