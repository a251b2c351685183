import { removeGroup } from '@daihon/shared/script/draft/editScript';
import { binStep, purgeSteps } from '@daihon/shared/script/draft/edit';
import { toast } from '../../../../ui/toasts.ts';
import { stepLabel } from '../outline.ts';
import { say } from './context.ts';
import type { ActionContext } from './context.ts';

/** Taking steps away: into the draft's bin, and asked first when others would lose by it. */
export function removalActions(
  context: ActionContext,
  { restore }: { restore: (stepIds: readonly string[]) => void },
) {
  const { session, view, script, open } = context;

  const removeAtOnce = (stepIds: readonly string[], groupId: string | null = null) => {
    const [first] = stepIds;
    const label = first === undefined ? '' : stepLabel(script(), first, say('untitled'));
    const index = script().steps.findIndex(({ id }) => id === first);
    session.edit((doc) => {
      const by = { by: session.user.id, name: session.user.name, at: new Date().toISOString() };
      for (const id of stepIds) binStep(doc, id, by, session.origin);
      if (groupId !== null) removeGroup(doc, groupId, session.origin);
    });
    const { steps } = script();
    open(steps[Math.min(index, steps.length - 1)]?.id ?? null);
    if (stepIds.length === 0) return;
    const text =
      stepIds.length === 1
        ? say('bin.moved', { step: label })
        : say('bin.movedMany', { count: stepIds.length });
    toast.info(text, { label: say('bin.restore'), run: () => restore(stepIds) });
  };

  return {
    removeAtOnce,
    /** Out of the bin, for good. */
    purge: (stepIds: readonly string[]) => session.edit((doc) => purgeSteps(doc, stepIds, session.origin)),
    /** Asks first when the call starts here, others lead here, or someone is in it. */
    remove: (asked: string | readonly string[], groupId: string | null = null) => {
      const stepIds = typeof asked === 'string' ? [asked] : asked;
      const reasons = reasonsAgainst(context, stepIds);
      if (reasons.length === 0) removeAtOnce(stepIds, groupId);
      else view.set({ confirmRemoval: { stepIds: [...stepIds], groupId, reasons } });
    },
  };
}

function reasonsAgainst({ session, script }: ActionContext, stepIds: readonly string[]): string[] {
  const ids = new Set(stepIds);
  const here = session.presence.get().filter(({ focus }) => ids.has(focus?.stepId ?? ''));
  const entries = script()
    .steps.filter(({ id }) => !ids.has(id))
    .flatMap(({ choices }) => choices.filter(({ to }) => to !== null && ids.has(to)));
  const { start, interrupts } = script();
  const called = interrupts.filter(({ to }) => to !== null && ids.has(to));
  return [
    ...(start !== null && ids.has(start) ? [say('bin.isStart')] : []),
    ...(here.length > 0 ? [say('bin.inUse', { names: here.map(({ user }) => user.name) })] : []),
    ...(entries.length > 0 ? [say('bin.pointedAt', { count: entries.length })] : []),
    ...(called.length > 0
      ? [say('bin.calledBy', { labels: called.map(({ label }) => (label === '' ? say('untitled') : label)) })]
      : []),
  ];
}
