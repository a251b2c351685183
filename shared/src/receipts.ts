import { z } from 'zod';
import { ReleaseClass } from './version.ts';

const Time = z.string().nullable();

/** One addressee of a release with what they did; all times null: it has not reached them yet. */
export const RosterLine = z.object({
  account: z.object({ id: z.string(), loginId: z.string(), name: z.string() }),
  /** `left`: addressed, but no agent who works any more. `later`: not addressed, and yet has it (joined afterwards). */
  standing: z.enum(['addressed', 'left', 'later']),
  receivedAt: Time,
  openedAt: Time,
  acknowledgedAt: Time,
  /** Still to do what the class asks for. */
  missing: z.boolean(),
});
export type RosterLine = z.infer<typeof RosterLine>;

/** How far a release has come among those addressed who still work. */
export const RosterCounts = z.object({
  addressees: z.number().int(),
  received: z.number().int(),
  opened: z.number().int(),
  acknowledged: z.number().int(),
  missing: z.number().int(),
});
export type RosterCounts = z.infer<typeof RosterCounts>;

/** One page of a roster: the missing ones first, then by login ID. */
export interface Roster {
  seq: number;
  version: number;
  title: string;
  note: string;
  class: ReleaseClass;
  hash: string;
  publishedAt: string;
  author: string;
  deadlineAt: string | null;
  /** A later release of the script asks for the same: nobody is reminded of this one any more. */
  overtaken: boolean;
  counts: RosterCounts;
  /** The newest reminder, and from when on there may be another. */
  reminded: { at: string; by: string; people: number; againAt: string } | null;
  items: RosterLine[];
  nextCursor: string | null;
}

/** What of a release counts as done: acknowledged where that is asked for, else received. */
export function isDone(
  releaseClass: ReleaseClass,
  line: Pick<RosterLine, 'receivedAt' | 'acknowledgedAt'>,
): boolean {
  return (releaseClass === 'notice' ? line.receivedAt : line.acknowledgedAt) !== null;
}

/** A release that an agent has still to acknowledge. */
export const PendingRelease = z.object({
  seq: z.number().int(),
  scriptId: z.string(),
  version: z.number().int(),
  title: z.string(),
  note: z.string(),
  class: ReleaseClass,
  publishedAt: z.string(),
  author: z.string(),
  deadlineAt: Time,
  remindedAt: Time,
});
export type PendingRelease = z.infer<typeof PendingRelease>;

/** What the server knows of one agent's own reading: the same at every seat. */
export const OwnReading = z.object({
  acknowledged: z.array(z.number().int()),
  pending: z.array(PendingRelease),
  /** Script id to the newest version that this agent has opened. */
  lastRead: z.record(z.string(), z.number().int()),
});
export type OwnReading = z.infer<typeof OwnReading>;
