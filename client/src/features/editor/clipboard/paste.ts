import { paragraphsOfText, plainSteps } from '@daihon/shared/script/clip/plainSteps';
import type { Step } from '@daihon/shared/script/schema';
import { translate } from '../../../app/i18n.ts';
import { toast } from '../../../ui/toasts.ts';
import type { Editor } from '../session/context.ts';
import { clipIn } from './clipIn.ts';
import type { ClipForms } from './forms.ts';
import { clipMessages } from './messages.ts';

/** More steps than this are not made from text without asking. */
const manySteps = 20;

/** Makes steps of what the clipboard brought: our own, or text from elsewhere. Whether there was anything. */
export function put(editor: Editor, forms: Partial<ClipForms>, position?: Step['position']): boolean {
  const clip = clipIn(forms);
  if (clip !== null) {
    tellPasted(editor, editor.actions.paste(clip, position).length);
    return true;
  }
  const paragraphs = paragraphsOfText(forms.text ?? '');
  if (paragraphs.length === 0) return false;
  if (paragraphs.length > manySteps) editor.view.set({ pasting: paragraphs });
  else putText(editor, paragraphs, position);
  return true;
}

/** One talk step for each paragraph, one leading to the next. */
export function putText(editor: Editor, paragraphs: readonly string[], position?: Step['position']): void {
  const { language } = editor.session.store.get().script;
  const clip = plainSteps(paragraphs, language === 'ja' ? '次へ' : 'Next');
  tellPasted(editor, editor.actions.paste(clip, position).length);
}

export async function pasteByMenu(editor: Editor, position?: Step['position']): Promise<void> {
  try {
    const items = await navigator.clipboard.read();
    const form = async (type: string) => {
      const item = items.find(({ types }) => types.includes(type));
      return item === undefined ? '' : (await item.getType(type)).text();
    };
    const forms = { html: await form('text/html'), text: await form('text/plain') };
    if (!put(editor, forms, position)) toast.info(translate(clipMessages, 'nothing'));
  } catch {
    toast.warning(translate(clipMessages, 'denied'));
  }
}

function tellPasted({ actions }: Editor, count: number): void {
  toast.success(translate(clipMessages, 'pasted', { count }), {
    label: translate(clipMessages, 'undo'),
    run: actions.undo,
  });
}
