import { AppError } from '@daihon/shared/errors';
import { addressAllowed } from '../../platform/address.ts';
import { record } from '../../store/auditLog.ts';
import { deleteSessionsOfTenant } from '../../store/sessions.ts';
import type { TenantSettings } from '../../store/tenants.ts';
import { findTenant, updateSettings } from '../../store/tenants.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';

export interface SettingsView extends TenantSettings {
  tenant: { id: string; slug: string; name: string };
}

/** The tenant's policy. */
export async function readSettings(context: Context): Promise<SettingsView> {
  authorise(context.actor, 'settings.read');
  return view(context.actor.tenantId);
}

/**
 * Replaces the given settings. New address rules end every session of the tenant, and sockets within a second. Throws `conflict` when
 * they would lock out the one who asks.
 */
export async function changeSettings(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  ask: { addressRules?: string[] | undefined },
): Promise<SettingsView> {
  authorise(context.actor, 'settings.manage');
  const { tenantId } = context.actor;
  const before = await view(tenantId);
  const addressRules = ask.addressRules ?? before.addressRules;
  if (!addressAllowed(context.origin.address, addressRules)) {
    throw new AppError('conflict', 'These rules would shut you out from the address you work from');
  }
  if (ask.addressRules !== undefined) {
    await updateSettings(tenantId, { addressRules });
    ports.facts.emit({ type: 'access-changed', tenantId, accountId: null, reason: 'address', addressRules });
    await deleteSessionsOfTenant(tenantId);
  }
  await record([
    auditNote(context, 'admin', {
      action: 'settings.update',
      target: { type: 'tenant', id: tenantId, label: before.tenant.slug },
      detail: { before: { addressRules: before.addressRules }, after: { addressRules } },
    }),
  ]);
  return view(tenantId);
}

async function view(tenantId: string): Promise<SettingsView> {
  const tenant = await findTenant(tenantId);
  if (tenant === null) throw new AppError('not_found');
  const { id, slug, name, settings } = tenant;
  return { tenant: { id, slug, name }, ...settings };
}
