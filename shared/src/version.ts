import { z } from 'zod';
import { Script } from './script/schema.ts';

/** 通知のみ / 要確認 / 緊急差替 (SPEC 40). */
export const ReleaseClass = z.enum(['notice', 'confirm', 'urgent']);
export type ReleaseClass = z.infer<typeof ReleaseClass>;

export const Person = z.object({ id: z.string(), name: z.string() });
export type Person = z.infer<typeof Person>;

/** One immutable published copy without its script: a row of the history. `hash` is `sha256-<hex>` of the canonical JSON. */
export const VersionSummary = z.object({
  scriptId: z.string(),
  number: z.number().int().positive(),
  hash: z.string(),
  author: Person,
  note: z.string(),
  class: ReleaseClass,
  publishedAt: z.string(),
  seq: z.number().int().nullable(),
});
export type VersionSummary = z.infer<typeof VersionSummary>;

export const Version = VersionSummary.extend({ script: Script });
export type Version = z.infer<typeof Version>;

export const StepChange = z.enum(['added', 'removed', 'changed', 'moved']);

/** `=` kept, `-` only in the older, `+` only in the newer. */
export const DiffOp = z.tuple([z.enum(['=', '-', '+']), z.string()]);
export type DiffOp = z.infer<typeof DiffOp>;

export const StepDiff = z.object({
  id: z.string(),
  change: StepChange,
  title: z.string(),
  /** `part`: say, do, caution, title, choices, fields, gates, outcome … One op list per changed part. */
  parts: z.array(z.object({ part: z.string(), ops: z.array(DiffOp) })),
});
export type StepDiff = z.infer<typeof StepDiff>;

/** What differs between two versions, step by step. `from`/`to`: version numbers, null for the draft. */
export const VersionDiff = z.object({
  from: z.number().int().nullable(),
  to: z.number().int().nullable(),
  steps: z.array(StepDiff),
  /** Against the draft: names what stands there, as a whole and step by step, so that a restore takes the place of nothing else. */
  state: z.string().optional(),
  stepStates: z.record(z.string(), z.string()).optional(),
});
export type VersionDiff = z.infer<typeof VersionDiff>;

/** What a check found: errors block publishing, warnings do not; both lead to their step. */
export const Finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  stepId: z.string().nullable(),
  message: z.string(),
  /** JSON pointer into the Script document. */
  pointer: z.string(),
  /** Values for the translated message, by name. */
  values: z.record(z.string(), z.string()).optional(),
  /** Steps marked 作業中 that it comes from: they go out as they are `published`, or not at all. */
  held: z.array(z.object({ id: z.string(), title: z.string(), published: z.boolean() })).optional(),
  /** The words it is about: where they stand in which text of the script, and what could stand there instead. */
  words: z
    .object({
      part: z.string(),
      item: z.string(),
      paragraph: z.number().int().nullable(),
      from: z.number().int(),
      to: z.number().int(),
      quote: z.string(),
      instead: z.string().nullable(),
    })
    .optional(),
});
export type Finding = z.infer<typeof Finding>;
