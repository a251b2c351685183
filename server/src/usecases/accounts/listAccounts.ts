import type { Account } from '@daihon/shared/account';
import type { Page } from '@daihon/shared/wire/http';
import { record } from '../../store/auditLog.ts';
import * as accounts from '../../store/accounts.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { presentAccount } from '../accountView.ts';

/** The tenant's accounts by login ID; `cursor` is the last login ID of the page before. */
export async function listAccounts(
  context: Context,
  page: { cursor?: string | undefined; limit: number },
): Promise<Page<Account>> {
  authorise(context.actor, 'account.manage');
  const found = await accounts.listAccounts(context.actor.tenantId, {
    afterLoginId: page.cursor === undefined ? null : Buffer.from(page.cursor, 'base64url').toString('utf8'),
    limit: page.limit + 1,
  });
  const items = found.slice(0, page.limit);
  const last = items.at(-1);
  await record([
    auditNote(context, 'operation', { action: 'accounts.list', detail: { rows: items.length } }),
  ]);
  return {
    items: items.map(presentAccount),
    nextCursor:
      found.length > page.limit && last !== undefined
        ? Buffer.from(last.loginId).toString('base64url')
        : null,
  };
}
