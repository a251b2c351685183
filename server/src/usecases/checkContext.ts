import type { CheckContext } from '@daihon/shared/script/check/context';
import { callsOf } from '@daihon/shared/script/partSignature';
import type { Script } from '@daihon/shared/script/schema';
import type { Settings } from '@daihon/shared/settings';
import { listPublishedIds, listScriptIds } from '../store/scriptLists.ts';
import type { Ports } from './context.ts';
import { partSignatures } from './partSignatures.ts';

export interface Asked {
  /** Absent: a script that is not there yet. */
  scriptId?: string | undefined;
  script: Script;
  settings: Settings;
}

/** Which scripts there are, for who has them at hand. */
export type KnownScripts = Required<Pick<CheckContext, 'scriptIds' | 'publishedIds'>>;

/** What the check of a script is told of its tenant: the words, outcomes and hosts, and what the scripts that it calls declare. */
export async function checkContext(
  ports: Pick<Ports, 'drafts'>,
  tenantId: string,
  { scriptId, script, settings }: Asked,
  scripts?: KnownScripts,
): Promise<CheckContext> {
  const { wording, outcomes, pages } = settings;
  const known = { ...(scriptId === undefined ? {} : { scriptId }), wording, outcomes, pages };
  const called = callsOf(script);
  if (called.length === 0) return known;
  const others = called.filter((id) => id !== scriptId);
  const [there, parts] = await Promise.all([
    scripts ?? listKnown(tenantId),
    partSignatures(ports, tenantId, others),
  ]);
  return { ...known, ...there, parts };
}

async function listKnown(tenantId: string): Promise<KnownScripts> {
  const [scriptIds, publishedIds] = await Promise.all([
    listScriptIds(tenantId, { binned: false }),
    listPublishedIds(tenantId),
  ]);
  return { scriptIds: new Set(scriptIds), publishedIds: new Set(publishedIds) };
}
