import { makeTenantKeys } from '../../store/sealed.ts';
import type { Tenant } from '../../store/tenants.ts';
import { INSTALLATION, findTenant, insertTenant } from '../../store/tenants.ts';

/** A tenant with keys of its own. Throws `conflict` when the slug is taken. */
export async function createTenant(slug: string, name: string): Promise<Tenant> {
  return insertTenant({ slug, name }, await makeTenantKeys());
}

/** The keeper of rows that belong to no tenant; made once. */
export async function ensureInstallation(): Promise<void> {
  if ((await findTenant(INSTALLATION)) !== null) return;
  await insertTenant({ id: INSTALLATION, slug: INSTALLATION, name: INSTALLATION }, await makeTenantKeys());
}
