import type { Role } from './role.ts';

export type { Role };

/** Who acts: an account of one tenant in one role. Made on the server from the session, never from what a client says. */
export interface Actor {
  tenantId: string;
  accountId: string;
  loginId: string;
  name: string;
  role: Role;
}

export const capabilities = {
  'script.list': ['admin', 'supervisor', 'agent', 'auditor'],
  'script.edit': ['admin', 'supervisor'],
  'script.publish': ['admin', 'supervisor'],
  'folder.manage': ['admin', 'supervisor'],
  'script.export': ['admin', 'supervisor', 'auditor'],
  'draft.read': ['admin', 'supervisor'],
  'draft.join': ['admin', 'supervisor'],
  'comment.read': ['admin', 'supervisor', 'auditor'],
  'comment.write': ['admin', 'supervisor'],
  'version.history': ['admin', 'supervisor', 'auditor'],
  'script.search': ['admin', 'supervisor', 'agent', 'auditor'],
  'version.current': ['admin', 'supervisor', 'agent', 'auditor'],
  'release.follow': ['admin', 'supervisor', 'agent', 'auditor'],
  'release.acknowledge': ['agent'],
  'receipt.read': ['admin', 'supervisor'],
  'receipt.remind': ['admin', 'supervisor'],
  'release.evidence': ['admin', 'supervisor', 'auditor'],
  'call.run': ['agent'],
  'call.read': ['admin', 'supervisor', 'auditor'],
  'log.read': ['admin', 'auditor'],
  'account.manage': ['admin'],
  'policy.read': ['admin', 'supervisor', 'agent', 'auditor'],
  'people.list': ['admin', 'supervisor'],
  'settings.read': ['admin', 'auditor'],
  'settings.manage': ['admin'],
  /** Adds a label of the tenant's own without touching the rest of the settings. */
  'label.create': ['admin', 'supervisor'],
  'release.withdraw': ['admin', 'supervisor'],
} as const satisfies Record<string, readonly Role[]>;

export type Capability = keyof typeof capabilities;

/** The one table of rights: whether the role of `actor` grants `capability`. No role is compared anywhere else. */
export function can(actor: Pick<Actor, 'role'>, capability: Capability): boolean {
  const roles: readonly Role[] = capabilities[capability];
  return roles.includes(actor.role);
}

/** The roles that grant `capability`. */
export function rolesWith(capability: Capability): readonly Role[] {
  return capabilities[capability];
}
