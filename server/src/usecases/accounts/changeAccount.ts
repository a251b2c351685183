import type { Role } from '@daihon/shared/access';
import type { Account } from '@daihon/shared/account';
import { AppError } from '@daihon/shared/errors';
import * as accounts from '../../store/accounts.ts';
import { record } from '../../store/auditLog.ts';
import { deleteSessionsOfAccount } from '../../store/sessions.ts';
import { addAdmin, releaseAdmin } from '../../store/tenants.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { AccessChange, Context, Ports } from '../context.ts';
import { holdsTheKeys } from './inviteAccount.ts';
import { presentAccount } from '../accountView.ts';

export interface AccountChange {
  name?: string | undefined;
  role?: Role | undefined;
  state?: 'active' | 'suspended' | undefined;
}

/**
 * Changes name, role or state. A new role or state ends the account's sessions and sockets within a second. Throws `not_found`,
 * and `conflict` for the last administrator.
 */
export async function changeAccount(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  accountId: string,
  ask: AccountChange,
): Promise<Account> {
  authorise(context.actor, 'account.manage');
  const { tenantId } = context.actor;
  const before = await accounts.findAccount(tenantId, accountId);
  if (before === null) throw new AppError('not_found');
  const change = whatChanges(before, ask);
  if (before.state === 'invited' && change.state === 'active') {
    throw new AppError('conflict', 'The invitation has not been accepted yet');
  }
  const keysBefore = holdsTheKeys(before);
  const keysAfter = holdsTheKeys({ ...before, ...change });
  if (keysBefore && !keysAfter) await demandAnotherAdmin(tenantId, accountId);
  if (!keysBefore && keysAfter) await addAdmin(tenantId, accountId);
  const after = await accounts.updateAccount(tenantId, accountId, change);
  if (after === null) throw new AppError('not_found');
  const reason = reasonOf(change);
  if (reason !== null) await endAccess(ports, tenantId, accountId, reason);
  await record([
    auditNote(context, 'admin', {
      action: 'account.update',
      target: { type: 'account', id: accountId, label: before.loginId },
      detail: { before: presentAccount(before), after: presentAccount(after) },
    }),
  ]);
  return presentAccount(after);
}

/** Removes an account for good; its name stays in the logs. Throws `not_found`, and `conflict` for the last administrator. */
export async function deleteAccount(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  accountId: string,
): Promise<void> {
  authorise(context.actor, 'account.manage');
  const { tenantId } = context.actor;
  const before = await accounts.findAccount(tenantId, accountId);
  if (before === null) throw new AppError('not_found');
  if (holdsTheKeys(before)) await demandAnotherAdmin(tenantId, accountId);
  // Suspended first: that starts the new epoch which the watch of other processes sees.
  await accounts.updateAccount(tenantId, accountId, { state: 'suspended' });
  await endAccess(ports, tenantId, accountId, 'suspended');
  await accounts.deleteAccount(tenantId, accountId);
  await record([
    auditNote(context, 'admin', {
      action: 'account.delete',
      target: { type: 'account', id: accountId, label: before.loginId },
      detail: { before: presentAccount(before) },
    }),
  ]);
}

async function demandAnotherAdmin(tenantId: string, accountId: string): Promise<void> {
  if (!(await releaseAdmin(tenantId, accountId))) {
    throw new AppError('conflict', 'The last administrator cannot be removed');
  }
}

async function endAccess(
  ports: Pick<Ports, 'facts'>,
  tenantId: string,
  accountId: string,
  reason: AccessChange,
): Promise<void> {
  // Sockets first: the epoch has already changed, so no session can come back in between.
  ports.facts.emit({ type: 'access-changed', tenantId, accountId, reason });
  await deleteSessionsOfAccount(accountId);
}

function whatChanges(
  before: accounts.AccountRecord,
  ask: AccountChange,
): { name?: string; role?: Role; state?: 'active' | 'suspended' } {
  return {
    ...(ask.name !== undefined && ask.name !== before.name ? { name: ask.name } : {}),
    ...(ask.role !== undefined && ask.role !== before.role ? { role: ask.role } : {}),
    ...(ask.state !== undefined && ask.state !== before.state ? { state: ask.state } : {}),
  };
}

function reasonOf(change: { role?: Role; state?: string }): AccessChange | null {
  if (change.state === 'suspended') return 'suspended';
  if (change.role !== undefined) return 'role';
  return null;
}
