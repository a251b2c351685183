import { AppError } from '@daihon/shared/errors';
import { now } from '../../platform/clock.ts';
import { record } from '../../store/auditLog.ts';
import type { Reminder } from '../../store/reminders.ts';
import { insertReminder, newestReminder } from '../../store/reminders.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { demandRelease, isOvertaken, readRoster } from './roster.ts';

/** People are asked once, not pestered. */
const pauseMs = 10 * 60_000;

/** From when on a release may be reminded of again. */
export function remindAgainAt({ at }: Pick<Reminder, 'at'>): Date {
  return new Date(at.getTime() + pauseMs);
}

/**
 * Asks those who have still to acknowledge a release, live and at their next look; answers how many. Throws `throttled` within ten
 * minutes of the last time, `conflict` where nobody is missing, nothing is asked for, or a later release asks for the same.
 */
export async function remind(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  scriptId: string,
  seq: number,
): Promise<{ reminded: number; at: string }> {
  const { tenantId, accountId, name } = context.actor;
  authorise(context.actor, 'receipt.remind');
  const { release } = await demandRelease(tenantId, scriptId, seq);
  if (release.class === 'notice' || (await isOvertaken(tenantId, release))) {
    throw new AppError('conflict', 'This release asks for no acknowledgement');
  }
  const missing = (await readRoster(tenantId, release)).lines.filter((line) => line.missing);
  const accountIds = missing.map(({ account }) => account.id);
  if (accountIds.length === 0) throw new AppError('conflict', 'Everyone has acknowledged it');
  const at = now();
  const reminder = { seq, by: { id: accountId, name }, accountIds };
  if (!(await insertReminder(tenantId, reminder, new Date(at.getTime() - pauseMs)))) {
    await refuse(tenantId, seq, at);
  }
  const target = { type: 'release', id: String(seq), label: release.title };
  const detail = { version: release.version, people: accountIds.length };
  await record([auditNote(context, 'operation', { action: 'receipt.remind', target, scriptId, detail })]);
  const { title, version } = release;
  ports.facts.emit({ type: 'reminded', tenantId, accountIds, event: { seq, scriptId, title, version } });
  return { reminded: accountIds.length, at: at.toISOString() };
}

async function refuse(tenantId: string, seq: number, at: Date): Promise<never> {
  const last = await newestReminder(tenantId, seq);
  const waitMs = last === null ? pauseMs : remindAgainAt(last).getTime() - at.getTime();
  throw new AppError('throttled', 'They were reminded a moment ago', {
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1_000)),
  });
}
