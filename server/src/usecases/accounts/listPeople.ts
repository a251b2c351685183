import type { Capability } from '@daihon/shared/access';
import { rolesWith } from '@daihon/shared/access';
import type { Colleague } from '@daihon/shared/account';
import { listActiveOfRoles } from '../../store/accounts.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

/** The names of the tenant's active people whose role grants `capability`: to choose an owner, to mention somebody. Editors only. */
export async function listPeople(context: Context, capability: Capability): Promise<Colleague[]> {
  authorise(context.actor, 'people.list');
  const found = await listActiveOfRoles(context.actor.tenantId, rolesWith(capability));
  return found
    .map(({ id, name, loginId }) => ({ id, name, loginId }))
    .sort((a, b) => a.name.localeCompare(b.name, 'ja') || a.id.localeCompare(b.id));
}
