import { draftRoots, mapAt } from '@daihon/shared/script/draft/layout';
import { useEffect, useRef } from 'react';
import { toast } from '../../../ui/toasts.ts';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
import type { DraftSession } from './draftSession.ts';
import { useBin, useEditor, useScript, useStep, useView } from './context.ts';

/** Says what colleagues did to the step that is open here: deleted it, or led one of its choices elsewhere. */
export function useEditorNews(): void {
  useRetargetNews();
  const t = useMessages(editorMessages);
  const { session, actions } = useEditor();
  const stepId = useView((view) => view.stepId);
  const bin = useBin();
  const step = useStep(stepId);
  const told = useRef<string | null>(null);
  const binned = step === null ? bin.find(({ id }) => id === stepId) : undefined;
  useEffect(() => {
    if (binned === undefined || binned.by === session.user.id) {
      told.current = null;
      return;
    }
    if (told.current === binned.id) return;
    told.current = binned.id;
    toast.warning(t('bin.removedWhileIn', { name: binned.name }), {
      label: t('bin.restore'),
      run: () => actions.restore(binned.id),
    });
  }, [binned, session, actions, t]);
}

/** Says which choices, led somewhere by this person, a colleague has led elsewhere since. */
function useRetargetNews(): void {
  const t = useMessages(editorMessages);
  const { session } = useEditor();
  const { steps } = useScript();
  useEffect(() => {
    const { ownTargets } = session;
    if (ownTargets.size === 0) return;
    for (const { id: stepId, choice } of steps.flatMap(({ id, choices }) =>
      choices.map((each) => ({ id, choice: each })),
    )) {
      const wanted = ownTargets.get(choice.id);
      if (wanted === undefined || wanted === choice.to) continue;
      ownTargets.delete(choice.id);
      const { label } = choice;
      const name = whoLed(session, stepId, choice.id);
      toast.info(
        name === null ? t('choices.retargeted', { label }) : t('choices.retargetedBy', { label, name }),
      );
    }
  }, [steps, session, t]);
}

/** The name of the colleague, here at this moment, who wrote where a choice leads now. */
function whoLed({ doc, presence }: DraftSession, stepId: string, choiceId: string): string | null {
  const step = mapAt(draftRoots(doc).steps, stepId);
  const choices = step === null ? null : mapAt(step, 'choices');
  const choice = choices === null ? null : mapAt(choices, choiceId);
  const client = choice?._map.get('to')?.id.client;
  return presence.get().find(({ clientId }) => clientId === client)?.user.name ?? null;
}
