import type { Doc } from 'yjs';
import type { CommentAnchor } from '../../comment.ts';
import { replaceText } from '../replaceText.ts';
import type { Step, StepRole } from '../schema.ts';
import { findRange, fragmentText } from './anchor.ts';
import { readContent } from './content.ts';
import { writeContent } from './contentWrite.ts';
import { setStep } from './edit.ts';
import { setChoice } from './editItems.ts';
import { stepFragment } from './layout.ts';

/**
 * What a thread is about, as it stands now: a range of a text, a short value, the whole step, or nothing any more. `text` is
 * what is there in place of the quote.
 */
export type Located =
  | { at: 'range'; from: number; to: number; text: string }
  | { at: 'value'; text: string }
  | { at: 'step' }
  | { at: 'lost' };

/** `changed`: other words stand there now, so a person has to choose. `lost`: nothing stands there any more. */
export type Fitness = 'fits' | 'changed' | 'lost';

const roles: readonly StepRole[] = ['say', 'do', 'caution'];

/** One of the three texts; null for anything else. */
export function roleOf(field: string | null): StepRole | null {
  return roles.find((role) => role === field) ?? null;
}

/** The choice that a field names; null when it names none. */
function choiceOf(field: string | null): string | null {
  return field?.startsWith('choice:') === true ? field.slice('choice:'.length) : null;
}

/** The short value that a field names; null when the step has none of it. */
export function valueOf(step: Step, field: string): string | null {
  if (field === 'title') return step.title;
  const choiceId = choiceOf(field);
  return step.choices.find(({ id }) => id === choiceId)?.label ?? null;
}

/** Looks an anchor up in a draft; `steps` are the draft's, read. Writes nothing. */
export function locateAnchor(doc: Doc, steps: readonly Step[], anchor: CommentAnchor): Located {
  const { stepId, field } = anchor;
  if (field === null) return { at: 'step' };
  const role = roleOf(field);
  if (role !== null) {
    const fragment = stepFragment(doc, stepId, role);
    const range = fragment === null ? null : findRange(doc, fragmentText(fragment), anchor);
    return range === null ? { at: 'lost' } : { at: 'range', ...range };
  }
  const step = steps.find(({ id }) => id === stepId);
  const text = step === undefined ? null : valueOf(step, field);
  return text === null ? { at: 'lost' } : { at: 'value', text };
}

/** Whether a proposal is still about the words that stand in the draft. */
export function fitnessAt(located: Located, { quote }: Pick<CommentAnchor, 'quote'>): Fitness {
  if (located.at === 'lost' || located.at === 'step') return 'lost';
  return located.text === quote ? 'fits' : 'changed';
}

/** Puts the proposed words where the anchor stands, by small edits that keep marks and what colleagues type nearby. */
export function putWords(
  doc: Doc,
  located: Located,
  { stepId, field }: Pick<CommentAnchor, 'stepId' | 'field'>,
  words: string,
  origin: unknown,
): void {
  const role = roleOf(field);
  const choiceId = choiceOf(field);
  if (role !== null && located.at === 'range') {
    const fragment = stepFragment(doc, stepId, role);
    if (fragment === null) return;
    const content = replaceText(readContent(fragment), located.from, located.to, words);
    doc.transact(() => {
      writeContent(fragment, content);
    }, origin);
  } else if (field === 'title') setStep(doc, stepId, { title: words }, origin);
  else if (choiceId !== null) setChoice(doc, stepId, choiceId, { label: words }, origin);
}
