import { addStep } from '@daihon/shared/script/draft/edit';
import { addChoice, moveChoice, removeChoice, setChoice } from '@daihon/shared/script/draft/editItems';
import type { Step, StepKind } from '@daihon/shared/script/schema';
import { freePlace } from '../freePlace.ts';
import { newId } from '../newId.ts';
import type { Via } from '../via.ts';
import type { ActionContext } from './context.ts';

export interface NewStepOptions {
  kind?: StepKind;
  position?: Step['position'] | undefined;
  /** Of a named step nothing has to be asked, so it is not opened. */
  title?: string;
}

/** Ways from step to step. */
export function choiceActions({ session, script, stepOf, open }: ActionContext) {
  /** A new step that a choice of `from` leads to, as one undoable change. */
  const createConnected = (
    fromId: string,
    by: Via,
    { kind = 'talk', position, title = '' }: NewStepOptions,
  ) =>
    session.edit((doc) => {
      const from = stepOf(fromId);
      const loose = from?.choices.find((choice) => choice.to === null) ?? null;
      const via = by === 'loose' ? (loose?.id ?? null) : by === 'new' ? null : by.choiceId;
      const id = newId();
      const place = freePlace(script(), from, position);
      addStep(
        doc,
        { id, kind, title, group: from?.group ?? null, afterId: fromId, position: place },
        session.origin,
      );
      if (via !== null) setChoice(doc, fromId, via, { to: id }, session.origin);
      else addChoice(doc, fromId, { id: newId(), label: '', to: id, when: null }, session.origin);
      return id;
    });

  return {
    addConnected: (fromId: string, via: Via, options: NewStepOptions = {}) => {
      const id = createConnected(fromId, via, options);
      if (options.title === undefined || options.title === '') open(id, 'title');
      return id;
    },
    addChoice: (stepId: string) => {
      const id = newId();
      const step = stepOf(stepId);
      const end = step?.choices.at(-1);
      const isRule = step?.kind === 'condition';
      session.edit((doc) => {
        addChoice(doc, stepId, { id, label: '', to: null, when: null }, session.origin);
        // The default of a condition step stays its last.
        if (isRule && end?.when === null) moveChoice(doc, stepId, id, end.id, session.origin);
      });
      open(stepId, `${isRule && end?.when === null ? 'when' : 'choice'}:${id}`);
    },
    connectNew: (stepId: string, to: string) =>
      session.edit((doc) =>
        addChoice(doc, stepId, { id: newId(), label: '', to, when: null }, session.origin),
      ),
    connect: (stepId: string, choiceId: string, to: string | null) => {
      session.ownTargets.set(choiceId, to);
      session.edit((doc) => setChoice(doc, stepId, choiceId, { to }, session.origin));
    },
    relabel: (stepId: string, choiceId: string, label: string) =>
      session.edit((doc) => setChoice(doc, stepId, choiceId, { label }, session.origin)),
    removeChoice: (stepId: string, choiceId: string) =>
      session.edit((doc) => removeChoice(doc, stepId, choiceId, session.origin)),
  };
}
