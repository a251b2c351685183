import { z } from 'zod';
import { AppError } from '@daihon/shared/errors';
import { mergeBack } from '@daihon/shared/exchange/mergeBack';
import { Script } from '@daihon/shared/script/schema';
import type { DraftImport, UndoneImport } from '@daihon/shared/wire/exchange';
import { findNames } from '../../../store/accounts.ts';
import { record } from '../../../store/auditLog.ts';
import type { ImportRecord } from '../../../store/imports.ts';
import { claimImportUndo, findImport, findLastImport, releaseImportUndo } from '../../../store/imports.ts';
import { auditNote } from '../../auditNote.ts';
import { authorise } from '../../authorise.ts';
import type { Context, Ports } from '../../context.ts';
import { demandScript } from '../scriptView.ts';

/** What a replacement by a file keeps of itself, so that it can be taken back. */
export const ImportContent = z.object({ file: z.string(), before: Script, after: Script });
export type ImportContent = z.infer<typeof ImportContent>;

const parse = (content: unknown): ImportContent => ImportContent.parse(content);

/** The last file that took the place of a script's draft, and whether that was taken back. Throws `not_found`. */
export async function readLastImport(context: Context, scriptId: string): Promise<DraftImport | null> {
  authorise(context.actor, 'script.edit');
  await demandScript(context.actor, scriptId);
  const row = await findLastImport(context.actor.tenantId, scriptId, parse);
  return row === null ? null : present(context, row);
}

/**
 * Takes a replacement by a file back, as an ordinary edit with a named point of its own; what anybody changed since stays, and is
 * named. Throws `not_found`, and `conflict` when it was taken back already.
 */
export async function undoImport(ports: Ports, context: Context, id: string): Promise<UndoneImport> {
  const { tenantId, accountId, name } = context.actor;
  authorise(context.actor, 'script.edit');
  const row = await findImport(tenantId, id, parse);
  if (row === null) throw new AppError('not_found');
  const { scriptId, content } = row;
  await demandScript(context.actor, scriptId);
  if (!(await claimImportUndo(tenantId, id, accountId))) throw new AppError('conflict');
  let kept: string[] = [];
  const { after } = await ports.drafts
    .bring(
      context,
      scriptId,
      (draft) => {
        const merged = mergeBack(content.before, content.after, draft);
        kept = merged.kept;
        return merged.script;
      },
      { kind: 'importUndo', values: { name: content.file } },
    )
    .catch(async (error: unknown) => {
      await releaseImportUndo(tenantId, id);
      throw error;
    });
  const target = { type: 'script', id: scriptId, label: after.title };
  const detail = { file: content.file, steps: after.steps.length, kept: kept.length };
  await record([auditNote(context, 'admin', { action: 'script.importUndo', target, scriptId, detail })]);
  const by = { id: accountId, name };
  ports.facts.emit({ type: 'script-news', tenantId, scriptId, kind: 'importUndone', by });
  const undone = await findImport(tenantId, id, parse);
  return { ...(await present(context, undone ?? row)), kept };
}

async function present(context: Context, row: ImportRecord<ImportContent>): Promise<DraftImport> {
  const { id, scriptId, accountId, at, content, takenBack } = row;
  const names = await findNames(context.actor.tenantId, [accountId, takenBack?.by ?? accountId]);
  return {
    id,
    scriptId,
    file: content.file,
    at: at.toISOString(),
    by: names.get(accountId) ?? '',
    takenBack:
      takenBack === null ? null : { at: takenBack.at.toISOString(), by: names.get(takenBack.by) ?? '' },
  };
}
