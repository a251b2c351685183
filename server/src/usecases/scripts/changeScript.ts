import { can } from '@daihon/shared/access';
import { AppError } from '@daihon/shared/errors';
import type { PatchScript } from '@daihon/shared/wire/http';
import { findAccount } from '../../store/accounts.ts';
import { record } from '../../store/auditLog.ts';
import type { Review, ScriptRecord } from '../../store/scriptRows.ts';
import type { ScriptChange } from '../../store/scripts.ts';
import { isWithdrawn } from '../../store/scriptRows.ts';
import { changeScript as storeChange } from '../../store/scripts.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import type { ScriptWithTag } from './scriptView.ts';
import { demandScript, tagOf, withTag } from './scriptView.ts';

/**
 * Changes the metadata. `ifMatch` null: over whatever stands. Throws `conflict` when the script has changed since that
 * tag, or when a script without a version is to be `published`.
 */
export async function changeScript(
  ports: Ports,
  context: Context,
  scriptId: string,
  ask: PatchScript,
  ifMatch: string | null,
): Promise<ScriptWithTag> {
  authorise(context.actor, 'script.edit');
  if (ask.owner != null) await demandOwner(context.actor.tenantId, ask.owner);
  for (;;) {
    const before = await demandScript(context.actor, scriptId);
    if (ifMatch !== null && ifMatch !== tagOf(before)) throw new AppError('conflict');
    const change = changeOf(before, ask);
    const after = await storeChange(context.actor.tenantId, scriptId, before.revision, change);
    // Somebody was in between: with a tag the next round refuses, without one it applies over theirs.
    if (after === null) continue;
    const titles = ask.title === undefined ? null : await rename(ports, context, before, ask.title);
    await noteChange(context, before, change, titles);
    ports.facts.emit({
      type: 'script-news',
      tenantId: context.actor.tenantId,
      scriptId,
      kind: 'meta',
    });
    return withTag(ports, context.actor, after);
  }
}

function changeOf(before: ScriptRecord, ask: PatchScript): ScriptChange {
  const { folder, labels, state, owner } = ask;
  if (state !== undefined && state !== 'archived') demandState(before, state);
  // Out of the archive it is what it was: only a publication ends a withdrawal.
  const taken = state === 'published' && isWithdrawn(before) ? 'withdrawn' : state;
  const review = reviewOf(before.review, ask);
  return {
    ...(folder === undefined ? {} : { folder }),
    ...(labels === undefined ? {} : { labels: [...new Set(labels)] }),
    ...(taken === undefined ? {} : { state: taken }),
    ...(owner === undefined ? {} : { owner }),
    ...(review === null ? {} : { review }),
  };
}

function demandState(before: ScriptRecord, state: 'published' | 'draft'): void {
  const fits = (before.published === null) === (state === 'draft');
  if (before.state === 'withdrawn') throw new AppError('conflict', 'Only a publication ends a withdrawal');
  if (fits) return;
  throw new AppError(
    'conflict',
    state === 'published' ? 'The script has no published version yet' : 'The script has a published version',
  );
}

/** Null when the ask says nothing about it. */
function reviewOf(before: Review, { reviewDue, reviewEveryMonths }: PatchScript): Review | null {
  if (reviewDue === undefined && reviewEveryMonths === undefined) return null;
  return {
    ...before,
    due: reviewDue === undefined ? before.due : reviewDue,
    everyMonths: reviewEveryMonths === undefined ? before.everyMonths : reviewEveryMonths,
  };
}

/** Throws `bad_input` unless it is somebody of the tenant who may edit scripts. */
async function demandOwner(tenantId: string, owner: string): Promise<void> {
  const account = await findAccount(tenantId, owner);
  if (account !== null && account.state === 'active' && can(account, 'script.edit')) return;
  throw new AppError('bad_input', undefined, {
    errors: [{ pointer: '/owner', detail: 'must be somebody who may edit scripts' }],
  });
}

/** The title is the draft's: the script's row takes it over with the next version. */
async function rename(
  ports: Ports,
  context: Context,
  script: ScriptRecord,
  title: string,
): Promise<{ before: string; after: string }> {
  const drafts = await ports.drafts.activities(context.actor.tenantId, [script.id]);
  await ports.drafts.rename(context, script.id, title);
  return { before: drafts.get(script.id)?.title ?? script.title, after: title };
}

async function noteChange(
  context: Context,
  before: ScriptRecord,
  change: ScriptChange,
  titles: { before: string; after: string } | null,
): Promise<void> {
  const { folder, labels, state, owner, review, id } = before;
  const old: ScriptChange = { folder, labels, state, owner, review };
  const touched = Object.keys(change);
  const detail = {
    before: {
      ...Object.fromEntries(Object.entries(old).filter(([key]) => touched.includes(key))),
      ...(titles === null ? {} : { title: titles.before }),
    },
    after: { ...change, ...(titles === null ? {} : { title: titles.after }) },
  };
  const target = { type: 'script', id, label: titles?.after ?? before.title };
  await record([auditNote(context, 'admin', { action: 'script.change', target, scriptId: id, detail })]);
}
