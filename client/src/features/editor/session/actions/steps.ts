import { addStep, duplicateStep, moveStep, setStep, unbinStep } from '@daihon/shared/script/draft/edit';
import type { StepPatch } from '@daihon/shared/script/draft/edit';
import { setMeta } from '@daihon/shared/script/draft/editScript';
import type { Step, StepKind } from '@daihon/shared/script/schema';
import { freePlace } from '../freePlace.ts';
import { newId } from '../newId.ts';
import { placeAfterMove } from '../outline.ts';
import type { Place } from '../outline.ts';
import type { ActionContext } from './context.ts';

/** Steps: made, changed, moved in the outline. */
export function stepActions({ session, view, script, stepOf, open }: ActionContext) {
  interface Wishes {
    position?: Step['position'] | undefined;
    group?: string;
    title?: string;
  }
  const create = (kind: StepKind, after: Step | null, { position, group, title = '' }: Wishes) => {
    const id = newId();
    const last = after ?? script().steps.at(-1) ?? null;
    session.edit((doc) =>
      addStep(
        doc,
        {
          id,
          kind,
          title,
          group: group ?? last?.group ?? null,
          afterId: last?.id ?? null,
          position: freePlace(script(), last, position),
        },
        session.origin,
      ),
    );
    return id;
  };

  const moveAll = (ids: readonly string[], place: Place) =>
    session.edit((doc) => {
      for (const id of ids) moveStep(doc, id, place, session.origin);
    });

  return {
    /** Opened, so that its name can be typed, unless it has one. */
    add: (kind: StepKind, position?: Step['position'], title = '') => {
      const id = create(kind, stepOf(view.get().stepId), { position, title });
      if (title === '') open(id, 'title');
      return id;
    },
    /** As the last of a group. */
    addInGroup: (kind: StepKind, group: string) => {
      const last = script().steps.findLast((step) => step.group === group) ?? null;
      open(create(kind, last, { group }), 'title');
    },
    duplicate: (stepId: string) => {
      const id = session.edit((doc) => duplicateStep(doc, stepId, () => newId(), session.origin));
      if (id !== null) open(id);
    },
    /** One row up or down, several together as one block. */
    move: (stepIds: string | readonly string[], direction: 'up' | 'down') => {
      const ids = typeof stepIds === 'string' ? [stepIds] : stepIds;
      const place = placeAfterMove(script(), ids, direction);
      if (place !== null) moveAll(place.ids, place);
    },
    moveTo: (stepIds: string | readonly string[], group: string | null) =>
      moveAll(typeof stepIds === 'string' ? [stepIds] : stepIds, { group, beforeId: null }),
    moveBefore: (stepIds: string | readonly string[], place: Place) =>
      moveAll(typeof stepIds === 'string' ? [stepIds] : stepIds, place),
    set: (stepId: string, patch: StepPatch) =>
      session.edit((doc) => setStep(doc, stepId, patch, session.origin)),
    setKind: (stepIds: readonly string[], kind: StepKind) =>
      session.edit((doc) => {
        for (const id of stepIds) setStep(doc, id, { kind }, session.origin);
      }),
    setStart: (stepId: string) => session.edit((doc) => setMeta(doc, { start: stepId }, session.origin)),
    restore: (stepIds: string | readonly string[]) => {
      const ids = typeof stepIds === 'string' ? [stepIds] : stepIds;
      session.edit((doc) => {
        for (const id of ids) unbinStep(doc, id, session.origin);
      });
      open(ids[0] ?? null);
    },
  };
}
