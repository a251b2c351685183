import type { Account } from '@daihon/shared/account';

/** The dialog that stands open over the list. */
export interface AccountAction {
  kind: 'role' | 'suspend' | 'activate' | 'last-admin';
  account: Account;
}
