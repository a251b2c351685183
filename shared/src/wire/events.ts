import { z } from 'zod';
import { Script } from '../script/schema.ts';
import { ReleaseClass } from '../version.ts';

const Seq = z.number().int().nonnegative();

/** A changed step as pushed with a release: enough to say what changed before the version itself is there. */
export const ChangeNote = z.object({
  stepId: z.string(),
  change: z.enum(['added', 'removed', 'changed', 'moved']),
  title: z.string(),
});
export type ChangeNote = z.infer<typeof ChangeNote>;

/** Server to client. `script` travels inside when its JSON is at most `inlineScriptBytes`, else it is fetched by number. */
export const ReleaseEvent = z.object({
  seq: Seq,
  scriptId: z.string(),
  version: z.number().int().positive(),
  title: z.string(),
  note: z.string(),
  class: ReleaseClass,
  hash: z.string(),
  changes: z.array(ChangeNote),
  publishedAt: z.string(),
  author: z.string(),
  /** Until when it is to be acknowledged. */
  deadlineAt: z.string().nullable().optional(),
  script: Script.optional(),
});
export type ReleaseEvent = z.infer<typeof ReleaseEvent>;

/** A script is taken out of use at once: what agents read instead, and why. */
export const WithdrawnEvent = z.object({
  seq: Seq,
  scriptId: z.string(),
  substitute: z.string(),
  reason: z.string(),
  title: z.string(),
  /** The version that was current. */
  version: z.number().int().positive(),
  withdrawnAt: z.string(),
  author: z.string(),
});
export type WithdrawnEvent = z.infer<typeof WithdrawnEvent>;

export const SessionEndedEvent = z.object({ reason: z.string() });
export type SessionEndedEvent = z.infer<typeof SessionEndedEvent>;

/**
 * A place on the map, shown to the others in the same script; null: not on the map, only there to see theirs. Server adds
 * who.
 */
export const Pointer = z.strictObject({
  scriptId: z.string().max(64),
  x: z.number().nullable(),
  y: z.number().nullable(),
});
export type Pointer = z.infer<typeof Pointer>;
export interface PointerEvent extends Pointer {
  accountId: string;
  name: string;
}

/** «ここを見て»: a place in a draft that one editor shows the others; `field` as in presence. Server adds who. */
export const Look = z.strictObject({
  scriptId: z.string().max(64),
  stepId: z.string().max(64),
  field: z.string().max(120).nullable(),
});
export type Look = z.infer<typeof Look>;
export interface LookEvent extends Look {
  accountId: string;
  name: string;
}

/** One of the tenant's numbered facts; `elsewhere` is one that is not for this agent's teams. */
export const FeedItem = z.discriminatedUnion('kind', [
  ReleaseEvent.extend({ kind: z.literal('release') }),
  WithdrawnEvent.extend({ kind: z.literal('withdrawn') }),
  z.object({ seq: Seq, kind: z.literal('elsewhere') }),
]);
export type FeedItem = z.infer<typeof FeedItem>;

/** Everything after `since`, in order, without `script`. `seq` is the newest number that `items` reaches or the tenant's newest. */
export const Feed = z.object({ seq: Seq, items: z.array(FeedItem) });
export type Feed = z.infer<typeof Feed>;

export const Resume = z.strictObject({ since: Seq });
export type Resume = z.infer<typeof Resume>;
export const Seen = z.strictObject({ seq: Seq });
export type Seen = z.infer<typeof Seen>;

/** What a client-to-server event is answered with. */
export type Acknowledgement<T> = ({ ok: true } & T) | { ok: false; error: string };

/**
 * Something has changed for who has this script open: its comments, its sample callers, its metadata; or a colleague who need not
 * be in it has replaced text (`replaced`) or taken that back (`takenBack`), or put a file in the draft's place (`imported`) or
 * taken that back (`importUndone`).
 */
export const ScriptNewsKind = z.enum([
  'comments',
  'samples',
  'meta',
  'replaced',
  'takenBack',
  'imported',
  'importUndone',
]);
export type ScriptNewsKind = z.infer<typeof ScriptNewsKind>;
export interface ScriptNewsEvent {
  scriptId: string;
  kind: ScriptNewsKind;
  /** Who did it, with the last four. */
  by?: { id: string; name: string };
  /** With `replaced` and `takenBack`: how many places. */
  count?: number;
  /** With `imported`: what takes it back. */
  importId?: string;
}

/** How many mentions and answers wait for this account, after one came or was read. */
export interface MentionEvent {
  unread: number;
}

/** What is known of who has read these releases has changed: for those who may read rosters. */
export interface ReceiptsEvent {
  seqs: number[];
}

/** A supervisor asks this agent to acknowledge a release. */
export const ReminderEvent = z.object({
  seq: Seq,
  scriptId: z.string(),
  title: z.string(),
  version: z.number().int(),
});
export type ReminderEvent = z.infer<typeof ReminderEvent>;

export interface ServerToClient {
  release: (event: ReleaseEvent) => void;
  withdrawn: (event: WithdrawnEvent) => void;
  'session-ended': (event: SessionEndedEvent) => void;
  pointer: (event: PointerEvent) => void;
  'script-news': (event: ScriptNewsEvent) => void;
  mention: (event: MentionEvent) => void;
  look: (event: LookEvent) => void;
  receipts: (event: ReceiptsEvent) => void;
  reminder: (event: ReminderEvent) => void;
}

export interface ClientToServer {
  resume: (ask: Resume, answer: (reply: Feed | { error: string }) => void) => void;
  seen: (ask: Seen, answer: (reply: Acknowledgement<object>) => void) => void;
  ack: (ask: Seen, answer: (reply: Acknowledgement<object>) => void) => void;
  pointer: (pointer: Pointer) => void;
  look: (look: Look, answer: (reply: Acknowledgement<object>) => void) => void;
}
