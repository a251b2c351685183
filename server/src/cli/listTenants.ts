import { listTenants } from '../store/tenants.ts';
import type { Outcome } from './outcome.ts';

/** Every tenant of the installation. */
export async function listTenantVerb(): Promise<Outcome> {
  const tenants = (await listTenants()).map(({ id, slug, name, state }) => ({ id, slug, name, state }));
  return {
    well: true,
    lines: tenants.map(({ slug, name, state }) => `${slug}\t${name}\t${state}`),
    json: { tenants },
  };
}
