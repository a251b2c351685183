import type { OwnReading, PendingRelease } from '@daihon/shared/receipts';
import { listReceiptsOf } from '../../store/receipts.ts';
import type { ReleaseHead } from '../../store/releases.ts';
import { listAskingReleases, versionsOfSeqs } from '../../store/releases.ts';
import { remindersOf } from '../../store/reminders.ts';
import { addressedTo } from '../../store/rosters.ts';
import { listOutIds } from '../../store/scriptLists.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

/** Far more releases than a centre makes in a year. */
const mostReleases = 2_000;

/**
 * What an agent has acknowledged and read, and what is still asked of them: of each script that is out, its newest release that asks
 * for it and was addressed to them. The same at every seat.
 */
export async function ownReading(context: Context): Promise<OwnReading> {
  const { tenantId, accountId } = context.actor;
  authorise(context.actor, 'release.acknowledge');
  const [receipts, asking] = await Promise.all([
    listReceiptsOf(tenantId, accountId, mostReleases),
    listAskingReleases(tenantId, null, mostReleases),
  ]);
  const acknowledged = receipts.filter((receipt) => receipt.acknowledgedAt !== null).map(({ seq }) => seq);
  const opened = receipts.filter((receipt) => receipt.openedAt !== null).map(({ seq }) => seq);
  const known = new Set(acknowledged);
  const open = newestOfEach(asking).filter(({ seq }) => !known.has(seq));
  const [pending, lastRead] = await Promise.all([
    pendingOf(tenantId, accountId, open),
    lastReadOf(tenantId, opened),
  ]);
  return { acknowledged, pending, lastRead };
}

/** An acknowledgement of a later version covers those before it. */
function newestOfEach(newestFirst: readonly ReleaseHead[]): ReleaseHead[] {
  const byScript = new Map<string, ReleaseHead>();
  for (const release of newestFirst) {
    if (!byScript.has(release.scriptId)) byScript.set(release.scriptId, release);
  }
  return [...byScript.values()];
}

async function pendingOf(
  tenantId: string,
  accountId: string,
  open: readonly ReleaseHead[],
): Promise<PendingRelease[]> {
  if (open.length === 0) return [];
  const seqs = open.map(({ seq }) => seq);
  const [addressed, reminders, outIds] = await Promise.all([
    addressedTo(
      tenantId,
      accountId,
      open.map(({ id }) => id),
    ),
    remindersOf(tenantId, accountId, seqs),
    listOutIds(tenantId),
  ]);
  const out = new Set(outIds);
  return open
    .filter(({ id, scriptId }) => addressed.has(id) && out.has(scriptId))
    .map((release) => {
      const { id: _id, publishedAt, deadlineAt, ...told } = release;
      return {
        ...told,
        publishedAt: publishedAt.toISOString(),
        deadlineAt: deadlineAt?.toISOString() ?? null,
        remindedAt: reminders.get(release.seq)?.toISOString() ?? null,
      };
    });
}

async function lastReadOf(tenantId: string, opened: readonly number[]): Promise<Record<string, number>> {
  const lastRead: Record<string, number> = {};
  if (opened.length === 0) return lastRead;
  for (const { scriptId, version } of await versionsOfSeqs(tenantId, opened)) {
    lastRead[scriptId] = Math.max(version, lastRead[scriptId] ?? 0);
  }
  return lastRead;
}
