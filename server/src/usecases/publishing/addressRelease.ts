import { rolesWith } from '@daihon/shared/access';
import { defaultSettings } from '@daihon/shared/settings';
import { listActiveOfRoles } from '../../store/accounts.ts';
import { freezeRoster } from '../../store/rosters.ts';
import { findSettings } from '../../store/tenants.ts';
import type { VersionRecord } from '../../store/versions.ts';

const minuteMs = 60_000;

/**
 * Before a version is released: writes down to whom (everyone who acknowledges and works at this moment; the first time stands), and
 * says until when it is to be acknowledged.
 */
export async function addressRelease(
  tenantId: string,
  version: VersionRecord,
): Promise<{ deadlineAt: Date | null }> {
  const [people, settings] = await Promise.all([
    listActiveOfRoles(tenantId, rolesWith('release.acknowledge')),
    findSettings(tenantId),
  ]);
  await freezeRoster(
    tenantId,
    version.id,
    people.map(({ id }) => id),
  );
  const { deadlineMinutes } = (settings ?? defaultSettings).releases;
  const minutes = version.class === 'notice' ? null : deadlineMinutes[version.class];
  return {
    deadlineAt: minutes === null ? null : new Date(version.publishedAt.getTime() + minutes * minuteMs),
  };
}
