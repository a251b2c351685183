import { can, rolesWith } from '@daihon/shared/access';
import type { RosterCounts, RosterLine } from '@daihon/shared/receipts';
import { isDone } from '@daihon/shared/receipts';
import { AppError } from '@daihon/shared/errors';
import type { AccountRecord } from '../../store/accounts.ts';
import { findAccounts, listActiveOfRoles } from '../../store/accounts.ts';
import type { Receipt } from '../../store/receipts.ts';
import { listReceipts } from '../../store/receipts.ts';
import type { ReleaseRecord } from '../../store/releases.ts';
import { findRelease, listAskingReleases } from '../../store/releases.ts';
import { findRoster } from '../../store/rosters.ts';
import type { ScriptRecord } from '../../store/scriptRows.ts';
import { findScript } from '../../store/scripts.ts';

/** A release of the script by its number (null: the current one). Throws `not_found` where there is none, or it is another script's. */
export async function demandRelease(
  tenantId: string,
  scriptId: string,
  seq: number | null,
): Promise<{ script: ScriptRecord; release: ReleaseRecord }> {
  const script = await findScript(tenantId, scriptId);
  const wanted = seq ?? script?.published?.seq;
  const release = wanted === undefined ? null : await findRelease(tenantId, { seq: wanted });
  if (script === null || release?.scriptId !== scriptId || release.substitute !== null) {
    throw new AppError('not_found');
  }
  return { script, release };
}

/** Whether a later release of the same script asks for an acknowledgement, which then covers this one. */
export async function isOvertaken(tenantId: string, release: ReleaseRecord): Promise<boolean> {
  const [newest] = await listAskingReleases(tenantId, release.scriptId, 1);
  return newest !== undefined && newest.seq > release.seq;
}

/** Whom a release is addressed to and what they did with it, the missing ones first, then by login ID. */
export async function readRoster(
  tenantId: string,
  release: ReleaseRecord,
): Promise<{ lines: RosterLine[]; counts: RosterCounts }> {
  const [addressed, found] = await Promise.all([
    addresseesOf(tenantId, release.id),
    listReceipts(tenantId, release.seq),
  ]);
  const receipts = new Map(found.map((receipt) => [receipt.accountId, receipt]));
  const ids = [...new Set([...addressed, ...receipts.keys()])];
  const accounts = new Map((await findAccounts(tenantId, ids)).map((account) => [account.id, account]));
  const lines = ids.map((id) => lineOf(release, id, accounts.get(id), receipts.get(id), addressed.has(id)));
  return { lines: lines.sort(missingFirst), counts: countsOf(lines) };
}

/** Releases of before there were rosters are taken to be addressed to whoever works now. */
async function addresseesOf(tenantId: string, releaseId: string): Promise<Set<string>> {
  const frozen = await findRoster(tenantId, releaseId);
  if (frozen !== null) return new Set(frozen);
  const people = await listActiveOfRoles(tenantId, rolesWith('release.acknowledge'));
  return new Set(people.map(({ id }) => id));
}

function lineOf(
  release: ReleaseRecord,
  id: string,
  account: AccountRecord | undefined,
  receipt: Receipt | undefined,
  addressed: boolean,
): RosterLine {
  const times = {
    receivedAt: receipt?.receivedAt.toISOString() ?? null,
    openedAt: receipt?.openedAt?.toISOString() ?? null,
    acknowledgedAt: receipt?.acknowledgedAt?.toISOString() ?? null,
  };
  const works = account?.state === 'active' && can(account, 'release.acknowledge');
  return {
    account: { id, loginId: account?.loginId ?? '', name: account?.name ?? '' },
    standing: !addressed ? 'later' : works ? 'addressed' : 'left',
    ...times,
    missing: addressed && works && !isDone(release.class, times),
  };
}

function missingFirst(a: RosterLine, b: RosterLine): number {
  return (
    Number(b.missing) - Number(a.missing) ||
    compare(a.account.loginId, b.account.loginId) ||
    compare(a.account.id, b.account.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function countsOf(lines: readonly RosterLine[]): RosterCounts {
  const counted = lines.filter(({ standing }) => standing === 'addressed');
  const having = (name: 'receivedAt' | 'openedAt' | 'acknowledgedAt') =>
    counted.filter((line) => line[name] !== null).length;
  return {
    addressees: counted.length,
    received: having('receivedAt'),
    opened: having('openedAt'),
    acknowledged: having('acknowledgedAt'),
    missing: counted.filter(({ missing }) => missing).length,
  };
}
