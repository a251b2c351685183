/** By which choice a new step is reached: a given one, the first without a target, or a new one. */
export type Via = { choiceId: string } | 'loose' | 'new';

/** A choice, found again by both ids. */
export interface ChoicePlace {
  stepId: string;
  /** Null: a new choice of the step. */
  choiceId: string | null;
}
