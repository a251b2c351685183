import { z } from 'zod';
import { Person } from './account.ts';

export const FieldValue = z.union([
  z.string().max(4_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(100),
]);
export type FieldValue = z.infer<typeof FieldValue>;

/** One step of a call: where, which answer led on (null while still there), when. `scriptId` only inside a called script. */
export const PathEntry = z.strictObject({
  stepId: z.string().max(64),
  choiceId: z.string().max(64).nullable(),
  at: z.iso.datetime({ offset: true }),
  scriptId: z.string().max(64).optional(),
  version: z.number().int().positive().optional(),
  /** How this step was reached when not by a choice. */
  via: z.enum(['choice', 'interrupt', 'return', 'back', 'jump', 'search', 'switch']).optional(),
  /** Why a condition step led where it did, in the words of the script's language (SPEC 15). */
  reason: z.string().max(1_000).optional(),
  /** Gates ticked here, with the time and the version of the text that was confirmed. */
  gates: z
    .array(
      z.strictObject({
        gateId: z.string().max(64),
        at: z.iso.datetime({ offset: true }),
        version: z.number().int().positive().optional(),
      }),
    )
    .optional(),
});
export type PathEntry = z.infer<typeof PathEntry>;

/**
 * What is no longer part of the path and still was: a visit that was gone back over, a tick that was taken away or whose text changed.
 * `search`: by a free jump to a step that had been visited.
 */
export const UndoneEntry = PathEntry.extend({
  undone: z.strictObject({
    at: z.iso.datetime({ offset: true }),
    how: z.enum(['back', 'search', 'untick', 'switch']),
  }),
});
export type UndoneEntry = z.infer<typeof UndoneEntry>;

/** The first entry of a path that the versions of the call do not bear out, and why. */
export const PathFault = z.object({
  index: z.number().int(),
  stepId: z.string(),
  /** `unknown_step`: no version has it; `unknown_way`: nothing leads there; `gate`: past one that was not ticked. */
  why: z.enum(['unknown_step', 'unknown_way', 'gate']),
});
export type PathFault = z.infer<typeof PathFault>;

/** A change of the version under a running call (SPEC 38): when, from, to, and why. */
export const VersionSwitch = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  from: z.number().int(),
  to: z.number().int(),
  how: z.enum(['silent', 'accepted', 'urgent']),
  stepId: z.string().max(64),
});
export type VersionSwitch = z.infer<typeof VersionSwitch>;

/** A key, or one below jump steps: as many as may be open at once. */
const ValueName = z.string().max(2_000);

/** What the agent's screen stores of a call; `id` is made by the client, so every request can be repeated safely. */
export const CallState = z.strictObject({
  scriptId: z.string().max(64),
  version: z.number().int().positive(),
  path: z.array(PathEntry).max(2_000),
  /** Absent from what screens of before its time send. */
  undone: z.array(UndoneEntry).max(2_000).optional(),
  /** By key; of a called script under the jump steps that led there, `s5/quantity` (script/walk/scope.ts). */
  fields: z.record(ValueName, FieldValue),
  placeholders: z.record(ValueName, z.string().max(500)),
  memo: z.string().max(20_000),
  switches: z.array(VersionSwitch).max(200),
});
export type CallState = z.infer<typeof CallState>;

/** What the server merges one by one, each under the `rev` that wrote it. */
export const callParts = ['version', 'path', 'undone', 'fields', 'placeholders', 'memo', 'switches'] as const;
export type CallPart = (typeof callParts)[number];

/**
 * Where a save comes from: `seat` is made by the client for each browser that goes on with a call, `base` the `revision` of the call that
 * it last heard of. Absent from what screens of before their time send: those are merged by `rev` alone.
 */
const fromSeat = {
  seat: z
    .string()
    .regex(/^[A-Za-z0-9_-]{8,40}$/u)
    .optional(),
  base: z.number().int().nonnegative().optional(),
};

/** What was typed at a seat while the call went on at another one: kept beside the call until its agent has put it away. */
export const Aside = z.object({
  id: z.string(),
  at: z.string(),
  state: CallState.omit({ scriptId: true }).partial(),
});
export type Aside = z.infer<typeof Aside>;

export const StartCall = CallState.extend({
  id: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/u),
  startedAt: z.iso.datetime({ offset: true }),
});
export type StartCall = z.infer<typeof StartCall>;

/**
 * `rev` rises with each save of the client; an older one that arrives late is ignored, never applied over a newer one. A part that
 * another seat has written since `base` stays as it is; what came too late is kept as an aside.
 */
export const SaveCall = CallState.partial().extend({ ...fromSeat, rev: z.number().int().nonnegative() });
export type SaveCall = z.infer<typeof SaveCall>;

export const EndCall = z.strictObject({
  ...fromSeat,
  rev: z.number().int().nonnegative(),
  outcome: z.string().max(100).nullable(),
  endedAt: z.iso.datetime({ offset: true }),
  state: CallState.partial().optional(),
});
export type EndCall = z.infer<typeof EndCall>;

export const Call = z.object({
  ...CallState.shape,
  id: z.string(),
  accountId: z.string(),
  outcome: z.string().nullable(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  rev: z.number().int(),
  /** Null: the path fits the versions of the call, or the call has not ended. */
  unverified: PathFault.nullable().optional(),
  /** Rises with each write of the call, from whatever seat. */
  revision: z.number().int().optional(),
  /** With the answer to a save: what other seats have written since its `base`. It has to be taken over from this answer. */
  elsewhere: z.array(z.enum(callParts)).optional(),
  asides: z.array(Aside).optional(),
  /** Whose call it is: for those who may read everybody's. */
  agent: Person.optional(),
});
export type Call = z.infer<typeof Call>;
