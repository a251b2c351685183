import { useCallback, useEffect } from 'react';
import { translate, useMessages } from '../../../app/i18n.ts';
import { toast } from '../../../ui/toasts.ts';
import { push } from '../../../wire/push.ts';
import { useEditor } from '../session/context.ts';
import type { Editor } from '../session/context.ts';
import { stepLabel } from '../session/outline.ts';
import { peopleMessages } from './messages.ts';
import { revealField } from './revealField.ts';
import { unfolded } from '../panes/folded.ts';

/** Shows the others the step and field that are open here. */
export function useSendLook(): () => Promise<void> {
  const t = useMessages(peopleMessages);
  const { session, view } = useEditor();
  return useCallback(async () => {
    const { stepId } = view.get();
    const { script } = session.store.get();
    if (stepId === null || !script.steps.some(({ id }) => id === stepId)) {
      toast.info(t('lookNone'));
      return;
    }
    const { scriptId, presence } = session;
    const sent = await push.sendLook({ scriptId, stepId, field: presence.lastField });
    if (sent) toast.success(t('lookSent', { step: stepLabel(script, stepId, t('untitled')) }));
    else toast.warning(t('lookFailed'));
  }, [session, view, t]);
}

/** Offers to go where a colleague asks to look. */
export function useLookHere(): void {
  const editor = useEditor();
  useEffect(
    () =>
      push.on('look', ({ scriptId, stepId, field, accountId, name }) => {
        const { session } = editor;
        const { script } = session.store.get();
        const known = script.steps.some(({ id }) => id === stepId);
        if (scriptId !== session.scriptId || accountId === session.user.id || !known) return;
        const step = stepLabel(script, stepId, translate(peopleMessages, 'untitled'));
        toast.info(translate(peopleMessages, 'lookHere', { name, step }), {
          label: translate(peopleMessages, 'go'),
          run: () => goTo(editor, { stepId, field, accountId }),
        });
      }),
    [editor],
  );
}

function goTo(
  { actions, view }: Editor,
  { stepId, field, accountId }: { stepId: string; field: string | null; accountId: string },
): void {
  view.set({ following: null, ...unfolded(view, 'panel') });
  actions.open(stepId);
  revealField(field ?? 'title', accountId, true);
}
