import { can } from '@daihon/shared/access';
import { randomBytes, randomId } from '../platform/clock.ts';
import { hashPassword } from '../platform/passwords.ts';
import type { AccountRecord } from '../store/accounts.ts';
import { insertAccount } from '../store/accounts.ts';
import { addAdmin } from '../store/tenants.ts';
import type { Context, Ports } from '../usecases/context.ts';
import { createTenant } from '../usecases/setup/createTenant.ts';
import type { DemoAccount } from './demoOrganisation.ts';
import { FIXED_PASSWORD, demoTenants } from './demoOrganisation.ts';
import { seedScripts } from './seedScripts.ts';

export interface DemoSignIn extends DemoAccount {
  tenant: string;
  password: string;
}

/** Fills an empty installation with the demo organisation and its published scripts; answers who can sign in how. */
export async function seedDemo(ports: Ports, passwords: 'random' | 'fixed'): Promise<DemoSignIn[]> {
  const signIns: DemoSignIn[] = [];
  for (const demo of demoTenants) {
    const tenant = await createTenant(demo.slug, demo.name);
    const seeded = await Promise.all(
      demo.accounts.map((account) => seedAccount(tenant.id, account, passwords)),
    );
    for (const { account, password } of seeded) {
      const { loginId, name, role } = account;
      signIns.push({ tenant: demo.slug, loginId, name, role, password });
    }
    const editor = seeded.find(({ account }) => can(account, 'script.publish'));
    // The second tenant stays without scripts: it is there to show that tenants see nothing of each other.
    if (editor !== undefined && demo === demoTenants[0]) {
      await seedScripts(ports, contextOf(editor.account));
    }
  }
  return signIns;
}

async function seedAccount(
  tenantId: string,
  demo: DemoAccount,
  passwords: 'random' | 'fixed',
): Promise<{ account: AccountRecord; password: string }> {
  const password = passwords === 'fixed' ? FIXED_PASSWORD : randomBytes(12).toString('base64url');
  const account = await insertAccount(tenantId, {
    ...demo,
    passwordHash: await hashPassword(password),
    invitation: null,
  });
  if (can(account, 'account.manage')) await addAdmin(tenantId, account.id);
  return { account, password };
}

function contextOf(account: AccountRecord): Context {
  const { tenantId, loginId, name, role } = account;
  return {
    actor: { tenantId, accountId: account.id, loginId, name, role },
    origin: { address: '127.0.0.1', agent: 'demo', sessionId: null, requestId: randomId() },
  };
}
