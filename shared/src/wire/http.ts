import { z } from 'zod';
import { Person } from '../account.ts';
import { FolderPath } from '../folder.ts';
import { ReleaseClass } from '../version.ts';

export const SignIn = z.strictObject({
  loginId: z.string().min(1).max(254),
  password: z.string().min(1).max(1_024),
  otp: z.string().max(16).optional(),
});
export type SignIn = z.infer<typeof SignIn>;

export const ScriptState = z.enum(['draft', 'published', 'archived', 'withdrawn']);
export type ScriptState = z.infer<typeof ScriptState>;

/** A script in a list. `unpublishedChanges`: the draft was edited after the current version (editors only). */
export const ScriptSummary = z.object({
  id: z.string(),
  title: z.string(),
  folder: z.string(),
  labels: z.array(z.string()),
  state: ScriptState,
  publishedVersion: z.number().int().nullable(),
  publishedAt: z.string().nullable(),
  publishedHash: z.string().nullable(),
  unpublishedChanges: z.boolean(),
  updatedAt: z.string(),
  /** Who answers for it, when it is to be looked through again (YYYY-MM-DD in Japan), and the last edit of its draft: not for agents. */
  owner: Person.nullable(),
  reviewDue: z.string().nullable(),
  reviewEveryMonths: z.number().int().nullable(),
  reviewedAt: z.string().nullable(),
  lastEdit: z.object({ at: z.string(), by: z.string().nullable() }).nullable(),
});
export type ScriptSummary = z.infer<typeof ScriptSummary>;

/** A script in the bin: who put it there, when, and until when it can be brought back. */
export interface BinnedScript {
  script: ScriptSummary;
  binnedAt: string;
  binnedBy: Person;
  until: string;
}

export const CreateScript = z.strictObject({
  title: z.string().trim().min(1).max(200),
  templateId: z.string().max(64).optional(),
  /** Of a script that begins empty; a template has its own. */
  language: z.enum(['ja', 'en']).default('ja'),
});
export type CreateScript = z.infer<typeof CreateScript>;

export const DuplicateScript = z.strictObject({ title: z.string().trim().min(1).max(200) });

export const PatchScript = z.strictObject({
  title: z.string().trim().min(1).max(200).optional(),
  folder: FolderPath.optional(),
  labels: z.array(z.string().trim().min(1).max(50)).max(20).optional(),
  /** `published` and `draft` bring an archived script back: the one when it has a version, the other when it has none. */
  state: z.enum(['archived', 'published', 'draft']).optional(),
  owner: z.string().max(64).nullable().optional(),
  reviewDue: z.iso.date().nullable().optional(),
  reviewEveryMonths: z.number().int().min(1).max(60).nullable().optional(),
});
export type PatchScript = z.infer<typeof PatchScript>;

export const Publish = z.strictObject({
  note: z.string().trim().min(1).max(2_000),
  class: ReleaseClass.default('notice'),
  baseVersion: z.number().int().nonnegative().optional(),
  /** The `state` of the comparison that was looked at: nothing else may go out. */
  state: z.string().max(100).optional(),
});
export type Publish = z.infer<typeof Publish>;

export const Published = z.object({
  scriptId: z.string(),
  number: z.number().int().positive(),
  hash: z.string(),
  seq: z.number().int().positive(),
  publishedAt: z.string(),
  effectiveAt: z.string(),
  /** To how many agents it is addressed. */
  addressees: z.number().int().nonnegative().optional(),
});
export type Published = z.infer<typeof Published>;

export const Restore = z.strictObject({
  stepId: z.string().max(64).optional(),
  /** The `state` of the comparison with the draft, or of the one step, that was looked at. */
  state: z.string().max(100).optional(),
});
export type Restore = z.infer<typeof Restore>;

/** RFC 9457. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string().optional(),
  code: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** Takes a script out of use at once: `substitute` is what agents read instead. */
export const Withdraw = z.strictObject({
  substitute: z.string().trim().min(1).max(4_000),
  reason: z.string().trim().min(1).max(2_000),
});
export type Withdraw = z.infer<typeof Withdraw>;
