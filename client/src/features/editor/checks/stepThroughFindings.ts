import type { Finding } from '@daihon/shared/version';
import { translate } from '../../../app/i18n.ts';
import { toast } from '../../../ui/toasts.ts';
import { editorMessages } from '../messages.ts';
import type { Editor } from '../session/context.ts';
import type { DraftSession } from '../session/draftSession.ts';
import { checksMessages } from './messages.ts';
import { findingText, showFinding } from './showFinding.ts';
import { findingsStoreOf } from './useFindings.ts';

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
