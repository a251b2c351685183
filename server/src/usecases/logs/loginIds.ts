import { findLoginIds } from '../../store/accounts.ts';

/** Login IDs by account; a deleted account is missing. */
export async function loginIdsOf(
  tenantId: string,
  accountIds: readonly string[],
): Promise<Map<string, string>> {
  const unique = [...new Set(accountIds)];
  return unique.length === 0 ? new Map() : findLoginIds(tenantId, unique);
}
