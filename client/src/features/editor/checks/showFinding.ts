import { findingMessage } from '@daihon/shared/script/findingMessages';
import type { Finding } from '@daihon/shared/version';
import { translate } from '../../../app/i18n.ts';
import { preferences } from '../../../app/preferences.ts';
import { toast } from '../../../ui/toasts.ts';
import { editorMessages } from '../messages.ts';
import type { Editor } from '../session/context.ts';
import type { DraftSession } from '../session/draftSession.ts';
import { fieldAt } from './fieldAt.ts';
import { checksMessages } from './messages.ts';
import { findingsStoreOf } from './useFindings.ts';

/** Opens the place of a finding: its step with the part of it, its words chosen, or a panel of the whole script. */
export function showFinding({ session, view, actions }: Editor, finding: Finding): void {
  view.set({ dialog: null, pane: 'panel' });
  if (finding.stepId !== null) {
    actions.open(finding.stepId, fieldAt(session.store.get().script, finding.pointer));
    const { focusField } = view.get();
    const { words } = finding;
    if (focusField !== null && words?.paragraph != null)
      view.set({ focusField: { ...focusField, words: { ...words, paragraph: words.paragraph } } });
  } else if (finding.pointer.startsWith('/placeholders')) view.set({ tab: 'placeholders' });
  else if (finding.pointer.startsWith('/interrupts')) view.set({ tab: 'interrupts' });
}

/** What a finding says in the reader's language. A step without a title is called by its id in it; a person sees the word for that. */
export function findingText(finding: Finding): string {
  const unnamed = finding.values?.step === finding.stepId;
  const values = { ...finding.values, step: translate(editorMessages, 'untitled') };
  return findingMessage(unnamed ? { ...finding, values } : finding, preferences.get().language);
}

const places = new WeakMap<DraftSession, string>();

/** F8, Shift+F8: the finding after or before the one that was gone to last, round and round; says which. */
export function stepThroughFindings(editor: Editor, by: 1 | -1): void {
  const { all } = findingsStoreOf(editor.session).get();
  const last = all.findIndex((finding) => keyOf(finding) === places.get(editor.session));
  const at = last === -1 ? (by === 1 ? 0 : all.length - 1) : (last + by + all.length) % all.length;
  const finding = all[at];
  if (finding === undefined) {
    toast.success(translate(editorMessages, 'checks.none'));
    return;
  }
  places.set(editor.session, keyOf(finding));
  showFinding(editor, finding);
  const message = translate(checksMessages, 'position', {
    at: at + 1,
    count: all.length,
    message: findingText(finding),
  });
  if (finding.severity === 'error') toast.error(message);
  else toast.warning(message);
}

/** Names a finding across checks: what it is about, not where it stands in the list. */
function keyOf({ code, stepId, pointer, words }: Finding): string {
  return [code, stepId, pointer, words?.from].join(' ');
}
