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

/**
 * As lists show them. Who may see the history sees the draft's title, agents that of the current version; whether the draft was
 * edited after that is told to editors only.
 */
export async function summarise(
  ports: Ports,
  actor: Actor,
  scripts: readonly ScriptRecord[],
): Promise<ScriptSummary[]> {
  if (!can(actor, 'version.history')) return scripts.map((script) => summaryOf(script, null, null));
  const ids = scripts.map(({ id }) => id);
  const drafts = await ports.drafts.activities(actor.tenantId, ids);
  const editor = can(actor, 'draft.read');
  return scripts.map((script) => {
    const draft = drafts.get(script.id);
    return summaryOf(script, draft?.title ?? null, editor ? (draft?.lastEditAt ?? null) : null);
  });
}

function summaryOf(script: ScriptRecord, draftTitle: string | null, lastEdit: Date | null): ScriptSummary {
  const { id, folder, labels, state, published, updatedAt } = script;
  const shownUpdate = lastEdit !== null && lastEdit > updatedAt ? lastEdit : updatedAt;
  return {
    id,
    title: draftTitle ?? script.title,
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
  const [summary] = await summarise(ports, actor, [script]);
  if (summary === undefined) throw new AppError('not_found');
  return { summary, tag: tagOf(script) };
}

export function tagOf(script: ScriptRecord): string {
  return `"r${script.revision}"`;
}
