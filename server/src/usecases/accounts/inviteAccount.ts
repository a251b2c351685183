import { can } from '@daihon/shared/access';
import type { Role } from '@daihon/shared/access';
import type { Account } from '@daihon/shared/account';
import { now, randomBytes } from '../../platform/clock.ts';
import { sha256Hex } from '../../platform/hash.ts';
import * as accounts from '../../store/accounts.ts';
import { record } from '../../store/auditLog.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { presentAccount } from '../accountView.ts';

export interface Invited {
  account: Account;
  /** Works once, for seven days; only its hash is stored. */
  invitationToken: string;
}

const VALID_MS = 7 * 24 * 3_600_000;

/** A new account that waits for its person to set a password. Throws `conflict` when the loginId is taken. */
export async function inviteAccount(
  context: Context,
  ask: { loginId: string; name: string; role: Role },
): Promise<Invited> {
  authorise(context.actor, 'account.manage');
  const { invitation, token } = makeInvitation();
  const account = await accounts.insertAccount(context.actor.tenantId, {
    ...ask,
    passwordHash: null,
    invitation,
  });
  await record([
    auditNote(context, 'admin', {
      action: 'account.create',
      target: { type: 'account', id: account.id, label: account.loginId },
      detail: { after: presentAccount(account) },
    }),
  ]);
  return { account: presentAccount(account), invitationToken: token };
}

/** A random token and what is stored of it. */
export function makeInvitation(): { token: string; invitation: { hash: string; expiresAt: Date } } {
  const token = randomBytes(24).toString('base64url');
  return {
    token,
    invitation: { hash: sha256Hex(token), expiresAt: new Date(now().getTime() + VALID_MS) },
  };
}

/** Whether an account counts among those who may not all go. */
export function holdsTheKeys(account: { role: Role; state: string }): boolean {
  return account.state === 'active' && can(account, 'account.manage');
}
