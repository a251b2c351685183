import type { Config } from '../config/env.ts';
import { createCollabEdge } from '../edge/collab/collabEdge.ts';
import { randomId } from '../platform/clock.ts';
import { flushAudit } from '../store/auditLog.ts';
import { findScript } from '../store/scripts.ts';
import type { Tenant } from '../store/tenants.ts';
import { findTenantBySlug } from '../store/tenants.ts';
import type { Context, Ports } from '../usecases/context.ts';
import { createFactBus } from '../usecases/factBus.ts';

/** Runs `work` with the use cases' ports on the opened store, nobody connected; what it wrote and recorded is stored when it resolves. */
export async function withDrafts<T>(config: Config, work: (ports: Ports) => Promise<T>): Promise<T> {
  const { limits, timeZone } = config;
  const collab = createCollabEdge({
    limits,
    scriptExists: async (tenantId, scriptId) => (await findScript(tenantId, scriptId)) !== null,
  });
  try {
    return await work({
      drafts: collab.desk,
      facts: createFactBus(),
      limits,
      connected: () => new Set(),
      timeZone,
    });
  } finally {
    await collab.drain();
    await collab.close();
    await flushAudit();
  }
}

/** The provider's operator at the command line, as the tenant's own log names who was there. Throws for an unknown or unnamed tenant. */
export async function operatorIn(slug: string | undefined): Promise<{ tenant: Tenant; context: Context }> {
  if (slug === undefined) throw new Error('Name the tenant: --tenant SLUG');
  const tenant = await findTenantBySlug(slug);
  if (tenant === null) throw new Error(`There is no tenant ${slug}`);
  return {
    tenant,
    context: {
      actor: {
        tenantId: tenant.id,
        accountId: 'operator',
        loginId: 'operator',
        name: '運営',
        role: 'admin',
      },
      origin: { address: '127.0.0.1', agent: 'daihon cli', sessionId: null, requestId: randomId() },
    },
  };
}
