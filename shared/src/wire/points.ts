import { z } from 'zod';
import { StepDiff } from '../version.ts';

/** Why a point was set: by a person, or before something large was done to the draft. `older`: of before points said why. */
export const PointKind = z.enum([
  'named',
  'restore',
  'pointRestore',
  'undo',
  'import',
  'importUndo',
  'replace',
  'replaceUndo',
  'older',
]);
export type PointKind = z.infer<typeof PointKind>;

/** What a point tells of itself. `values`: `name`, `version`, `pointId`, `stepId`, `title`, `words`, `by`, as far as its kind has them. */
export const PointLabel = z.object({ kind: PointKind, values: z.record(z.string(), z.string()) });
export type PointLabel = z.infer<typeof PointLabel>;

export const NamePoint = z.strictObject({ name: z.string().trim().min(1).max(100) });
export type NamePoint = z.infer<typeof NamePoint>;

/** `state`: what was looked at, the whole draft or the one step; otherwise 409. */
export const RestorePoint = z.strictObject({
  stepId: z.string().max(64).optional(),
  state: z.string().max(100).optional(),
});
export type RestorePoint = z.infer<typeof RestorePoint>;

/** A point of a draft's timeline. `undoable`: what it was set before can still be taken back by it. */
export const TimelinePoint = z.object({
  id: z.string(),
  ...PointLabel.shape,
  by: z.string(),
  at: z.string(),
  undoable: z.boolean(),
});
export type TimelinePoint = z.infer<typeof TimelinePoint>;

/** What differs from a point to the draft as it stands, with the states that a restore may name. */
export const PointDiff = z.object({
  point: TimelinePoint,
  steps: z.array(StepDiff),
  state: z.string(),
  stepStates: z.record(z.string(), z.string()),
});
export type PointDiff = z.infer<typeof PointDiff>;

/** Edits of one person without a long pause. A step without a title is no longer in the draft. `how`: typed, or by what at once. */
export const TimelineEdit = z.object({
  type: z.literal('edit'),
  by: z.string(),
  from: z.string(),
  to: z.string(),
  count: z.number().int(),
  how: z.string(),
  steps: z.array(z.object({ id: z.string(), title: z.string().nullable() })),
});
export type TimelineEdit = z.infer<typeof TimelineEdit>;

export const TimelineEntry = z.discriminatedUnion('type', [
  TimelineEdit,
  TimelinePoint.extend({ type: z.literal('point') }),
  z.object({
    type: z.literal('version'),
    number: z.number().int(),
    note: z.string(),
    by: z.string(),
    at: z.string(),
  }),
]);
export type TimelineEntry = z.infer<typeof TimelineEntry>;
