import { AppError } from '@daihon/shared/errors';
import { sha256Hex } from '../../platform/hash.ts';
import { hashPassword } from '../../platform/passwords.ts';
import * as accounts from '../../store/accounts.ts';
import { record } from '../../store/auditLog.ts';
import { addAdmin } from '../../store/tenants.ts';
import type { Origin } from '../context.ts';
import { holdsTheKeys } from './inviteAccount.ts';

/** Sets the first password of an invited account; throws `not_found` for a token that is unknown, used or over. */
export async function acceptInvitation(origin: Origin, token: string, password: string): Promise<void> {
  const account = await accounts.acceptInvitation(sha256Hex(token), await hashPassword(password));
  if (account === null) throw new AppError('not_found');
  if (holdsTheKeys(account)) await addAdmin(account.tenantId, account.id);
  await record([
    {
      tenantId: account.tenantId,
      log: 'access',
      action: 'invitation.accept',
      actor: { id: account.id, loginId: account.loginId },
      target: { type: 'account', id: account.id, label: account.loginId },
      result: 'ok',
      address: origin.address,
      agent: origin.agent,
      sessionId: null,
      detail: {},
    },
  ]);
}
