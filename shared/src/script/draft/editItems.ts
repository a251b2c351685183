import type * as Y from 'yjs';
import type { Choice, Field, Gate } from '../schema.ts';
import { defined, withStep } from './edit.ts';
import { mapAt, sortedMaps } from './layout.ts';
import type { DraftMap } from './layout.ts';
import { arrange, placeBefore } from './order.ts';
import { choiceValues, ensureMap, fieldValues, gateValues, setValues } from './values.ts';

// Edits of what hangs on a step: choices, fields, gates. Added at the end, moved before another one or (null) to the end.

type Part = 'choices' | 'fields' | 'gates';
type OptionalMember = 'mask' | 'options' | 'min' | 'max' | 'computed' | 'output';
/** In a patch of a field, null takes an optional member away. */
export type FieldPatch = Partial<Omit<Field, 'id' | OptionalMember>> & {
  [Name in OptionalMember]?: Field[Name] | null;
};

export function addChoice(doc: Y.Doc, stepId: string, choice: Choice, origin: unknown): void {
  addItem(doc, stepId, 'choices', choice.id, choiceValues(choice), origin);
}

export function setChoice(
  doc: Y.Doc,
  stepId: string,
  id: string,
  patch: Partial<Omit<Choice, 'id'>>,
  origin: unknown,
): void {
  setItem(doc, stepId, 'choices', id, defined(patch), origin);
}

export function moveChoice(
  doc: Y.Doc,
  stepId: string,
  id: string,
  beforeId: string | null,
  origin: unknown,
): void {
  moveItem(doc, stepId, 'choices', id, beforeId, origin);
}

export function removeChoice(doc: Y.Doc, stepId: string, id: string, origin: unknown): void {
  removeItem(doc, stepId, 'choices', id, origin);
}

export function addField(doc: Y.Doc, stepId: string, field: Field, origin: unknown): void {
  addItem(doc, stepId, 'fields', field.id, fieldValues(field), origin);
}

export function setField(doc: Y.Doc, stepId: string, id: string, patch: FieldPatch, origin: unknown): void {
  const values = Object.entries(defined(patch)).map(([name, value]) => [name, value ?? undefined]);
  setItem(doc, stepId, 'fields', id, Object.fromEntries(values) as Record<string, unknown>, origin);
}

export function moveField(
  doc: Y.Doc,
  stepId: string,
  id: string,
  beforeId: string | null,
  origin: unknown,
): void {
  moveItem(doc, stepId, 'fields', id, beforeId, origin);
}

export function removeField(doc: Y.Doc, stepId: string, id: string, origin: unknown): void {
  removeItem(doc, stepId, 'fields', id, origin);
}

export function addGate(doc: Y.Doc, stepId: string, gate: Gate, origin: unknown): void {
  addItem(doc, stepId, 'gates', gate.id, gateValues(gate), origin);
}

export function setGate(
  doc: Y.Doc,
  stepId: string,
  id: string,
  patch: Partial<Omit<Gate, 'id'>>,
  origin: unknown,
): void {
  setItem(doc, stepId, 'gates', id, defined(patch), origin);
}

export function moveGate(
  doc: Y.Doc,
  stepId: string,
  id: string,
  beforeId: string | null,
  origin: unknown,
): void {
  moveItem(doc, stepId, 'gates', id, beforeId, origin);
}

export function removeGate(doc: Y.Doc, stepId: string, id: string, origin: unknown): void {
  removeItem(doc, stepId, 'gates', id, origin);
}

function addItem(
  doc: Y.Doc,
  stepId: string,
  part: Part,
  id: string,
  values: Record<string, unknown>,
  origin: unknown,
): void {
  withStep(doc, stepId, origin, (step) => addTo(ensureMap(step, part), id, values));
}

function setItem(
  doc: Y.Doc,
  stepId: string,
  part: Part,
  id: string,
  values: Record<string, unknown>,
  origin: unknown,
): void {
  withStep(doc, stepId, origin, (step) => {
    const item = itemAt(step, part, id);
    if (item !== null) setValues(item, values);
  });
}

function moveItem(
  doc: Y.Doc,
  stepId: string,
  part: Part,
  id: string,
  beforeId: string | null,
  origin: unknown,
): void {
  withStep(doc, stepId, origin, (step) => placeIn(mapAt(step, part), id, beforeId));
}

function removeItem(doc: Y.Doc, stepId: string, part: Part, id: string, origin: unknown): void {
  withStep(doc, stepId, origin, (step) => mapAt(step, part)?.delete(id));
}

function itemAt(step: DraftMap, part: Part, id: string): DraftMap | null {
  const items = mapAt(step, part);
  return items === null ? null : mapAt(items, id);
}

/** Adds a map with `values` as the last of `parent`. */
export function addTo(parent: DraftMap, id: string, values: Record<string, unknown>): void {
  setValues(ensureMap(parent, id), values);
  placeIn(parent, id, null);
}

/** Puts an item of `parent` before another one; null: to the end. */
export function placeIn(parent: DraftMap | null, id: string, beforeId: string | null): void {
  const item = parent === null ? null : mapAt(parent, id);
  if (item !== null) arrange(placeBefore(sortedMaps(parent), [id, item], beforeId), new Set([id]));
}
