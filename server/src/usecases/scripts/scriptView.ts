import type { Actor } from '@daihon/shared/access';
import { can } from '@daihon/shared/access';
import { AppError } from '@daihon/shared/errors';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import type { ScriptRecord } from '../../store/scripts.ts';
import { findScript } from '../../store/scripts.ts';
import type { Ports } from '../context.ts';

/** A script and the entity tag of its metadata. */
export interface ScriptWithTag {
  summary: ScriptSummary;
  tag: string;
}

/** Throws `not_found` for what the actor may not know of: another tenant's, binned, or for agents not out. */
export async function demandScript(actor: Actor, scriptId: string): Promise<ScriptRecord> {
  const script = await findScript(actor.tenantId, scriptId);
  if (script === null) throw new AppError('not_found');
  const out = script.state === 'published' && script.published !== null;
  if (!out && !can(actor, 'version.history')) throw new AppError('not_found');
  return script;
}

/** As lists show it; whether the draft was edited after the current version is told to editors only. */
export async function summarise(ports: Ports, actor: Actor, script: ScriptRecord): Promise<ScriptSummary> {
  const { id, title, folder, labels, state, published, updatedAt } = script;
  const lastEdit = can(actor, 'draft.read')
    ? (await ports.drafts.activity(actor.tenantId, id)).lastEditAt
    : null;
  const shownUpdate = lastEdit !== null && lastEdit > updatedAt ? lastEdit : updatedAt;
  return {
    id,
    title,
    folder,
    labels,
    state,
    publishedVersion: published?.number ?? null,
    publishedAt: published?.at.toISOString() ?? null,
    publishedHash: published?.hash ?? null,
    unpublishedChanges: lastEdit !== null && (published === null || lastEdit > published.at),
    updatedAt: shownUpdate.toISOString(),
  };
}

export async function withTag(ports: Ports, actor: Actor, script: ScriptRecord): Promise<ScriptWithTag> {
  return { summary: await summarise(ports, actor, script), tag: tagOf(script) };
}

export function tagOf(script: ScriptRecord): string {
  return `"r${script.revision}"`;
}
