import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { now } from '../platform/clock.ts';
import { takeOutTenant } from '../usecases/scripts/exchange/takeOutTenant.ts';
import { operatorIn, withDrafts } from './openDrafts.ts';
import type { Outcome, VerbOptions } from './outcome.ts';

/** Every script of a tenant, drafts and versions, as a JSON file each in a directory that must not be there yet. */
export async function exportVerb({ tenant: slug, to, config }: VerbOptions): Promise<Outcome> {
  const { tenant, context } = await operatorIn(slug);
  const directory = to ?? `daihon-${tenant.slug}-${now().toISOString().slice(0, 10)}`;
  // Only its owner may read what a tenant wrote; and nothing is written over.
  await mkdir(directory, { mode: 0o700 });
  const files: string[] = [];
  await withDrafts(config, (ports) =>
    takeOutTenant(ports, context, async (script) => {
      const file = `${script.id}.json`;
      await writeFile(join(directory, file), `${JSON.stringify(script, null, 2)}\n`, { mode: 0o600 });
      files.push(file);
    }),
  );
  return {
    well: true,
    lines: [`${files.length} scripts of ${tenant.slug} in ${directory}`],
    json: { tenant: tenant.slug, directory, files },
  };
}
