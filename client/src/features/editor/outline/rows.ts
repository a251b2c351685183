import type { Choice, Group, Script, Step } from '@daihon/shared/script/schema';
import { matchesQuery } from '../../../ui/foldText.ts';
import { outlineOf } from '../session/outline.ts';

interface Placed {
  id: string;
  /** In the tree: level, place among its siblings and how many those are, from 1. */
  level: number;
  place: number;
  siblings: number;
}
export type GroupRowData = Placed & { type: 'group'; group: Group | null; count: number; open: boolean };
export type StepRowData = Placed & { type: 'step'; step: Step; number: number; open: boolean };
export type ChoiceRowData = Placed & { type: 'choice'; step: Step; choice: Choice };
export type OutlineRow = GroupRowData | StepRowData | ChoiceRowData;

/** Row id of the steps that belong to no group. */
export const looseGroupId = 'group:none';

export interface OutlineOptions {
  /** Groups folded and steps unfolded by this person. */
  folded: ReadonlySet<string>;
  unfolded: ReadonlySet<string>;
  filter: string;
}

/** The rows of the tree from top to bottom. A filter shows what matches, wherever it is folded. */
export function outlineRows(script: Script, { folded, unfolded, filter }: OutlineOptions): OutlineRow[] {
  const { sections, numbers } = outlineOf(script);
  const onlyLoose = sections.length === 1 && sections[0]?.group === null;
  const matching = sections.flatMap(({ group, steps }) => {
    const shown = steps.filter(({ id, title }) => matchesQuery(`${numbers.get(id) ?? ''} ${title}`, filter));
    return filter.trim() !== '' && shown.length === 0 ? [] : [{ group, steps, shown }];
  });
  return matching.flatMap(({ group, steps, shown }, index): OutlineRow[] => {
    const id = group === null ? looseGroupId : `group:${group.id}`;
    const open = filter.trim() !== '' || !folded.has(id);
    const level = onlyLoose ? 1 : 2;
    const place = { level: 1, place: index + 1, siblings: matching.length };
    const head: OutlineRow[] = onlyLoose
      ? []
      : [{ type: 'group', id, group, count: steps.length, open, ...place }];
    if (!open) return head;
    const rows = shown.flatMap((step, at) => {
      const placed = { level, place: at + 1, siblings: shown.length };
      return stepRows(step, { number: numbers.get(step.id) ?? 0, unfolded, placed });
    });
    return [...head, ...rows];
  });
}

function stepRows(
  step: Step,
  { number, unfolded, placed }: { number: number; unfolded: ReadonlySet<string>; placed: Omit<Placed, 'id'> },
): OutlineRow[] {
  const id = `step:${step.id}`;
  const open = unfolded.has(id);
  const choices = step.choices.map((choice, index): OutlineRow => ({
    type: 'choice',
    id: `choice:${step.id}/${choice.id}`,
    step,
    choice,
    level: placed.level + 1,
    place: index + 1,
    siblings: step.choices.length,
  }));
  return [{ type: 'step', id, step, number, open, ...placed }, ...(open ? choices : [])];
}

/** The row that a row hangs on; undefined at the top. */
export function parentOf(rows: readonly OutlineRow[], index: number): OutlineRow | undefined {
  const level = rows[index]?.level ?? 1;
  return rows.slice(0, index).findLast((candidate) => candidate.level < level);
}

/** What can be unfolded beside a row: itself and its siblings. */
export function unfoldable(rows: readonly OutlineRow[], index: number): string[] {
  const row = rows[index];
  if (row === undefined || row.type === 'choice') return [];
  const parent = parentOf(rows, index);
  return rows.flatMap((other, at) => {
    const beside = other.type === row.type && parentOf(rows, at) === parent;
    return beside && 'open' in other && !other.open ? [other.id] : [];
  });
}

const knownEntries = new WeakMap<Script, ReadonlyMap<string, number>>();

/** How many choices of other steps lead to each step. */
export function entryCounts(script: Script): ReadonlyMap<string, number> {
  const present = knownEntries.get(script);
  if (present !== undefined) return present;
  const counts = new Map<string, number>();
  for (const { id, choices } of script.steps) {
    for (const { to } of choices) {
      if (to !== null && to !== id) counts.set(to, (counts.get(to) ?? 0) + 1);
    }
  }
  knownEntries.set(script, counts);
  return counts;
}
