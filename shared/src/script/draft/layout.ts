import * as Y from 'yjs';
import type { StepRole } from '../schema.ts';

/** The root types of a draft for schema 1 (DESIGN): all maps; a draft with any other root is refused by the guard. */
export const rootNames = ['meta', 'steps', 'groups', 'positions', 'placeholders', 'interrupts'] as const;
export type RootName = (typeof rootNames)[number];

export type DraftMap = Y.Map<unknown>;
export type DraftRoots = Record<RootName, DraftMap>;

/** The six root maps of a draft. Writes nothing. */
export function draftRoots(doc: Y.Doc): DraftRoots {
  return {
    meta: doc.getMap('meta'),
    steps: doc.getMap('steps'),
    groups: doc.getMap('groups'),
    positions: doc.getMap('positions'),
    placeholders: doc.getMap('placeholders'),
    interrupts: doc.getMap('interrupts'),
  };
}

/** What stands under `id` in a map of maps, or null when there is nothing or something else. */
export function mapAt(parent: DraftMap, id: string): DraftMap | null {
  const value = parent.get(id);
  return value instanceof Y.Map ? (value as DraftMap) : null;
}

/** The maps in a map of maps in outline order: by fractional key, then by id, so equal keys are no question. */
export function sortedMaps(parent: DraftMap | null): [string, DraftMap][] {
  if (parent === null) return [];
  const entries: [string, DraftMap][] = [];
  for (const [id, value] of parent) if (value instanceof Y.Map) entries.push([id, value as DraftMap]);
  return entries.sort(([idA, a], [idB, b]) => compare(orderOf(a), orderOf(b)) || compare(idA, idB));
}

/** The steps that are not in the bin, in outline order. */
export function sortedSteps(steps: DraftMap): [string, DraftMap][] {
  return sortedMaps(steps).filter(([, step]) => !isBinned(step));
}

export function isBinned(step: DraftMap): boolean {
  const binned = step.get('binned');
  return binned !== undefined && binned !== null;
}

/** The fractional key of an item, '' when it has none. */
export function orderOf(item: DraftMap): string {
  const order = item.get('order');
  return typeof order === 'string' ? order : '';
}

/** The rich text of a step that an editor binds to; null when the step or its text does not exist. Binned steps keep theirs. */
export function stepFragment(doc: Y.Doc, stepId: string, role: StepRole): Y.XmlFragment | null {
  const fragment = mapAt(draftRoots(doc).steps, stepId)?.get(role);
  return fragment instanceof Y.XmlFragment ? fragment : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
