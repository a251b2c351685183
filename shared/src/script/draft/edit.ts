import type * as Y from 'yjs';
import type { Step, StepKind } from '../schema.ts';
import { stepRoles } from '../kinds.ts';
import { readContent } from './content.ts';
import { draftRoots, isBinned, mapAt, sortedMaps, sortedSteps, stepFragment } from './layout.ts';
import type { DraftMap } from './layout.ts';
import { arrange, placeBefore } from './order.ts';
import { ensureMap, setContents, setValues } from './values.ts';

// Edits of steps. Each is one transaction under `origin`; ids and times come from the caller. What does not exist (any
// more) is passed over: a colleague may have taken it away a moment ago.

export interface NewStep {
  id: string;
  kind: StepKind;
  title: string;
  group: string | null;
  /** The step it stands after; null: at the end. */
  afterId: string | null;
  position: Step['position'];
}

export type StepPatch = Partial<
  Pick<Step, 'kind' | 'title' | 'group' | 'mustRead' | 'hold' | 'outcome' | 'jump'>
> & {
  /** Null takes the page away. */
  page?: Step['page'] | null;
};

/** Adds an empty step with texts ready to type in. */
export function addStep(doc: Y.Doc, step: NewStep, origin: unknown): void {
  doc.transact(() => {
    const { steps, positions, meta } = draftRoots(doc);
    const map = ensureMap(steps, step.id);
    const { kind, title, group } = step;
    setValues(map, {
      kind,
      title,
      group,
      mustRead: false,
      hold: false,
      jump: null,
      page: undefined,
      outcome: null,
      binned: undefined,
    });
    setContents(map, {});
    for (const part of ['gates', 'fields', 'choices']) ensureMap(map, part);
    setValues(positions, { [step.id]: step.position });
    if (typeof meta.get('start') !== 'string') meta.set('start', step.id);
    placeStep(steps, step.id, nextOf(steps, step.afterId));
  }, origin);
}

/** Sets some of a step's plain values. */
export function setStep(doc: Y.Doc, id: string, patch: StepPatch, origin: unknown): void {
  const values = defined(patch);
  const page = 'page' in values ? { page: values.page ?? undefined } : {};
  withStep(doc, id, origin, (step) => setValues(step, { ...values, ...page }));
}

/** Moves a step into a group and before another step; null: to the end. */
export function moveStep(
  doc: Y.Doc,
  id: string,
  to: { group: string | null; beforeId: string | null },
  origin: unknown,
): void {
  withStep(doc, id, origin, (step) => {
    setValues(step, { group: to.group });
    placeStep(draftRoots(doc).steps, id, to.beforeId);
  });
}

/** Who puts a step into the bin, and when (ISO 8601). The server sets it right where it is not the one who does. */
export interface BinMark {
  /** The account's id. */
  by: string;
  name: string;
  at: string;
}

/** Puts a step into the draft's bin; what others type in it is kept. */
export function binStep(doc: Y.Doc, id: string, { by, name, at }: BinMark, origin: unknown): void {
  withStep(doc, id, origin, (step) => step.set('binned', { by, name, at }));
}

/** Takes a step out of the bin. */
export function unbinStep(doc: Y.Doc, id: string, origin: unknown): void {
  withStep(doc, id, origin, (step) => step.delete('binned'));
}

/** Removes for good what was binned before `before` (ISO 8601 in UTC, as `binStep` was given). Returns the ids. */
export function purgeBin(doc: Y.Doc, before: string, origin: unknown): string[] {
  const old = sortedMaps(draftRoots(doc).steps).flatMap(([id, step]) => {
    const at = (step.get('binned') as { at?: unknown } | null | undefined)?.at;
    return typeof at === 'string' && at < before ? [id] : [];
  });
  purgeSteps(doc, old, origin);
  return old;
}

/** Removes steps that are in the bin for good, with what they say. */
export function purgeSteps(doc: Y.Doc, ids: readonly string[], origin: unknown): void {
  const { steps, positions } = draftRoots(doc);
  doc.transact(() => {
    for (const id of ids) {
      const step = mapAt(steps, id);
      if (step === null || !isBinned(step)) continue;
      steps.delete(id);
      positions.delete(id);
    }
  }, origin);
}

/**
 * Copies a step with new ids from `newIds` and puts the copy after it, a little aside on the map. Choices keep their targets;
 * one that leads back to the step itself leads to the copy. Returns the copy's id, null when there is no such step.
 */
export function duplicateStep(
  doc: Y.Doc,
  id: string,
  newIds: (old: string) => string,
  origin: unknown,
): string | null {
  const { steps, positions } = draftRoots(doc);
  const source = mapAt(steps, id);
  if (source === null) return null;
  const copyId = newIds(id);
  doc.transact(() => {
    const copy = ensureMap(steps, copyId);
    copyPlain(source, copy, ['binned', 'order']);
    for (const role of stepRoles) {
      const fragment = stepFragment(doc, id, role);
      if (fragment !== null) setContents(copy, { [role]: readContent(fragment) });
    }
    setContents(copy, {});
    for (const part of ['gates', 'fields', 'choices']) {
      const items = ensureMap(copy, part);
      for (const [itemId, item] of sortedMaps(mapAt(source, part))) {
        const itemCopy = ensureMap(items, newIds(itemId));
        copyPlain(item, itemCopy, []);
        if (item.get('to') === id) itemCopy.set('to', copyId);
      }
    }
    const at = positions.get(id) as Partial<Step['position']> | undefined;
    positions.set(copyId, { x: (at?.x ?? 0) + 40, y: (at?.y ?? 0) + 40 });
    placeStep(steps, copyId, nextOf(steps, id));
  }, origin);
  return copyId;
}

/** Runs `edit` with the step's map in one transaction; nothing when there is no such step. */
export function withStep(doc: Y.Doc, id: string, origin: unknown, edit: (step: DraftMap) => void): void {
  const step = mapAt(draftRoots(doc).steps, id);
  if (step !== null) doc.transact(() => edit(step), origin);
}

/** Without undefined members: in a patch they mean "as it is", while `setValues` would remove. */
export function defined(patch: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

function copyPlain(from: DraftMap, to: DraftMap, except: readonly string[]): void {
  for (const [name, value] of from) {
    const plain = value === null || typeof value !== 'object' || !('doc' in value);
    if (plain && !except.includes(name)) to.set(name, value);
  }
}

function placeStep(steps: DraftMap, id: string, beforeId: string | null): void {
  const step = mapAt(steps, id);
  if (step !== null) arrange(placeBefore(sortedSteps(steps), [id, step], beforeId), new Set([id]));
}

/** The id of the step after `id`, null at the end or when `id` is not there. */
function nextOf(steps: DraftMap, id: string | null): string | null {
  const ids = sortedSteps(steps).map(([each]) => each);
  const at = id === null ? -1 : ids.indexOf(id);
  return at === -1 ? null : (ids[at + 1] ?? null);
}
