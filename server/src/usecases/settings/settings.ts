import { AppError } from '@daihon/shared/errors';
import type { Policy, Settings, SettingsChange } from '@daihon/shared/settings';
import { now } from '../../platform/clock.ts';
import { publicHolidays } from '../../platform/publicHolidays.ts';
import { addressAllowed } from '../../platform/address.ts';
import { record } from '../../store/auditLog.ts';
import { deleteSessionsOfTenant } from '../../store/sessions.ts';
import { findSettings, findTenant, updateSettings } from '../../store/tenants.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';

export interface SettingsView extends Settings {
  tenant: { id: string; slug: string; name: string };
}

/** The tenant's policy, whole. */
export async function readSettings(context: Context): Promise<SettingsView> {
  authorise(context.actor, 'settings.read');
  return view(context.actor.tenantId);
}

/** What everyone of the tenant may know of its policy. */
export async function readPolicy(ports: Pick<Ports, 'timeZone'>, context: Context): Promise<Policy> {
  authorise(context.actor, 'policy.read');
  const { calendar, tax, wording, labels, outcomes, pages, releases } = await view(context.actor.tenantId);
  const { timeZone } = ports;
  const holidays = publicHolidays(now());
  return { calendar, tax, wording, labels, outcomes, pages, releases, timeZone, holidays };
}

/**
 * Replaces the given parts of the settings. New address rules end every session of the tenant, and sockets within a second. Throws
 * `conflict` when they would lock out the one who asks.
 */
export async function changeSettings(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  ask: SettingsChange,
): Promise<SettingsView> {
  authorise(context.actor, 'settings.manage');
  const { tenantId } = context.actor;
  const before = await view(tenantId);
  const { addressRules } = ask;
  if (addressRules !== undefined && !addressAllowed(context.origin.address, addressRules)) {
    throw new AppError('conflict', 'These rules would shut you out from the address you work from');
  }
  const parts = given(ask);
  const names = Object.keys(parts) as (keyof Settings)[];
  if (names.length === 0) return before;
  await updateSettings(tenantId, parts, addressRules !== undefined);
  if (addressRules !== undefined) {
    ports.facts.emit({ type: 'access-changed', tenantId, accountId: null, reason: 'address', addressRules });
    await deleteSessionsOfTenant(tenantId);
  }
  await record([
    auditNote(context, 'admin', {
      action: 'settings.update',
      target: { type: 'tenant', id: tenantId, label: before.tenant.slug },
      detail: { before: Object.fromEntries(names.map((name) => [name, before[name]])), after: parts },
    }),
  ]);
  return view(tenantId);
}

/** Without the parts that were not asked for. */
function given(ask: SettingsChange): Partial<Settings> {
  return Object.fromEntries(Object.entries(ask).filter(([, part]) => part !== undefined));
}

async function view(tenantId: string): Promise<SettingsView> {
  const [tenant, settings] = await Promise.all([findTenant(tenantId), findSettings(tenantId)]);
  if (tenant === null || settings === null) throw new AppError('not_found');
  const { id, slug, name } = tenant;
  return { tenant: { id, slug, name }, ...settings };
}
