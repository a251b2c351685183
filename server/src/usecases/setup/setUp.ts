import { timingSafeEqual } from 'node:crypto';
import type { Account } from '@daihon/shared/account';
import { AppError } from '@daihon/shared/errors';
import { randomBytes } from '../../platform/clock.ts';
import { sha256Hex } from '../../platform/hash.ts';
import { hashPassword } from '../../platform/passwords.ts';
import { insertAccount } from '../../store/accounts.ts';
import { record } from '../../store/auditLog.ts';
import { addAdmin, listTenants } from '../../store/tenants.ts';
import { presentAccount } from '../accountView.ts';
import type { Origin } from '../context.ts';
import { createTenant } from './createTenant.ts';

export interface SetUpAsk {
  token: string;
  slug: string;
  organisation: string;
  loginId: string;
  name: string;
  password: string;
}

let tokenHash: string | null = null;

/** The token of an installation without tenants: known to who reads the output of this start, and good for one set-up. */
export function offerSetUp(): string {
  const token = randomBytes(24).toString('base64url');
  tokenHash = sha256Hex(token);
  return token;
}

/** The first tenant and its administrator. Throws `not_found` for a wrong or used token. */
export async function setUp(origin: Origin, ask: SetUpAsk): Promise<Account> {
  takeToken(ask.token);
  try {
    const passwordHash = await hashPassword(ask.password);
    if ((await listTenants()).length > 0) throw new AppError('conflict');
    const tenant = await createTenant(ask.slug, ask.organisation);
    const account = await insertAccount(tenant.id, {
      loginId: ask.loginId,
      name: ask.name,
      role: 'admin',
      passwordHash,
      invitation: null,
    });
    await addAdmin(tenant.id, account.id);
    await record([
      {
        tenantId: tenant.id,
        log: 'admin',
        action: 'tenant.create',
        actor: { id: account.id, loginId: account.loginId },
        target: { type: 'tenant', id: tenant.id, label: tenant.slug },
        result: 'ok',
        address: origin.address,
        agent: origin.agent,
        sessionId: null,
        detail: {},
      },
    ]);
    return presentAccount(account);
  } catch (error) {
    // What failed for the password's or the store's sake may be tried again with the same link.
    tokenHash = sha256Hex(ask.token);
    throw error;
  }
}

/** Taken before the work, so that two requests at once cannot both set up. */
function takeToken(token: string): void {
  const expected = tokenHash;
  const given = sha256Hex(token);
  if (expected === null || !timingSafeEqual(Buffer.from(expected), Buffer.from(given))) {
    throw new AppError('not_found');
  }
  tokenHash = null;
}
