import { AppError } from '@daihon/shared/errors';
import type { TimelineEntry } from '@daihon/shared/wire/points';
import type { Page } from '@daihon/shared/wire/http';
import { findNames } from '../../../store/accounts.ts';
import { record } from '../../../store/auditLog.ts';
import type { AuditRow } from '../../../store/auditRows.ts';
import { findRows } from '../../../store/auditRows.ts';
import { listPoints } from '../../../store/draftPoints.ts';
import { listVersions } from '../../../store/versions.ts';
import { auditNote } from '../../auditNote.ts';
import { authorise } from '../../authorise.ts';
import type { Context, Ports } from '../../context.ts';
import { demandHistory } from '../versionView.ts';
import type { EditGroup } from './editGroups.ts';
import { editGroups } from './editGroups.ts';
import { pointView } from './pointView.ts';

/** So many edits are looked through for one page. */
const ROWS = 1_000;
const MOST_POINTS = 500;

/** Of a page: the number of the record below which it begins, and the time before which it tells what is not in that record. */
interface Place {
  n: number;
  before: Date;
}

/**
 * Who changed what when, newest first, with the points of the timeline and what was published. The edits are read from the record, which
 * keeps them when the draft's own log is merged away.
 */
export async function readTimeline(
  ports: Ports,
  context: Context,
  scriptId: string,
  cursor: string | null,
): Promise<Page<TimelineEntry>> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'draft.read');
  const script = await demandHistory(tenantId, scriptId);
  const place = cursor === null ? null : openCursor(cursor);
  const query = {
    scriptId,
    actions: ['update'],
    ...(place === null ? {} : { beforeN: place.n }),
  };
  const rows = await findRows('socket', tenantId, query, ROWS);
  const { groups, next } = wholeGroups(rows);
  const period = { from: next?.before ?? null, to: place?.before ?? null };
  const items = [
    ...(await editEntries(ports, tenantId, scriptId, groups)),
    ...(await pointEntries(tenantId, scriptId, period)),
    ...(await versionEntries(tenantId, scriptId, period)),
  ].sort((a, b) => timeOf(b).localeCompare(timeOf(a)));
  const target = { type: 'script', id: scriptId, label: script.title };
  await record([auditNote(context, 'operation', { action: 'timeline.read', target, scriptId })]);
  return { items, nextCursor: next === null ? null : `${next.n}.${next.before.getTime()}` };
}

interface Period {
  from: Date | null;
  to: Date | null;
}

/** While there are more rows, what may go on in them waits for the next page, unless it is all there is. */
function wholeGroups(rows: readonly AuditRow[]): { groups: EditGroup[]; next: Place | null } {
  const groups = editGroups(rows);
  const last = rows.at(-1);
  if (rows.length < ROWS || last === undefined) return { groups, next: null };
  const oldest = groups.at(-1);
  if (oldest === undefined || groups.length === 1) return { groups, next: { n: last.n, before: last.at } };
  const cut = new Date(oldest.to.getTime() + 1);
  const whole = groups.filter(({ from }) => from >= cut);
  if (whole.length === 0) return { groups, next: { n: last.n, before: last.at } };
  const n = Math.min(...whole.map((group) => group.n));
  const rest = rows.filter((row) => row.n < n);
  return { groups: editGroups(rows.filter((row) => row.n >= n)), next: { n, before: rest[0]?.at ?? cut } };
}

async function editEntries(
  ports: Ports,
  tenantId: string,
  scriptId: string,
  groups: readonly EditGroup[],
): Promise<TimelineEntry[]> {
  if (groups.length === 0) return [];
  const draft = await ports.drafts.read(tenantId, scriptId);
  const titles = new Map(draft.steps.map(({ id, title }) => [id, title]));
  const names = await findNames(
    tenantId,
    groups.map(({ accountId }) => accountId),
  );
  return groups.map(({ accountId, loginId, how, from, to, count, stepIds }) => ({
    type: 'edit' as const,
    by: names.get(accountId) ?? loginId,
    from: from.toISOString(),
    to: to.toISOString(),
    count,
    how,
    steps: [...stepIds].map((id) => ({ id, title: id === '' ? '' : (titles.get(id) ?? null) })),
  }));
}

async function pointEntries(tenantId: string, scriptId: string, period: Period): Promise<TimelineEntry[]> {
  const points = await listPoints(tenantId, scriptId, { ...period, limit: MOST_POINTS });
  return points.map((point) => ({ type: 'point' as const, ...pointView(point) }));
}

async function versionEntries(tenantId: string, scriptId: string, period: Period): Promise<TimelineEntry[]> {
  const versions = await listVersions(tenantId, scriptId, { before: null, limit: 200 });
  const { from, to } = period;
  return versions
    .filter(({ publishedAt: at }) => (from === null || at >= from) && (to === null || at < to))
    .map(({ number, note, author, publishedAt }) => ({
      type: 'version' as const,
      number,
      note,
      by: author.name,
      at: publishedAt.toISOString(),
    }));
}

function timeOf(entry: TimelineEntry): string {
  return entry.type === 'edit' ? entry.to : entry.at;
}

function openCursor(cursor: string): Place {
  const match = /^(\d{1,15})\.(\d{1,15})$/u.exec(cursor);
  if (match === null) {
    throw new AppError('bad_input', undefined, {
      errors: [{ pointer: '/cursor', detail: 'unknown cursor' }],
    });
  }
  return { n: Number(match[1]), before: new Date(Number(match[2])) };
}
