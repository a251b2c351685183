import type * as Y from 'yjs';
import type { Group, Interrupt, Placeholder, Script, Step } from '../schema.ts';
import { defined } from './edit.ts';
import { addTo, placeIn } from './editItems.ts';
import { draftRoots, mapAt } from './layout.ts';
import type { RootName } from './layout.ts';
import { groupValues, interruptValues, placeholderValues, setValues } from './values.ts';

// Edits of what belongs to the whole script: its data, groups, placeholders, interrupts and the places on the map.

/** `input: null` takes the mark away. */
export type PlaceholderPatch = Partial<Omit<Placeholder, 'key' | 'input'>> & { input?: true | null };

export type MetaPatch = Partial<Pick<Script, 'title' | 'language' | 'start'>>;

/** Sets title, language or start. */
export function setMeta(doc: Y.Doc, patch: MetaPatch, origin: unknown): void {
  doc.transact(() => setValues(draftRoots(doc).meta, defined(patch)), origin);
}

export function setPosition(doc: Y.Doc, stepId: string, position: Step['position'], origin: unknown): void {
  setPositions(doc, [[stepId, position]], origin);
}

/** Moves many steps on the map at once (auto layout, a selection): one transaction, one undo. */
export function setPositions(
  doc: Y.Doc,
  positions: Iterable<readonly [string, Step['position']]>,
  origin: unknown,
): void {
  doc.transact(() => {
    for (const [id, { x, y }] of positions) setValues(draftRoots(doc).positions, { [id]: { x, y } });
  }, origin);
}

export function addGroup(doc: Y.Doc, group: Group, origin: unknown): void {
  doc.transact(() => addTo(draftRoots(doc).groups, group.id, groupValues(group)), origin);
}

export function setGroup(doc: Y.Doc, id: string, patch: Partial<Omit<Group, 'id'>>, origin: unknown): void {
  setAt(doc, 'groups', id, patch, origin);
}

export function moveGroup(doc: Y.Doc, id: string, beforeId: string | null, origin: unknown): void {
  doc.transact(() => placeIn(draftRoots(doc).groups, id, beforeId), origin);
}

/** Removes a group; its steps stay and belong to none. */
export function removeGroup(doc: Y.Doc, id: string, origin: unknown): void {
  removeAt(doc, 'groups', id, origin);
}

export function addPlaceholder(doc: Y.Doc, placeholder: Placeholder, origin: unknown): void {
  doc.transact(() => {
    addTo(draftRoots(doc).placeholders, placeholder.key, placeholderValues(placeholder));
  }, origin);
}

export function setPlaceholder(doc: Y.Doc, key: string, patch: PlaceholderPatch, origin: unknown): void {
  doc.transact(() => {
    const { input, ...rest } = patch;
    const map = mapAt(draftRoots(doc).placeholders, key);
    if (map === null) return;
    setValues(map, { ...defined(rest), ...(input === undefined ? {} : { input: input ?? undefined }) });
  }, origin);
}

export function removePlaceholder(doc: Y.Doc, key: string, origin: unknown): void {
  removeAt(doc, 'placeholders', key, origin);
}

export function addInterrupt(doc: Y.Doc, interrupt: Interrupt, origin: unknown): void {
  doc.transact(() => addTo(draftRoots(doc).interrupts, interrupt.id, interruptValues(interrupt)), origin);
}

export function setInterrupt(
  doc: Y.Doc,
  id: string,
  patch: Partial<Omit<Interrupt, 'id'>>,
  origin: unknown,
): void {
  setAt(doc, 'interrupts', id, patch, origin);
}

export function moveInterrupt(doc: Y.Doc, id: string, beforeId: string | null, origin: unknown): void {
  doc.transact(() => placeIn(draftRoots(doc).interrupts, id, beforeId), origin);
}

export function removeInterrupt(doc: Y.Doc, id: string, origin: unknown): void {
  removeAt(doc, 'interrupts', id, origin);
}

function setAt(doc: Y.Doc, root: RootName, id: string, patch: object, origin: unknown): void {
  doc.transact(() => {
    const map = mapAt(draftRoots(doc)[root], id);
    if (map !== null) setValues(map, defined(patch));
  }, origin);
}

function removeAt(doc: Y.Doc, root: RootName, id: string, origin: unknown): void {
  doc.transact(() => draftRoots(doc)[root].delete(id), origin);
}
