import { z } from 'zod';
import { Content } from './content.ts';
import { keyLength, keyPattern } from './keys.ts';
import type { stepRoles } from './kinds.ts';
import { fieldTypes, maskKinds, placeholderTypes, stepKinds } from './kinds.ts';

/** Opaque, URL-safe; step ids are stable across versions. */
const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/u);

/** `customer.name` and the like: letters, digits and underscores, parts joined by dots. */
export const Key = z.string().regex(keyPattern).max(keyLength);

/** A condition in CEL over field and placeholder keys (script/conditions.ts). */
const Condition = z.string().min(1).max(2_000);

export const StepKind = z.enum(stepKinds);
export type StepKind = z.infer<typeof StepKind>;

export const PlaceholderType = z.enum(placeholderTypes);
export type PlaceholderType = z.infer<typeof PlaceholderType>;

export const FieldType = z.enum(fieldTypes);
export type FieldType = z.infer<typeof FieldType>;

export const Mask = z.enum(maskKinds);
export type Mask = z.infer<typeof Mask>;

export const Placeholder = z.strictObject({
  key: Key,
  label: z.string().max(200),
  type: PlaceholderType,
  example: z.string().max(500),
  fallback: z.string().max(500),
  /** Handed in by the script that calls this one (`Jump.inputs`); absent otherwise. */
  input: z.literal(true).optional(),
});
export type Placeholder = z.infer<typeof Placeholder>;

export const Group = z.strictObject({
  id: Id,
  title: z.string().max(200),
  colour: z.string().max(32).optional(),
});
export type Group = z.infer<typeof Group>;

export const Interrupt = z.strictObject({ id: Id, label: z.string().max(200), to: Id.nullable() });
export type Interrupt = z.infer<typeof Interrupt>;

export const Gate = z.strictObject({ id: Id, label: z.string().max(200) });
export type Gate = z.infer<typeof Gate>;

export const Field = z.strictObject({
  id: Id,
  key: Key,
  label: z.string().max(200),
  type: FieldType,
  required: z.boolean(),
  personal: z.boolean(),
  /** 伏せ字: what was typed is hidden once the field is left, and in what others read of the call (script/mask); absent: shown. */
  mask: Mask.optional(),
  /** Choices of select, radio, checkbox and readback: `value` is stored and compared, `label` is shown. */
  options: z.array(z.strictObject({ value: z.string().max(200), label: z.string().max(200) })).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  /** A computed value: an expression over other keys; the field is then shown, not typed (優先度 and the like). */
  computed: Condition.optional(),
  /** Handed back to the script that called this one (`Jump.outputs`); absent otherwise. */
  output: z.literal(true).optional(),
});
export type Field = z.infer<typeof Field>;

export const Choice = z.strictObject({
  id: Id,
  label: z.string().max(200),
  to: Id.nullable(),
  /** Offered (question, talk) or taken (condition step, in order) only while it holds; null: always, or the default. */
  when: Condition.nullable(),
});
export type Choice = z.infer<typeof Choice>;

/** `key`: a placeholder of the called script; `from`: an expression over the caller's keys. Half-written ones stay; `check` names them. */
const JumpInput = z.strictObject({ key: z.string().max(keyLength), from: z.string().max(2_000) });
export type JumpInput = z.infer<typeof JumpInput>;

/** `key`: a field of the called script; `to`: the caller's field that takes its value. */
const JumpOutput = z.strictObject({ key: z.string().max(keyLength), to: z.string().max(keyLength) });
export type JumpOutput = z.infer<typeof JumpOutput>;

/**
 * Calls another script; when that one comes to its end or is left by 戻る, the step's own choices lead on. What goes in is
 * evaluated on the way in, what comes out is written on the way back; both absent when there is nothing (SPEC 17).
 */
export const Jump = z.strictObject({
  scriptId: Id,
  inputs: z.array(JumpInput).max(50).optional(),
  outputs: z.array(JumpOutput).max(50).optional(),
});
export type Jump = z.infer<typeof Jump>;

/**
 * A page shown as part of a step (SPEC 30), where the tenant allows its host; otherwise, and when it does not load, `fallback`
 * is read. `{{key}}` in the path and query is filled from the call. What is half-written stays; `check` names it.
 */
export const EmbeddedPage = z.strictObject({
  url: z.string().max(2_000),
  title: z.string().max(200),
  fallback: z.string().max(2_000),
});
export type EmbeddedPage = z.infer<typeof EmbeddedPage>;

export const Step = z.strictObject({
  id: Id,
  kind: StepKind,
  title: z.string().max(200),
  group: Id.nullable(),
  mustRead: z.boolean(),
  /** 作業中: goes out with its published text. */
  hold: z.boolean(),
  say: Content,
  do: Content,
  caution: Content,
  gates: z.array(Gate),
  fields: z.array(Field),
  choices: z.array(Choice),
  jump: Jump.nullable(),
  page: EmbeddedPage.optional(),
  /** Outcome code (結果コード) of an end step. */
  outcome: z.string().max(100).nullable(),
  position: z.strictObject({ x: z.number(), y: z.number() }),
});
export type Step = z.infer<typeof Step>;

/**
 * The Script document of CONTRACT.md: what a version holds and what `draft` returns. Steps stand in outline order;
 * references (`to`, `start`, `group`) name ids of the same document. `check` says whether it may be published.
 */
export const Script = z.strictObject({
  schema: z.literal(1),
  title: z.string().max(200),
  language: z.enum(['ja', 'en']),
  start: Id.nullable(),
  placeholders: z.array(Placeholder),
  groups: z.array(Group),
  interrupts: z.array(Interrupt),
  steps: z.array(Step),
});
export type Script = z.infer<typeof Script>;

export type StepRole = (typeof stepRoles)[number];
