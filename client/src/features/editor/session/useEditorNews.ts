import { useEffect, useRef } from 'react';
import { toast } from '../../../ui/toasts.ts';
import { useMessages } from '../../../app/i18n.ts';
import { editorMessages } from '../messages.ts';
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
    if (binned === undefined || binned.by === session.user.name) {
      told.current = null;
      return;
    }
    if (told.current === binned.id) return;
    told.current = binned.id;
    toast.warning(t('bin.removedWhileIn', { name: binned.by }), {
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
    for (const choice of steps.flatMap(({ choices }) => choices)) {
      const wanted = ownTargets.get(choice.id);
      if (wanted === undefined || wanted === choice.to) continue;
      ownTargets.delete(choice.id);
      toast.info(t('choices.retargeted', { label: choice.label }));
    }
  }, [steps, session, t]);
}
