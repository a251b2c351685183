import { findRange, fragmentText } from '@daihon/shared/script/draft/anchor';
import { stepFragment } from '@daihon/shared/script/draft/layout';
import type { CommentAnchor } from '@daihon/shared/comment';
import type { Step, StepRole } from '@daihon/shared/script/schema';
import type { DraftSession } from '../../session/draftSession.ts';

/**
 * What a thread is about, as it stands now: a range of a text, a short value, the whole step, or nothing any more. `text` is
 * what is there in place of the quote.
 */
export type Located =
  | { at: 'range'; from: number; to: number; text: string }
  | { at: 'value'; text: string }
  | { at: 'step' }
  | { at: 'lost' };

const roles: readonly StepRole[] = ['say', 'do', 'caution'];

/** One of the three texts; null for anything else. */
export function roleOf(field: string | null): StepRole | null {
  return roles.find((role) => role === field) ?? null;
}

/** The choice that a field names; null when it names none. */
export function choiceOf(field: string | null): string | null {
  return field?.startsWith('choice:') === true ? field.slice('choice:'.length) : null;
}

/** Looks an anchor up in the live draft. Writes nothing. */
export function locate({ doc, store }: DraftSession, anchor: CommentAnchor): Located {
  const { stepId, field } = anchor;
  if (field === null) return { at: 'step' };
  const role = roleOf(field);
  if (role !== null) {
    const fragment = stepFragment(doc, stepId, role);
    const range = fragment === null ? null : findRange(doc, fragmentText(fragment), anchor);
    return range === null ? { at: 'lost' } : { at: 'range', ...range };
  }
  const step = store.get().script.steps.find(({ id }) => id === stepId);
  const text = step === undefined ? null : valueOf(step, field);
  return text === null ? { at: 'lost' } : { at: 'value', text };
}

/** The short value that a field names; null when the step has none of it. */
export function valueOf(step: Step, field: string): string | null {
  if (field === 'title') return step.title;
  const choiceId = choiceOf(field);
  return step.choices.find(({ id }) => id === choiceId)?.label ?? null;
}
