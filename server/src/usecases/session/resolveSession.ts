import { can } from '@daihon/shared/access';
import type { Limits } from '@daihon/shared/limits';
import { addressAllowed } from '../../platform/address.ts';
import { now } from '../../platform/clock.ts';
import type { AccountRecord } from '../../store/accounts.ts';
import { findAccount } from '../../store/accounts.ts';
import type { SessionGrant } from '../../store/sessions.ts';
import type { Tenant } from '../../store/tenants.ts';
import { findTenant } from '../../store/tenants.ts';

export type Resolved =
  | { state: 'valid'; account: AccountRecord; tenant: Tenant; endsAtMs: number; idleMs: number }
  /** The session is over: it is to be deleted. */
  | { state: 'over' }
  /** The session stands, but not from this address. */
  | { state: 'address' };

/** Whether a session still gives access, decided on the store's present account and tenant; `seenAtMs` is its newest activity. */
export async function resolveSession(
  limits: Limits,
  grant: SessionGrant,
  seenAtMs: number,
  address: string,
): Promise<Resolved> {
  const [account, tenant] = await Promise.all([
    findAccount(grant.tenantId, grant.accountId),
    findTenant(grant.tenantId),
  ]);
  if (account === null || tenant === null) return { state: 'over' };
  if (account.state !== 'active' || tenant.state !== 'active') return { state: 'over' };
  if (account.epoch !== grant.accountEpoch || tenant.epoch !== grant.tenantEpoch) return { state: 'over' };
  const idleMs = idleLimitMs(limits, account);
  const endsAtMs = grant.signedInAt + limits.sessionAbsoluteMs;
  const nowMs = now().getTime();
  if (nowMs >= endsAtMs || nowMs >= seenAtMs + idleMs) return { state: 'over' };
  if (!addressAllowed(address, tenant.addressRules)) return { state: 'address' };
  return { state: 'valid', account, tenant, endsAtMs, idleMs };
}

/** Those who run calls stay signed in for a shift: they read more than they click. */
function idleLimitMs(limits: Limits, account: AccountRecord): number {
  return can(account, 'call.run') ? limits.sessionIdleAgentMs : limits.sessionIdleMs;
}
