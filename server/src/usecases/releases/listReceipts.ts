import { can } from '@daihon/shared/access';
import { AppError } from '@daihon/shared/errors';
import { record } from '../../store/auditLog.ts';
import type { AccountRecord } from '../../store/accounts.ts';
import { listAccounts } from '../../store/accounts.ts';
import type { Receipt } from '../../store/receipts.ts';
import { listReceipts as findReceipts } from '../../store/receipts.ts';
import { findRelease } from '../../store/releases.ts';
import { findScript } from '../../store/scripts.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

/** One agent of the roster; all times null: it has not reached them yet. */
export interface RosterLine {
  account: { id: string; loginId: string; name: string };
  receivedAt: string | null;
  openedAt: string | null;
  acknowledgedAt: string | null;
}

export interface Roster {
  seq: number;
  version: number;
  items: RosterLine[];
  nextCursor: string | null;
}

/** Every agent of the tenant with what they did with one release (`seq` null: the script's current one), by login ID. */
export async function listReceipts(
  context: Context,
  scriptId: string,
  ask: { seq: number | null; cursor: string | null; limit: number },
): Promise<Roster> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'receipt.read');
  const script = await findScript(tenantId, scriptId);
  const seq = ask.seq ?? script?.published?.seq;
  const release = seq === undefined ? null : await findRelease(tenantId, { seq });
  if (script === null || release?.scriptId !== scriptId) throw new AppError('not_found');
  const receipts = new Map(
    (await findReceipts(tenantId, release.seq)).map((receipt) => [receipt.accountId, receipt]),
  );
  const page = await rosterPage(tenantId, receipts, ask);
  const target = { type: 'release', id: String(release.seq), label: script.title };
  await record([auditNote(context, 'operation', { action: 'receipt.list', target, scriptId })]);
  return { seq: release.seq, version: release.version, ...page };
}

async function rosterPage(
  tenantId: string,
  receipts: ReadonlyMap<string, Receipt>,
  ask: { cursor: string | null; limit: number },
): Promise<Pick<Roster, 'items' | 'nextCursor'>> {
  const items: RosterLine[] = [];
  let after = ask.cursor;
  for (;;) {
    const accounts = await listAccounts(tenantId, { afterLoginId: after, limit: 200 });
    for (const account of accounts) {
      after = account.loginId;
      if (isOnRoster(account, receipts)) items.push(rosterLine(account, receipts.get(account.id)));
      if (items.length === ask.limit) return { items, nextCursor: after };
    }
    if (accounts.length < 200) return { items, nextCursor: null };
  }
}

/** Agents who work, and whoever has a receipt although they no longer do. */
function isOnRoster(account: AccountRecord, receipts: ReadonlyMap<string, Receipt>): boolean {
  const works = account.state === 'active' && can(account, 'release.acknowledge');
  return works || receipts.has(account.id);
}

function rosterLine(account: AccountRecord, receipt: Receipt | undefined): RosterLine {
  const { id, loginId, name } = account;
  return {
    account: { id, loginId, name },
    receivedAt: receipt?.receivedAt.toISOString() ?? null,
    openedAt: receipt?.openedAt?.toISOString() ?? null,
    acknowledgedAt: receipt?.acknowledgedAt?.toISOString() ?? null,
  };
}
