import type { Actor } from '@daihon/shared/access';
import { can } from '@daihon/shared/access';
import type { Person } from '@daihon/shared/account';
import { AppError } from '@daihon/shared/errors';
import type { ScriptSummary } from '@daihon/shared/wire/http';
import { findNames } from '../../store/accounts.ts';
import type { Review, ScriptRecord } from '../../store/scriptRows.ts';
import { findScript } from '../../store/scripts.ts';
import type { DraftAuthor, Ports } from '../context.ts';

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
 * As lists show them. Who may see the history sees the draft's title, owner and review, agents that of the current version;
 * whether the draft was edited after that, and by whom, is told to editors only.
 */
export async function summarise(
  ports: Ports,
  actor: Actor,
  scripts: readonly ScriptRecord[],
): Promise<ScriptSummary[]> {
  if (!can(actor, 'version.history')) return scripts.map((script) => summaryOf(script, nothingMore));
  const ids = scripts.map(({ id }) => id);
  const [drafts, names] = await Promise.all([
    ports.drafts.activities(actor.tenantId, ids),
    findNames(
      actor.tenantId,
      scripts.flatMap(({ owner }) => owner ?? []),
    ),
  ]);
  const editor = can(actor, 'draft.read');
  return scripts.map((script) => {
    const draft = drafts.get(script.id) ?? null;
    const name = script.owner === null ? undefined : names.get(script.owner);
    return summaryOf(script, {
      draftTitle: draft?.title ?? null,
      lastEdit: editor ? (draft?.lastEditAt ?? null) : null,
      editedBy: editor ? lastAuthor(draft?.authors ?? []) : null,
      owner: script.owner === null || name === undefined ? null : { id: script.owner, name },
      review: script.review,
    });
  });
}

interface More {
  draftTitle: string | null;
  lastEdit: Date | null;
  editedBy: string | null;
  owner: Person | null;
  review: Review | null;
}

const nothingMore: More = { draftTitle: null, lastEdit: null, editedBy: null, owner: null, review: null };

function lastAuthor(authors: readonly DraftAuthor[]): string | null {
  return authors.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]?.name ?? null;
}

function summaryOf(script: ScriptRecord, more: More): ScriptSummary {
  const { id, folder, labels, state, published, updatedAt } = script;
  const { draftTitle, lastEdit, editedBy, owner, review } = more;
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
    owner,
    reviewDue: review?.due ?? null,
    reviewEveryMonths: review?.everyMonths ?? null,
    reviewedAt: review?.at?.toISOString() ?? null,
    lastEdit: lastEdit === null ? null : { at: lastEdit.toISOString(), by: editedBy },
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
