import {
  addStep,
  binStep,
  duplicateStep,
  moveStep,
  setStep,
  unbinStep,
} from '@daihon/shared/script/draft/edit';
import type { StepPatch } from '@daihon/shared/script/draft/edit';
import { addChoice, setChoice } from '@daihon/shared/script/draft/editItems';
import { setMeta, setPosition, setPositions } from '@daihon/shared/script/draft/editScript';
import type { Step, StepKind } from '@daihon/shared/script/schema';
import type { Values } from '../../../app/i18n.ts';
import { translate } from '../../../app/i18n.ts';
import { toast } from '../../../ui/toasts.ts';
import { editorMessages } from '../messages.ts';
import type { DraftSession } from './draftSession.ts';
import type { UndoResult } from './draftUndo.ts';
import { newId } from './newId.ts';
import { entriesOf, placeAfterMove, stepLabel } from './outline.ts';
import type { Place } from './outline.ts';
import type { ViewStore } from './view.ts';

/** By which choice a new step is reached: a given one, the first without a target, or a new one. */
export type Via = { choiceId: string } | 'loose' | 'new';
export type EditorActions = ReturnType<typeof createActions>;

const say = (key: string, values?: Values) => translate(editorMessages, key, values);
const stepGap = { x: 340, y: 220 };

/** What a person can do with steps, the same from outline, map, panel and keyboard. */
export function createActions(session: DraftSession, view: ViewStore) {
  const script = () => session.store.get().script;
  const stepOf = (id: string | null) => script().steps.find((step) => step.id === id) ?? null;

  const open = (stepId: string | null, field: string | null = null) => {
    view.set({
      stepId,
      tab: 'step',
      focusField: field === null ? null : { field, at: Date.now() },
    });
    session.presence.focus(stepId, null);
  };

  const create = (kind: StepKind, after: Step | null, position?: Step['position']) => {
    const id = newId();
    const last = after ?? script().steps.at(-1) ?? null;
    session.edit((doc) =>
      addStep(
        doc,
        {
          id,
          kind,
          title: '',
          group: last?.group ?? null,
          afterId: last?.id ?? null,
          position: position ?? freePlace(script().steps, last),
        },
        session.origin,
      ),
    );
    return id;
  };

  /** A new step that a choice of `from` leads to, as one undoable change. */
  const createConnected = (fromId: string, by: Via, position?: Step['position']) =>
    session.edit((doc) => {
      const from = stepOf(fromId);
      const loose = from?.choices.find((choice) => choice.to === null) ?? null;
      const via = by === 'loose' ? (loose?.id ?? null) : by === 'new' ? null : by.choiceId;
      const id = newId();
      const place = position ?? freePlace(script().steps, from);
      addStep(
        doc,
        { id, kind: 'talk', title: '', group: from?.group ?? null, afterId: fromId, position: place },
        session.origin,
      );
      if (via !== null) setChoice(doc, fromId, via, { to: id }, session.origin);
      else addChoice(doc, fromId, { id: newId(), label: '', to: id, when: null }, session.origin);
      return id;
    });

  const remove = (stepId: string) => {
    const label = stepLabel(script(), stepId, say('untitled'));
    const index = script().steps.findIndex(({ id }) => id === stepId);
    session.edit((doc) =>
      binStep(doc, stepId, { by: session.user.name, at: new Date().toISOString() }, session.origin),
    );
    open(script().steps[Math.min(index, script().steps.length - 1)]?.id ?? null);
    toast.info(say('bin.moved', { step: label }), {
      label: say('bin.restore'),
      run: () => restore(stepId),
    });
  };

  const restore = (stepId: string) => {
    session.edit((doc) => unbinStep(doc, stepId, session.origin));
    open(stepId);
  };

  const report = (result: UndoResult) => {
    session.ownTargets.clear();
    session.store.refresh();
    if (result === 'overtaken') toast.warning(say('undo.overtaken'));
    if (result === 'shared') toast.warning(say('undo.shared'));
    if (result === 'done') reveal(session.undo.touched);
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
    open,
    add: (kind: StepKind, position?: Step['position']) => {
      const id = create(kind, stepOf(view.get().stepId), position);
      open(id, 'title');
      return id;
    },
    addConnected: (fromId: string, via: Via, position?: Step['position']) => {
      const id = createConnected(fromId, via, position);
      open(id, 'title');
      return id;
    },
    addChoice: (stepId: string) => {
      const id = newId();
      session.edit((doc) => addChoice(doc, stepId, { id, label: '', to: null, when: null }, session.origin));
      open(stepId, `choice:${id}`);
    },
    connectNew: (stepId: string, to: string) =>
      session.edit((doc) =>
        addChoice(doc, stepId, { id: newId(), label: '', to, when: null }, session.origin),
      ),
    connect: (stepId: string, choiceId: string, to: string | null) => {
      session.ownTargets.set(choiceId, to);
      session.edit((doc) => setChoice(doc, stepId, choiceId, { to }, session.origin));
    },
    /** Asks first when others point here or someone is in it. */
    remove: (stepId: string) => {
      const here = session.presence.get().filter(({ focus }) => focus?.stepId === stepId);
      const entries = entriesOf(script(), stepId).filter(({ fromId }) => fromId !== stepId);
      const reasons = [
        ...(here.length > 0 ? [say('bin.inUse', { names: here.map(({ user }) => user.name) })] : []),
        ...(entries.length > 0 ? [say('bin.pointedAt', { count: entries.length })] : []),
      ];
      if (reasons.length === 0) remove(stepId);
      else view.set({ confirmRemoval: { stepId, reasons } });
    },
    removeAtOnce: remove,
    restore,
    duplicate: (stepId: string) => {
      const id = session.edit((doc) => duplicateStep(doc, stepId, () => newId(), session.origin));
      if (id !== null) open(id);
    },
    move: (stepId: string, direction: 'up' | 'down') => {
      const place = placeAfterMove(script(), stepId, direction);
      if (place !== null) session.edit((doc) => moveStep(doc, stepId, place, session.origin));
    },
    moveTo: (stepId: string, group: string | null) =>
      session.edit((doc) => moveStep(doc, stepId, { group, beforeId: null }, session.origin)),
    set: (stepId: string, patch: StepPatch) =>
      session.edit((doc) => setStep(doc, stepId, patch, session.origin)),
    setStart: (stepId: string) => session.edit((doc) => setMeta(doc, { start: stepId }, session.origin)),
    place: (stepId: string, position: Step['position']) =>
      session.edit((doc) => setPosition(doc, stepId, position, session.origin)),
    placeAll: (positions: [string, Step['position']][]) =>
      session.edit((doc) => setPositions(doc, positions, session.origin)),
    /** A key held down is one change to undo. */
    nudge: (positions: [string, Step['position']][]) =>
      session.edit((doc) => setPositions(doc, positions, session.origin), 'nudge'),
    moveBefore: (stepId: string, place: Place) =>
      session.edit((doc) => moveStep(doc, stepId, place, session.origin)),
    undo: () => report(session.undo.undo()),
    redo: () => report(session.undo.redo()),
  };
}

/** Beside the step it comes from, below what already stands there. */
function freePlace(steps: readonly Step[], from: Step | null): Step['position'] {
  if (from === null) return { x: 0, y: 0 };
  const x = from.position.x + stepGap.x;
  let { y } = from.position;
  const taken = (at: number) =>
    steps.some((step) => Math.abs(step.position.x - x) < 280 && Math.abs(step.position.y - at) < 180);
  while (taken(y)) y += stepGap.y;
  return { x, y };
}
