import type { Script, Step } from '../script/schema.ts';
import { foldWord } from './words.ts';

/**
 * An imported script that is to take the place of `current`: steps, choices, fields and the like that are the same by id, key or
 * name keep their ids, places and colours, so that the change is told as what it is. Ids stay unique.
 */
export function adoptIds(imported: Script, current: Script): Script {
  const steps = pairs(imported.steps, current.steps, ({ title }) => title);
  const groups = pairs(imported.groups, current.groups, ({ title }) => title);
  const stepId = (id: string | null): string | null => (id === null ? null : (steps.get(id)?.id ?? id));
  const groupId = (id: string | null): string | null => (id === null ? null : (groups.get(id)?.id ?? id));
  return {
    ...imported,
    start: stepId(imported.start),
    groups: imported.groups.map((group) => {
      const present = groups.get(group.id);
      const colour = group.colour ?? present?.colour;
      return { ...group, id: present?.id ?? group.id, ...(colour === undefined ? {} : { colour }) };
    }),
    interrupts: adoptItems(imported.interrupts, current.interrupts, ({ label }) => label).map((each) => ({
      ...each,
      to: stepId(each.to),
    })),
    steps: imported.steps.map((step) => {
      const present = steps.get(step.id) ?? null;
      const adopted = {
        ...step,
        group: groupId(step.group),
        choices: step.choices.map((each) => ({ ...each, to: stepId(each.to) })),
      };
      return present === null ? adopted : adoptStep(adopted, present);
    }),
  };
}

function adoptStep(step: Step, present: Step): Step {
  return {
    ...step,
    id: present.id,
    position: present.position,
    gates: adoptItems(step.gates, present.gates, ({ label }) => label),
    fields: adoptItems(step.fields, present.fields, ({ key }) => key),
    choices: adoptItems(step.choices, present.choices, ({ label }) => label),
  };
}

function adoptItems<T extends { id: string }>(
  imported: readonly T[],
  current: readonly T[],
  name: (item: T) => string,
): T[] {
  const found = pairs(imported, current, name);
  return imported.map((item) => ({ ...item, id: found.get(item.id)?.id ?? item.id }));
}

/** By id first, then by a name that is there once; nothing is taken twice. */
function pairs<T extends { id: string }>(
  imported: readonly T[],
  current: readonly T[],
  name: (item: T) => string,
): ReadonlyMap<string, T> {
  const byId = new Map(current.map((item) => [item.id, item]));
  const found = new Map(
    imported.flatMap((item) => (byId.has(item.id) ? [[item.id, byId.get(item.id) ?? item]] : [])),
  );
  const taken = new Set([...found.values()].map(({ id }) => id));
  const foreign = new Set(imported.map(({ id }) => id));
  for (const item of imported) {
    if (found.has(item.id)) continue;
    const folded = foldWord(name(item));
    const match = current.find(
      (other) => foldWord(name(other)) === folded && !taken.has(other.id) && !foreign.has(other.id),
    );
    if (match === undefined || folded === '') continue;
    found.set(item.id, match);
    taken.add(match.id);
  }
  return found;
}
