import type { Account } from '@daihon/shared/account';
import { ApiProblem } from '../../wire/http.ts';

/** Why the server did not change an account: both cases are `conflict`, told apart by the account itself. */
export function refusalOf(error: unknown, account: Account): 'last-admin' | 'not-accepted' | 'other' {
  if (!(error instanceof ApiProblem) || error.code !== 'conflict') return 'other';
  return account.state === 'invited' ? 'not-accepted' : 'last-admin';
}
