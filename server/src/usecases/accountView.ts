import type { Account } from '@daihon/shared/account';
import type { AccountRecord } from '../store/accounts.ts';

/** What others may see of an account: nothing of its password. */
export function presentAccount(account: AccountRecord): Account {
  const { id, loginId, name, role, state, teams } = account;
  return { id, loginId, name, role, state, teams };
}
