import type * as Y from 'yjs';
import type { StepsClip } from '../clip/readClip.ts';
import type { Choice, Group, Step } from '../schema.ts';
import { addGroup, addPlaceholder } from './editScript.ts';
import { draftRoots, isBinned, mapAt, sortedMaps, sortedSteps } from './layout.ts';
import type { DraftRoots } from './layout.ts';
import { arrange } from './order.ts';
import { setValues } from './values.ts';
import { bringStep } from './write.ts';

export interface PasteOptions {
  newId: () => string;
  /** Where the left upper corner of the pasted steps comes to stand on the map. */
  at: Step['position'];
  /** The step they come to stand after in the outline; null: at the end. */
  afterId: string | null;
  /** The group of steps whose own group is not brought along. */
  group: string | null;
}

/** A paste thought through: what will be written, in parts that each fit one update. */
export interface PastePlan {
  /** The new steps' ids, in outline order. */
  ids: string[];
  parts: Step[][];
  groups: Group[];
  placeholders: StepsClip['placeholders'];
  afterId: string | null;
}

/** Characters of a part as JSON: in three-byte letters well below what a frame of the draft's socket may hold. */
const partLength = 40_000;

/**
 * What pasting does to this draft; writes nothing. Steps get new ids, and what leads from one to another of them still does;
 * other targets stay where the draft has that step, and are null where not. Groups come along by title; placeholders that
 * are missing come along, and one that the draft has already stays as it is. Steps that were cut out of this very draft come
 * back as themselves, with all that leads to them.
 */
export function planPaste(doc: Y.Doc, clip: StepsClip, options: PasteOptions): PastePlan {
  const roots = draftRoots(doc);
  const ids = newIdsOf(roots, clip, options.newId);
  const { known, missing } = groupsFor(roots, clip.groups, options.newId);
  const corner = cornerOf(clip.steps);
  const steps = clip.steps.map((step): Step => ({
    ...withNewIds(step, options.newId, (to) => targetOf(roots, ids, to)),
    id: ids.get(step.id) ?? options.newId(),
    group: step.group === null ? options.group : (known.get(step.group) ?? options.group),
    position: {
      x: options.at.x + step.position.x - corner.x,
      y: options.at.y + step.position.y - corner.y,
    },
  }));
  return {
    ids: steps.map(({ id }) => id),
    parts: partsOf(steps),
    groups: missing,
    placeholders: clip.placeholders.filter(({ key }) => !roots.placeholders.has(key)),
    afterId: options.afterId,
  };
}

/** Writes one part of a plan as one transaction; groups and placeholders come with the first. */
export function pastePart(doc: Y.Doc, plan: PastePlan, index: number, origin: unknown): void {
  doc.transact(() => {
    const roots = draftRoots(doc);
    if (index === 0) {
      for (const group of plan.groups) addGroup(doc, group, origin);
      for (const placeholder of plan.placeholders) addPlaceholder(doc, placeholder, origin);
    }
    const part = plan.parts[index] ?? [];
    const maps = part.map((step) => [step.id, bringStep(roots, step)] as const);
    for (const { id, position } of part) setValues(roots.positions, { [id]: position });
    const placed = new Set(part.map(({ id }) => id));
    const rest = sortedSteps(roots.steps).filter(([id]) => !placed.has(id));
    const afterId = plan.parts[index - 1]?.at(-1)?.id ?? plan.afterId;
    const at = rest.findIndex(([id]) => id === afterId);
    const place = at === -1 ? rest.length : at + 1;
    arrange([...rest.slice(0, place), ...maps, ...rest.slice(place)], placed);
    if (typeof roots.meta.get('start') !== 'string') setValues(roots.meta, { start: part[0]?.id ?? null });
  }, origin);
}

function partsOf(steps: readonly Step[]): Step[][] {
  const parts: Step[][] = [];
  let length = Infinity;
  for (const step of steps) {
    const own = JSON.stringify(step).length;
    if (length + own > partLength) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(step);
    length += own;
  }
  return parts;
}

/** A step that was cut here lies in the bin and keeps its id; every other one gets a new one. */
function newIdsOf({ steps }: DraftRoots, clip: StepsClip, newId: () => string): ReadonlyMap<string, string> {
  return new Map(
    clip.steps.map(({ id }) => {
      const present = clip.cut ? mapAt(steps, id) : null;
      return [id, present !== null && isBinned(present) ? id : newId()];
    }),
  );
}

function targetOf(roots: DraftRoots, ids: ReadonlyMap<string, string>, to: string | null): string | null {
  if (to === null) return null;
  return ids.get(to) ?? (mapAt(roots.steps, to) === null ? null : to);
}

function withNewIds(step: Step, newId: () => string, targetFor: (to: string | null) => string | null): Step {
  return {
    ...step,
    gates: step.gates.map((gate) => ({ ...gate, id: newId() })),
    fields: step.fields.map((field) => ({ ...field, id: newId() })),
    choices: step.choices.map((choice): Choice => ({ ...choice, id: newId(), to: targetFor(choice.to) })),
  };
}

/** The draft's group for each one of the clip: the same one, one of that title, or a new one that is still missing. */
function groupsFor(
  roots: DraftRoots,
  groups: readonly Group[],
  newId: () => string,
): { known: ReadonlyMap<string, string>; missing: Group[] } {
  const present = sortedMaps(roots.groups);
  const missing: Group[] = [];
  const known = groups.map((group): [string, string] => {
    const same =
      present.find(([id]) => id === group.id) ?? present.find(([, map]) => map.get('title') === group.title);
    if (same !== undefined) return [group.id, same[0]];
    const made = { ...group, id: newId() };
    missing.push(made);
    return [group.id, made.id];
  });
  return { known: new Map(known), missing };
}

function cornerOf(steps: readonly Step[]): Step['position'] {
  return {
    x: Math.min(...steps.map(({ position }) => position.x)),
    y: Math.min(...steps.map(({ position }) => position.y)),
  };
}
