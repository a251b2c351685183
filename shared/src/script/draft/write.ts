import type * as Y from 'yjs';
import type { Script, Step } from '../schema.ts';
import { draftRoots, mapAt, sortedSteps } from './layout.ts';
import type { DraftMap, DraftRoots } from './layout.ts';
import { arrange } from './order.ts';
import {
  choiceValues,
  ensureMap,
  fieldValues,
  gateValues,
  groupValues,
  interruptValues,
  placeholderValues,
  setContents,
  setValues,
  stepValues,
} from './values.ts';

/** Who bins what a restore takes out, and when (ISO 8601); `stepId` limits the restore to one step. */
export interface BringOptions {
  stepId: string | null;
  /** The account's id. */
  by: string;
  name?: string;
  at: string;
}

/** Writes a whole script into an empty draft, as one transaction. `readScript` then gives the script back. */
export function fillDraft(doc: Y.Doc, script: Script, origin: unknown): void {
  bringDraftTo(doc, script, { stepId: null, by: '', at: '' }, origin);
}

/**
 * Brings the draft to `target` as one forward transaction (restore): steps that are not in it go to the bin, missing ones
 * come back with their own ids, only what differs is written, texts by their difference. What others type meanwhile is
 * merged, not lost. With a `stepId` only that step is brought; its place and position stay.
 */
export function bringDraftTo(doc: Y.Doc, target: Script, options: BringOptions, origin: unknown): void {
  doc.transact(() => {
    const roots = draftRoots(doc);
    if (options.stepId === null) bringAll(roots, target, options);
    else bringOne(roots, target, options.stepId, options);
  }, origin);
}

function bringAll(roots: DraftRoots, target: Script, options: BringOptions): void {
  const { schema, title, language, start } = target;
  setValues(roots.meta, { schema, title, language, start });
  bringItems(roots.groups, target.groups, idOf, groupValues);
  bringItems(roots.interrupts, target.interrupts, idOf, interruptValues);
  bringItems(roots.placeholders, target.placeholders, ({ key }) => key, placeholderValues);
  const wanted = new Set(target.steps.map(idOf));
  for (const [id, step] of sortedSteps(roots.steps)) if (!wanted.has(id)) bin(step, options);
  const steps = target.steps.map((step): [string, DraftMap] => [step.id, bringStep(roots, step)]);
  for (const { id, position } of target.steps) setValues(roots.positions, { [id]: position });
  arrange(steps, new Set());
}

function bringOne(roots: DraftRoots, target: Script, stepId: string, options: BringOptions): void {
  const wanted = target.steps.find(({ id }) => id === stepId);
  const present = mapAt(roots.steps, stepId);
  if (wanted === undefined) {
    if (present !== null) bin(present, options);
    return;
  }
  const step = bringStep(roots, wanted);
  if (!roots.positions.has(stepId)) setValues(roots.positions, { [stepId]: wanted.position });
  if (present !== null) return;
  const rest = sortedSteps(roots.steps).filter(([id]) => id !== stepId);
  arrange([...rest, [stepId, step]], new Set([stepId]));
}

/** Brings one step to `wanted`, out of the bin where it lies there; its place and position are the caller's. */
export function bringStep(roots: DraftRoots, wanted: Step): DraftMap {
  const step = ensureMap(roots.steps, wanted.id);
  setValues(step, { ...stepValues(wanted), binned: undefined });
  setContents(step, wanted);
  bringItems(ensureMap(step, 'gates'), wanted.gates, idOf, gateValues);
  bringItems(ensureMap(step, 'fields'), wanted.fields, idOf, fieldValues);
  bringItems(ensureMap(step, 'choices'), wanted.choices, idOf, choiceValues);
  return step;
}

function bringItems<T>(
  parent: DraftMap,
  wanted: readonly T[],
  keyOf: (item: T) => string,
  valuesOf: (item: T) => Record<string, unknown>,
): void {
  const keys = new Set(wanted.map(keyOf));
  for (const id of [...parent.keys()]) if (!keys.has(id)) parent.delete(id);
  const sequence = wanted.map((item): [string, DraftMap] => {
    const map = ensureMap(parent, keyOf(item));
    setValues(map, valuesOf(item));
    return [keyOf(item), map];
  });
  arrange(sequence, new Set());
}

function bin(step: DraftMap, { by, name, at }: BringOptions): void {
  step.set('binned', { by, ...(name !== undefined && { name }), at });
}

function idOf({ id }: { id: string }): string {
  return id;
}
