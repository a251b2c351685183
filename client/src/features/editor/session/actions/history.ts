import { binStep } from '@daihon/shared/script/draft/edit';
import type { Script } from '@daihon/shared/script/schema';
import { translate } from '../../../../app/i18n.ts';
import { toast } from '../../../../ui/toasts.ts';
import type { ActionContext } from './context.ts';
import { historyMessages } from './messages.ts';

type Direction = 'undo' | 'redo';

/** Undo and redo of this person's own changes, and what is shown of them. */
export function historyActions(
  { session, view, script, stepOf, open }: ActionContext,
  { restore }: { restore: (stepIds: readonly string[]) => void },
) {
  const take = (direction: Direction) => {
    const openId = view.get().stepId;
    const before = script();
    const result = direction === 'undo' ? session.undo.undo(isInUse) : session.undo.redo();
    session.ownTargets.clear();
    session.store.refresh();
    if (result === 'overtaken') toast.warning(translate(historyMessages, `${direction}.overtaken`));
    if (result === 'inUse') binInUse(session.undo.touched);
    if (result === 'shared') toast.warning(translate(historyMessages, 'shared'));
    if (result !== 'done') return;
    const { touched } = session.undo;
    const stays = stepOf(openId) !== null && before.steps.some(({ id }) => id === openId);
    // What changes in the open step is seen.
    const seen = stays && touched.length === 1 && touched[0] === openId;
    if (!seen) toast.info(whatWasDone(direction, touched, before, script()));
    reveal(touched);
  };

  /** Opens the step that changed, unless one that did is open already. */
  const reveal = (touched: readonly string[]) => {
    const present = touched.filter((id) => stepOf(id) !== null);
    const openId = view.get().stepId;
    if (openId !== null && present.includes(openId)) return;
    const next = present[0] ?? (stepOf(openId) === null ? (script().start ?? null) : openId);
    if (next !== openId) open(next);
  };

  const isInUse = (stepId: string) => session.presence.on(stepId).length > 0;

  /** A step that a colleague has open does not vanish under their hands: it goes to the bin, and both are told. */
  const binInUse = (stepIds: readonly string[]) => {
    const names = new Set(stepIds.flatMap((id) => session.presence.on(id).map(({ user }) => user.name)));
    const { id: by, name } = session.user;
    const mark = { by, name, at: new Date().toISOString() };
    // Not an entry of the history: the undo itself is what was done.
    session.doc.transact(() => {
      for (const id of stepIds) binStep(session.doc, id, mark, null);
    }, null);
    session.store.refresh();
    reveal([]);
    toast.warning(translate(historyMessages, 'inUse', { names: [...names] }), {
      label: translate(historyMessages, 'restore'),
      run: () => restore(stepIds),
    });
  };

  return {
    undo: () => session.undo.expected.whenCome(() => take('undo')),
    redo: () => session.undo.expected.whenCome(() => take('redo')),
  };
}

/** In words: steps that came or went are what matters, then which ones changed. */
function whatWasDone(
  direction: Direction,
  touched: readonly string[],
  before: Script,
  after: Script,
): string {
  const say = (
    key: 'done' | 'changed' | 'gone' | 'back' | 'many',
    values?: { title: string } | { count: number },
  ) => translate(historyMessages, `${direction}.${key}`, values);
  const steps = touched.map((id) => {
    const [was, is] = [before, after].map(({ steps: all }) => all.find((step) => step.id === id));
    return { was, is, title: (is ?? was)?.title ?? '' };
  });
  const known = steps.filter(({ was, is }) => was !== undefined || is !== undefined);
  const moved = known.filter(({ was, is }) => was === undefined || is === undefined);
  const told = moved.length > 0 ? moved : known;
  const [first] = told;
  if (first === undefined) return say('done');
  if (told.length > 1) return say('many', { count: told.length });
  const { was, is, title } = first;
  return say(is === undefined ? 'gone' : was === undefined ? 'back' : 'changed', { title });
}
