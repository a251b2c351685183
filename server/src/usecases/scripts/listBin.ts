import type { BinnedScript } from '@daihon/shared/wire/http';
import { findNames } from '../../store/accounts.ts';
import { record } from '../../store/auditLog.ts';
import { listBinned } from '../../store/scriptLists.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { summarise } from './scriptView.ts';

/** How long a script stays in the bin. */
const binDays = 30;

/** What lies in the bin, the latest first, with who put it there, when, and until when it stays. */
export async function listBin(ports: Ports, context: Context): Promise<BinnedScript[]> {
  const { actor } = context;
  authorise(actor, 'script.edit');
  const rows = await listBinned(actor.tenantId);
  const binners = rows.flatMap(({ binned }) => (binned === null ? [] : [binned.by]));
  const [summaries, names] = await Promise.all([
    summarise(ports, actor, rows),
    findNames(actor.tenantId, binners),
  ]);
  await record([auditNote(context, 'operation', { action: 'bin.list', detail: { items: rows.length } })]);
  return rows.flatMap(({ binned }, index) => {
    const script = summaries[index];
    if (binned === null || script === undefined) return [];
    const until = new Date(binned.at.getTime() + binDays * 86_400_000);
    const by = { id: binned.by, name: names.get(binned.by) ?? '' };
    return { script, binnedAt: binned.at.toISOString(), binnedBy: by, until: until.toISOString() };
  });
}
