import type { Script } from '@daihon/shared/script/schema';
import { translate } from '../../../../app/i18n.ts';
import { toast } from '../../../../ui/toasts.ts';
import type { ActionContext } from './context.ts';
import { historyMessages } from './messages.ts';

type Direction = 'undo' | 'redo';

/** Undo and redo of this person's own changes, and what is shown of them. */
export function historyActions({ session, view, script, stepOf, open }: ActionContext) {
  const take = (direction: Direction) => {
    const openId = view.get().stepId;
    const before = script();
    const result = session.undo[direction]();
    session.ownTargets.clear();
    session.store.refresh();
    if (result === 'overtaken') toast.warning(translate(historyMessages, `${direction}.overtaken`));
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

  return {
    undo: () => take('undo'),
    redo: () => take('redo'),
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
