import type { AuditLogName } from '../store/auditEntry.ts';
import type { ChainVerdict } from '../store/auditVerify.ts';
import { verifyChain } from '../store/auditVerify.ts';
import { findTenantBySlug, INSTALLATION, listTenants } from '../store/tenants.ts';
import type { Outcome, VerbOptions } from './outcome.ts';

interface Checked {
  tenant: string;
  log: AuditLogName;
  verdict: ChainVerdict;
}

const logs: readonly AuditLogName[] = ['access', 'operation', 'admin', 'socket'];

/** Every audit log of every tenant, or of the one named: which are whole, and the first broken record of each that is not. Throws for an unknown tenant. */
export async function verifyVerb({ tenant }: VerbOptions): Promise<Outcome> {
  const tenants = await tenantsToCheck(tenant);
  const checked: Checked[] = [];
  for (const { id, slug } of tenants) {
    for (const log of logs) checked.push({ tenant: slug, log, verdict: await verifyChain(log, id) });
  }
  return {
    well: checked.every(({ verdict }) => verdict.whole),
    lines: checked.map(lineOf),
    json: {
      whole: checked.every(({ verdict }) => verdict.whole),
      logs: checked.map(({ verdict, ...where }) => ({ ...where, ...verdict })),
    },
  };
}

/** The installation's own rows (unknown login IDs, refused upgrades) are checked with all, under its name. */
async function tenantsToCheck(slug: string | undefined): Promise<{ id: string; slug: string }[]> {
  if (slug === undefined) return [...(await listTenants()), { id: INSTALLATION, slug: INSTALLATION }];
  const found = await findTenantBySlug(slug);
  if (found === null) throw new Error(`There is no tenant ${slug}`);
  return [found];
}

function lineOf({ tenant, log, verdict }: Checked): string {
  const where = `${tenant} ${log}`;
  if (verdict.whole) return `${where}: whole, ${verdict.rows} records`;
  return `${where}: BROKEN at record ${verdict.n} (${verdict.why})`;
}
