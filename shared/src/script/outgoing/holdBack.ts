import type { Choice, Interrupt, Script, Step } from '../schema.ts';

/** A way that goes out otherwise than the draft has it, because the step that it leads to or from is held back. */
export interface HeldWay {
  heldId: string;
  /** The step it starts from; null: an interrupt, or the start of the script. */
  stepId: string | null;
  kind: 'choice' | 'interrupt' | 'start';
  label: string;
  /** Where it leads to in what goes out; null: it does not go out. */
  to: string | null;
}

/** What would go out of a draft. */
export interface Outgoing {
  script: Script;
  ways: HeldWay[];
}

/**
 * What would go out of a draft: a step marked 作業中 in its published form (SPEC 47), or not at all when it was never published.
 * A way to a step that does not go out leads where it was published to lead; one that is new is held back with its step. A way of
 * a held step whose published target is gone leads where the draft leads it. What is then left without a target stays so,
 * for the check to report.
 */
export function holdBack(draft: Script, published: Script | null): Outgoing {
  if (!draft.steps.some(({ hold }) => hold)) return { script: draft, ways: [] };
  const before = new Map(published?.steps.map((step) => [step.id, step]));
  const gone = new Set(draft.steps.flatMap(({ id, hold }) => (hold && !before.has(id) ? [id] : [])));
  const present = new Set(draft.steps.flatMap(({ id }) => (gone.has(id) ? [] : [id])));
  const ways: HeldWay[] = [];
  const known = { before, gone, present, ways, groups: new Set(draft.groups.map(({ id }) => id)) };
  const steps = draft.steps.flatMap((step): Step[] => {
    if (gone.has(step.id)) return [];
    const old = before.get(step.id);
    return [step.hold && old !== undefined ? heldStep(step, old, known) : freeStep(step, known)];
  });
  const interrupts = waysOut(draft.interrupts, published?.interrupts ?? [], known, (way) => ({
    ...way,
    stepId: null,
    kind: 'interrupt',
  }));
  const start = startOf(draft, published, known);
  return { script: { ...draft, start, interrupts, steps }, ways };
}

interface Known {
  before: ReadonlyMap<string, Step>;
  /** Held steps that were never published. */
  gone: ReadonlySet<string>;
  present: ReadonlySet<string>;
  groups: ReadonlySet<string>;
  ways: HeldWay[];
}

/** As it was published; its ways only as far as what they lead to is still there. */
function heldStep(step: Step, old: Step, { present, groups, ways }: Known): Step {
  const choices = old.choices.map((choice): Choice => {
    if (choice.to === null || present.has(choice.to)) return choice;
    const now = step.choices.find(({ id }) => id === choice.id)?.to ?? null;
    if (now === null || !present.has(now)) return choice;
    ways.push({ heldId: step.id, stepId: step.id, kind: 'choice', label: choice.label, to: now });
    return { ...choice, to: now };
  });
  const group = old.group !== null && groups.has(old.group) ? old.group : null;
  return { ...old, hold: false, group, choices };
}

function freeStep(step: Step, known: Known): Step {
  const published = known.before.get(step.id)?.choices ?? [];
  const choices = waysOut(step.choices, published, known, (way) => ({
    ...way,
    stepId: step.id,
    kind: 'choice',
  }));
  return choices === step.choices ? step : { ...step, choices };
}

/** The ways that lead to a step which does not go out as they were published; without those that are new. */
function waysOut<W extends Choice | Interrupt>(
  ways: W[],
  published: readonly (Choice | Interrupt)[],
  known: Known,
  toWay: (way: Pick<HeldWay, 'heldId' | 'label' | 'to'>) => HeldWay,
): W[] {
  if (!ways.some(({ to }) => to !== null && known.gone.has(to))) return ways;
  return ways.flatMap((way): W[] => {
    const { id, label, to } = way;
    if (to === null || !known.gone.has(to)) return [way];
    const old = published.find((each) => each.id === id);
    if (old === undefined) {
      known.ways.push(toWay({ heldId: to, label, to: null }));
      return [];
    }
    if (old.to === null || !known.present.has(old.to)) return [way];
    known.ways.push(toWay({ heldId: to, label, to: old.to }));
    return [{ ...way, to: old.to }];
  });
}

function startOf(draft: Script, published: Script | null, { gone, present, ways }: Known): string | null {
  const { start } = draft;
  const old = published?.start ?? null;
  if (start === null || !gone.has(start) || old === null || !present.has(old)) return start;
  ways.push({ heldId: start, stepId: null, kind: 'start', label: '', to: old });
  return old;
}
