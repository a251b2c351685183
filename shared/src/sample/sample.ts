import { z } from 'zod';
import { FieldValue } from '../call.ts';

const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/u);
const Key = z.string().max(64);

/** What a sample caller does on a step, after its fields are filled in and its gates ticked. */
export const SampleMove = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('choose'), choiceId: Id }),
  z.strictObject({
    kind: z.literal('interrupt'),
    interruptId: Id,
    /** Of a script further out than the one on screen. */
    scriptId: Id.optional(),
  }),
  /** Into the script that the step calls. */
  z.strictObject({ kind: z.literal('enter') }),
  /** Out of a side topic or a called script. */
  z.strictObject({ kind: z.literal('return') }),
  /** Freely to another step (search). */
  z.strictObject({ kind: z.literal('goTo'), stepId: Id }),
]);
export type SampleMove = z.infer<typeof SampleMove>;

/** One step of a saved path. Condition steps that pass by themselves are no part of it: where they lead is what is tried. */
export const SampleAnswer = z.strictObject({
  stepId: Id,
  /** Only inside a called script. */
  scriptId: Id.optional(),
  /** What is filled in on this step. */
  fields: z.record(Key, FieldValue).optional(),
  /** Null on the last step. */
  move: SampleMove.nullable(),
});
export type SampleAnswer = z.infer<typeof SampleAnswer>;

/** What a sample caller (見本の発信者) says and where that must lead. */
export const SampleRun = z.strictObject({
  placeholders: z.record(Key, z.string().max(500)),
  /** Known from the beginning, as a screen-pop hands them in. */
  fields: z.record(Key, FieldValue),
  answers: z.array(SampleAnswer).min(1).max(500),
  /** The outcome of the end it must come to; null: the path only has to reach its last step. */
  outcome: z.string().max(100).nullable(),
  /** The moment that the run takes for now (opening hours, dates); null: when it is replayed. */
  at: z.iso.datetime({ offset: true }).nullable(),
});
export type SampleRun = z.infer<typeof SampleRun>;

const SampleName = z.string().trim().min(1).max(100);

export const CreateSample = z.strictObject({
  name: SampleName,
  required: z.boolean().default(false),
  run: SampleRun,
});
export type CreateSample = z.infer<typeof CreateSample>;

export const PatchSample = z.strictObject({
  name: SampleName.optional(),
  /** 必須: a publish that breaks this path is refused. */
  required: z.boolean().optional(),
  run: SampleRun.optional(),
});
export type PatchSample = z.infer<typeof PatchSample>;

/** A saved path of one script, as the API tells it. */
export interface Sample {
  id: string;
  name: string;
  required: boolean;
  run: SampleRun;
  updatedAt: string;
  updatedBy: string;
}
