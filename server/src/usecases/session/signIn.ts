import { LoginId } from '@daihon/shared/account';
import { AppError } from '@daihon/shared/errors';
import type { SignIn } from '@daihon/shared/wire/http';
import { addressAllowed } from '../../platform/address.ts';
import { now, randomBytes } from '../../platform/clock.ts';
import { passwordMatches } from '../../platform/passwords.ts';
import type { AccountRecord } from '../../store/accounts.ts';
import { findAccountByLoginId } from '../../store/accounts.ts';
import { record } from '../../store/auditLog.ts';
import type { SessionGrant } from '../../store/sessions.ts';
import type { Tenant } from '../../store/tenants.ts';
import { INSTALLATION, findTenant } from '../../store/tenants.ts';
import type { Origin } from '../context.ts';
import type { SignInThrottle } from './throttle.ts';

export interface SignedIn {
  account: AccountRecord;
  tenant: Tenant;
  grant: SessionGrant;
}

const MAX_PASSWORD_BYTES = 1_024;

/**
 * Checks a pair and grants a session. Throws `wrong_credentials` for every wrong pair alike (unknown, wrong, suspended, invited) after the same
 * work, `throttled` after too many failures. Success and failure are rows of the access log.
 */
export async function signIn(throttle: SignInThrottle, origin: Origin, ask: SignIn): Promise<SignedIn> {
  // More bytes than any password has: refused before any hashing.
  if (Buffer.byteLength(ask.password) > MAX_PASSWORD_BYTES) throw new AppError('bad_input');
  const loginId = LoginId.safeParse(ask.loginId).data ?? ask.loginId.toLowerCase();
  try {
    await throttle.enter(loginId, origin.address);
  } catch (error) {
    await recordSignIn(null, loginId, origin, 'refused', { reason: 'throttled' });
    throw error;
  }
  const account = await findAccountByLoginId(loginId);
  // Looked up for unknown accounts too: they must not be quicker by a look-up.
  const tenant = await findTenant(account?.tenantId ?? INSTALLATION);
  const matches = await passwordMatches(account?.passwordHash ?? null, ask.password);
  const obstacle = obstacleOf(account, tenant, matches, origin.address);
  if (account === null || tenant === null || obstacle !== null) {
    await throttle.failed(loginId, origin.address);
    await recordSignIn(account, loginId, origin, 'failed', { reason: obstacle });
    throw new AppError('wrong_credentials');
  }
  await throttle.succeeded(loginId, origin.address);
  return { account, tenant, grant: grantOf(account, tenant, origin) };
}

/** The row of a sign-in that worked; written when its session has an id. */
export async function recordSignedIn(account: AccountRecord, origin: Origin): Promise<void> {
  await recordSignIn(account, account.loginId, origin, 'ok', {});
}

function obstacleOf(
  account: AccountRecord | null,
  tenant: Tenant | null,
  matches: boolean,
  address: string,
): string | null {
  if (account === null || tenant === null) return 'unknown';
  if (!matches) return 'password';
  if (account.state !== 'active' || tenant.state !== 'active') return 'state';
  if (!addressAllowed(address, tenant.addressRules)) return 'address';
  return null;
}

function grantOf(account: AccountRecord, tenant: Tenant, origin: Origin): SessionGrant {
  const nowMs = now().getTime();
  return {
    tenantId: tenant.id,
    accountId: account.id,
    accountEpoch: account.epoch,
    tenantEpoch: tenant.epoch,
    signedInAt: nowMs,
    seenAt: nowMs,
    csrf: randomBytes(24).toString('base64url'),
    address: origin.address,
    agent: origin.agent,
  };
}

async function recordSignIn(
  account: AccountRecord | null,
  loginId: string,
  origin: Origin,
  result: 'ok' | 'refused' | 'failed',
  detail: Record<string, unknown>,
): Promise<void> {
  await record([
    {
      tenantId: account?.tenantId ?? INSTALLATION,
      log: 'access',
      action: 'sign-in',
      actor: { id: account?.id ?? null, loginId },
      target: null,
      result,
      address: origin.address,
      agent: origin.agent,
      sessionId: origin.sessionId,
      detail,
    },
  ]);
}
