import type { Script, Step } from '../schema.ts';
import type { Finding } from '../../version.ts';
import { finding, nameOf, placedSteps } from './report.ts';
import type { Placed } from './report.ts';

/** Where the call can go: start, targets, dead ends, loops without a way out, steps that cannot be reached. */
export function checkGraph(script: Script): Finding[] {
  const steps = new Map(script.steps.map((step) => [step.id, step]));
  const started = reach([script.start], steps);
  const side = reach(
    script.interrupts.map(({ to }) => to),
    steps,
  );
  const leads = leadsOut(script.steps, steps);
  return [
    ...checkStart(script, steps),
    ...checkInterrupts(script, steps),
    ...placedSteps(script).flatMap((placed) => {
      // An interrupt's side topic is left by going back to where it began, so it needs no way on of its own.
      const wayBack = side.has(placed.step.id) && !started.has(placed.step.id);
      const reached = started.has(placed.step.id) || side.has(placed.step.id);
      return [
        ...danglingChoices(placed, steps),
        ...wayOn(placed, wayBack, leads),
        ...(reached
          ? []
          : [finding('unreachable', placed.pointer, placed.step.id, { step: nameOf(placed.step) })]),
      ];
    }),
  ];
}

type Steps = ReadonlyMap<string, Step>;

function checkStart(script: Script, steps: Steps): Finding[] {
  return script.start !== null && steps.has(script.start) ? [] : [finding('no_start', '/start', null)];
}

function checkInterrupts(script: Script, steps: Steps): Finding[] {
  return script.interrupts.flatMap(({ to, label }, index) =>
    to !== null && steps.has(to)
      ? []
      : [
          finding('dangling_interrupt', `/interrupts/${index}/to`, null, {
            interrupt: label === '' ? `${index + 1}` : label,
          }),
        ],
  );
}

function danglingChoices({ step, pointer }: Placed, steps: Steps): Finding[] {
  return step.choices.flatMap(({ to, label }, index) =>
    to !== null && steps.has(to)
      ? []
      : [
          finding('dangling_choice', `${pointer}/choices/${index}/to`, step.id, {
            choice: label === '' ? `${index + 1}` : label,
            step: nameOf(step),
          }),
        ],
  );
}

function wayOn({ step, pointer }: Placed, wayBack: boolean, leads: ReadonlySet<string>): Finding[] {
  if (step.kind === 'end' || wayBack) return [];
  const values = { step: nameOf(step) };
  if (step.choices.length === 0) return [finding('dead_end', `${pointer}/choices`, step.id, values)];
  return leads.has(step.id) ? [] : [finding('no_way_out', pointer, step.id, values)];
}

/** The steps that can be reached from `from` by choices. */
function reach(from: readonly (string | null)[], steps: Steps): Set<string> {
  const seen = new Set<string>();
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = id === null ? undefined : steps.get(id);
    if (step === undefined || seen.has(step.id)) continue;
    seen.add(step.id);
    open.push(...step.choices.map(({ to }) => to));
  }
  return seen;
}

/**
 * The steps from which an end can be reached, backwards from the ends. Steps with a fault of their own (no choice, a choice
 * that leads nowhere) count as ends here: what leads to them is not to be reported a second time.
 */
function leadsOut(all: readonly Step[], steps: Steps): Set<string> {
  const before = new Map<string, string[]>();
  const out: string[] = [];
  for (const step of all) {
    const targets = step.choices.map(({ to }) => to);
    const faulty = targets.length === 0 || targets.some((to) => to === null || !steps.has(to));
    if (step.kind === 'end' || faulty) out.push(step.id);
    for (const to of targets) if (to !== null) before.set(to, [...(before.get(to) ?? []), step.id]);
  }
  const seen = new Set<string>();
  for (let id = out.pop(); id !== undefined; id = out.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    out.push(...(before.get(id) ?? []));
  }
  return seen;
}
