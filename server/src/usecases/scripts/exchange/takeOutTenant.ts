import type { Script } from '@daihon/shared/script/schema';
import { record } from '../../../store/auditLog.ts';
import { listAllScripts } from '../../../store/scriptLists.ts';
import type { ScriptRecord } from '../../../store/scriptRows.ts';
import type { VersionRecord } from '../../../store/versions.ts';
import { listVersions, readVersionScript } from '../../../store/versions.ts';
import { auditNote } from '../../auditNote.ts';
import { authorise } from '../../authorise.ts';
import type { Context, Ports } from '../../context.ts';

/** One script with everything that was published of it. `script` is the draft: an import reads the file back. */
export interface TakenOutScript {
  id: string;
  title: string;
  folder: string;
  labels: readonly string[];
  state: ScriptRecord['state'];
  script: Script;
  versions: readonly (Pick<VersionRecord, 'number' | 'hash' | 'author' | 'note' | 'class'> & {
    publishedAt: string;
    script: Script | null;
  })[];
}

const atOnce = 100;

/** Hands every script outside the bin to `keep`, one after the other, and resolves to their number; on record before the first. */
export async function takeOutTenant(
  ports: Ports,
  context: Context,
  keep: (script: TakenOutScript) => Promise<void>,
): Promise<number> {
  authorise(context.actor, 'script.export');
  const scripts = await listAllScripts(context.actor.tenantId);
  const detail = { format: 'json', scope: 'tenant', scripts: scripts.length, samples: true };
  await record([auditNote(context, 'operation', { action: 'export', detail })]);
  for (const script of scripts) await keep(await whole(ports, context.actor.tenantId, script));
  return scripts.length;
}

async function whole(ports: Ports, tenantId: string, row: ScriptRecord): Promise<TakenOutScript> {
  const { id, folder, labels, state } = row;
  const script = await ports.drafts.peek(tenantId, id);
  const versions: TakenOutScript['versions'][number][] = [];
  for (let before: number | null = null; ;) {
    const page: VersionRecord[] = await listVersions(tenantId, id, { before, limit: atOnce });
    for (const { number, hash, author, note, class: kind, publishedAt } of page) {
      const content = await readVersionScript(tenantId, id, number);
      versions.push({
        number,
        hash,
        author,
        note,
        class: kind,
        publishedAt: publishedAt.toISOString(),
        script: content,
      });
    }
    before = page.at(-1)?.number ?? null;
    if (page.length < atOnce) return { id, title: script.title, folder, labels, state, script, versions };
  }
}
