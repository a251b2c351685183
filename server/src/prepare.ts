import { capabilities } from '@daihon/shared/access';
import type { Config } from './config/env.ts';
import { seedDemo } from './demo/seedDemo.ts';
import { signInTable } from './demo/signInTable.ts';
import { logger } from './platform/logger.ts';
import { listActiveIds } from './store/accounts.ts';
import { listTenants, setAdmins } from './store/tenants.ts';
import type { Ports } from './usecases/context.ts';
import { finishFolderMove } from './usecases/folders/finishFolderMove.ts';
import { repairPublishing } from './usecases/publishing/repairPublishing.ts';
import { ensureInstallation } from './usecases/setup/createTenant.ts';
import { offerSetUp } from './usecases/setup/setUp.ts';

/** Tells the operator what to know, once the address is known. */
export type Announcement = (publicUrl: string, tell: (text: string) => void) => void;

/** Before the first request: repairs what a crash cut short, or fills an empty installation. */
export async function prepare(ports: Ports, config: Config, embedded: boolean): Promise<Announcement> {
  await ensureInstallation();
  const tenants = await listTenants();
  for (const tenant of tenants) {
    await repairAdmins(tenant.id);
    await repairPublishing(ports, tenant.id);
    await finishFolderMove(tenant.id);
  }
  if (tenants.length > 0) return () => undefined;
  if (config.demo === 'fixed' || (config.demo === 'on' && embedded)) {
    const signIns = await seedDemo(ports, config.demo === 'fixed' ? 'fixed' : 'random');
    logger.info({ accounts: signIns.length }, 'demo organisation created');
    return (_publicUrl, tell) => tell(signInTable(signIns));
  }
  const token = offerSetUp();
  return (publicUrl, tell) =>
    tell(
      `Nobody can sign in yet. Set up the first organisation (this link works once): ${publicUrl}/setup#${token}\n`,
    );
}

async function repairAdmins(tenantId: string): Promise<void> {
  const ids = await Promise.all(capabilities['account.manage'].map((role) => listActiveIds(tenantId, role)));
  await setAdmins(tenantId, ids.flat());
}
