import { readingSeconds } from './reading.ts';
import type { Script } from './schema.ts';

/** Seconds to read out the longest way from the start to an end on which no step comes twice because of a way back. */
export function longestPathSeconds(script: Script): number {
  const steps = new Map(script.steps.map((step) => [step.id, step]));
  const known = new Map<string, number>();
  const open = new Set<string>();
  const from = (id: string | null): number => {
    const step = id === null ? undefined : steps.get(id);
    // A choice that leads back to where the path has been counts for nothing.
    if (step === undefined || open.has(step.id)) return 0;
    const present = known.get(step.id);
    if (present !== undefined) return present;
    open.add(step.id);
    const on = Math.max(0, ...step.choices.map(({ to }) => from(to)));
    open.delete(step.id);
    const seconds = readingSeconds(step.say, script.language) + on;
    known.set(step.id, seconds);
    return seconds;
  };
  return from(script.start);
}
