import type { CalledScript } from '@daihon/shared/exchange/assemble';
import { listScriptTitles } from '../../../store/scriptLists.ts';
import type { Ports } from '../../context.ts';

/** What the scripts of the tenant are called, by their drafts: a file may name a part by its title. */
export async function calledScripts(ports: Ports, tenantId: string): Promise<CalledScript[]> {
  const scripts = await listScriptTitles(tenantId);
  const drafts = await ports.drafts.activities(
    tenantId,
    scripts.map(({ id }) => id),
  );
  return scripts.map(({ id, title }) => ({ id, title: drafts.get(id)?.title ?? title }));
}
