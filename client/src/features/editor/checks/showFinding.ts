import { findingMessage } from '@daihon/shared/script/findingMessages';
import type { Finding } from '@daihon/shared/version';
import { translate } from '../../../app/i18n.ts';
import { preferences } from '../../../app/preferences.ts';
import { editorMessages } from '../messages.ts';
import type { Editor } from '../session/context.ts';
import { fieldAt } from './fieldAt.ts';
import { unfolded } from '../panes/folded.ts';

/** Opens the place of a finding: its step with the part of it, its words chosen, or a panel of the whole script. */
export function showFinding({ session, view, actions }: Editor, finding: Finding): void {
  view.set({ dialog: null, ...unfolded(view, 'panel') });
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
