import { auditKeyOf, makeTenantKeys } from '../../store/sealed.ts';
import type { Tenant } from '../../store/tenants.ts';
import { INSTALLATION, findTenant, insertTenant } from '../../store/tenants.ts';

/** A tenant with keys of its own. Throws `conflict` when the slug is taken. */
export async function createTenant(slug: string, name: string): Promise<Tenant> {
  return insertTenant({ slug, name }, await makeTenantKeys());
}

/** The keeper of rows that belong to no tenant; made once. Throws when its keys do not open: the master key is another one. */
export async function ensureInstallation(): Promise<void> {
  if ((await findTenant(INSTALLATION)) !== null) {
    await auditKeyOf(INSTALLATION).catch((cause: unknown) => {
      throw new Error('the master key does not open the keys of this store', { cause });
    });
    return;
  }
  await insertTenant({ id: INSTALLATION, slug: INSTALLATION, name: INSTALLATION }, await makeTenantKeys());
}
