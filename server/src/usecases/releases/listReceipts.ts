import type { Roster } from '@daihon/shared/receipts';
import { now } from '../../platform/clock.ts';
import { record } from '../../store/auditLog.ts';
import { newestReminder } from '../../store/reminders.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { remindAgainAt } from './remind.ts';
import { demandRelease, isOvertaken, readRoster } from './roster.ts';
import { pageOfRoster } from './rosterPage.ts';

export interface RosterAsk {
  /** Null: the script's current release. */
  seq: number | null;
  cursor: string | null;
  limit: number;
  /** Only those who have still to do what it asks for. */
  missing: boolean;
  /** A part of a name or a login ID. */
  q: string;
}

/** One page of whom a release is addressed to and what they did with it, with the counts of all. Throws `not_found`. */
export async function listReceipts(context: Context, scriptId: string, ask: RosterAsk): Promise<Roster> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'receipt.read');
  const { script, release } = await demandRelease(tenantId, scriptId, ask.seq);
  const [{ lines, counts }, reminder, overtaken] = await Promise.all([
    readRoster(tenantId, release),
    newestReminder(tenantId, release.seq),
    isOvertaken(tenantId, release),
  ]);
  if (isNewViewing(context, release.seq)) {
    const target = { type: 'release', id: String(release.seq), label: script.title };
    await record([auditNote(context, 'operation', { action: 'receipt.list', target, scriptId })]);
  }
  const { seq, version, title, note, hash, author, deadlineAt } = release;
  return {
    seq,
    version,
    title,
    note,
    class: release.class,
    hash,
    publishedAt: release.publishedAt.toISOString(),
    author,
    deadlineAt: deadlineAt?.toISOString() ?? null,
    overtaken,
    counts,
    reminded:
      reminder === null
        ? null
        : {
            at: reminder.at.toISOString(),
            by: reminder.by.name,
            people: reminder.accountIds.length,
            againAt: remindAgainAt(reminder).toISOString(),
          },
    ...pageOfRoster(lines, ask),
  };
}

/** A roster that stays open is read anew with every receipt: that is one viewing and one row a minute, not a thousand. */
function isNewViewing({ actor, origin }: Context, seq: number): boolean {
  const key = `${actor.tenantId}.${actor.accountId}.${origin.sessionId ?? ''}.${seq}`;
  const at = now().getTime();
  const last = viewings.get(key);
  if (last !== undefined && at - last < viewingMs) return false;
  for (const [old, since] of viewings) if (at - since >= viewingMs) viewings.delete(old);
  viewings.set(key, at);
  return true;
}

const viewingMs = 60_000;
const viewings = new Map<string, number>();
