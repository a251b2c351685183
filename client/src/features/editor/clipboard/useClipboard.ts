import { useEffect } from 'react';
import { useEditor } from '../session/context.ts';
import type { Editor } from '../session/context.ts';
import { clipType } from './forms.ts';
import { take } from './copy.ts';
import { lateAction } from '../late/lateParts.ts';

const withPaste = lateAction(() => import('./paste.ts'));

/** Copy, cut and paste of steps while outline or map have the focus; texts keep the browser's own. */
export function useClipboard(): void {
  const editor = useEditor();
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const cut = event.type === 'cut';
      if (!isAboutSteps(event) || (cut && isReadOnly(editor))) return;
      const forms = take(editor, editor.actions.chosen(), cut);
      if (forms === null) return;
      event.preventDefault();
      event.clipboardData?.setData(clipType, forms.json);
      event.clipboardData?.setData('text/html', forms.html);
      event.clipboardData?.setData('text/plain', forms.text);
    };
    const paste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      if (data === null || !isAboutSteps(event) || isReadOnly(editor)) return;
      const forms = {
        json: data.getData(clipType),
        html: data.getData('text/html'),
        text: data.getData('text/plain'),
      };
      // Nothing else there takes what is pasted; what reads it comes with the first paste.
      event.preventDefault();
      withPaste(({ put }) => put(editor, forms));
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [editor]);
}

function isReadOnly({ session }: Editor): boolean {
  return session.provider.readOnly;
}

/** In outline and map, outside of any text and with no text chosen to be copied. */
function isAboutSteps({ target }: ClipboardEvent): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return false;
  const place = document.activeElement ?? target;
  if (!(place instanceof HTMLElement) || place.isContentEditable || place.matches('input, textarea, select'))
    return false;
  if (getSelection()?.isCollapsed === false && place.closest('[data-pane]') === null) return false;
  return place === document.body || place.closest('[data-pane="outline"], [data-pane="canvas"]') !== null;
}
