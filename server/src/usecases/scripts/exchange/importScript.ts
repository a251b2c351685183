import { AppError } from '@daihon/shared/errors';
import type { Script } from '@daihon/shared/script/schema';
import type { RunImport } from '@daihon/shared/wire/exchange';
import { now, randomId } from '../../../platform/clock.ts';
import { record } from '../../../store/auditLog.ts';
import { insertImport } from '../../../store/imports.ts';
import { insertScript } from '../../../store/scripts.ts';
import { auditNote } from '../../auditNote.ts';
import { authorise } from '../../authorise.ts';
import type { Context, Ports } from '../../context.ts';
import type { ScriptWithTag } from '../scriptView.ts';
import { demandScript, withTag } from '../scriptView.ts';
import type { ImportContent } from './draftImports.ts';
import { draftStanding } from './draftStanding.ts';
import { standsAs } from './draftTag.ts';
import { readImport } from './readImport.ts';
import type { ReadImport } from './readImport.ts';

/** What was made, and what takes it back where it took the place of a draft. */
export interface ImportedScript extends ScriptWithTag {
  importId: string | null;
}

/**
 * Makes a script of a file, or brings the file into the draft of one as an ordinary edit that `undoImport` takes back. Throws
 * `bad_input` with the `problems` when nothing can be made of it, or rows would be left out without `skip`; `conflict` when the draft
 * no longer stands as it was looked at (`ifMatch`).
 */
export async function importScript(
  ports: Ports,
  context: Context,
  ask: RunImport,
  ifMatch: string | null,
): Promise<ImportedScript> {
  authorise(context.actor, 'script.edit');
  const read = await readImport(ports, context, ask);
  const { problems } = read;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (read.script === null || (errors > 0 && !ask.skip)) {
    throw new AppError('bad_input', 'The file has errors', { members: { problems } });
  }
  const detail = detailOf(ask, read);
  return ask.scriptId === undefined
    ? create(ports, context, ask, titled(read.script, ask), detail)
    : replace(ports, context, { ...ask, scriptId: ask.scriptId, ifMatch }, read, detail);
}

function titled(script: Script, { title }: RunImport): Script {
  return title === undefined ? script : { ...script, title };
}

type Detail = Record<string, unknown>;

function detailOf(ask: RunImport, { format, encoding, problems, script }: ReadImport): Detail {
  return {
    file: ask.name,
    format,
    ...(encoding === null ? {} : { encoding }),
    steps: script?.steps.length ?? 0,
    skipped: problems.filter(({ severity }) => severity === 'error').length,
  };
}

async function create(
  ports: Ports,
  context: Context,
  ask: RunImport,
  script: Script,
  detail: Detail,
): Promise<ImportedScript> {
  const { tenantId } = context.actor;
  const id = randomId();
  const { title } = script;
  // The draft first: a draft without a script is never seen, a script without a draft could not be opened.
  await ports.drafts.create(tenantId, id, script);
  const made = await insertScript(tenantId, {
    id,
    title,
    template: null,
    folder: ask.folder ?? '',
    labels: [],
    at: now(),
  });
  await note(context, 'script.create', made.id, title, { ...detail, after: { title, template: null } });
  return { ...(await withTag(ports, context.actor, made)), importId: null };
}

async function replace(
  ports: Ports,
  context: Context,
  ask: RunImport & { scriptId: string; ifMatch: string | null },
  read: ReadImport,
  detail: Detail,
): Promise<ImportedScript> {
  const { tenantId, accountId, name } = context.actor;
  const { scriptId, ifMatch } = ask;
  const present = await demandScript(context.actor, scriptId);
  const make = (draft: Script): Script => {
    if (ifMatch !== null && !standsAs(draft, ifMatch)) throw new AppError('conflict');
    const adopted = read.adopt(draft).script;
    if (adopted === null) throw new AppError('bad_input');
    return titled(adopted, ask);
  };
  const { before, after } = await ports.drafts
    .bring(context, scriptId, make, { kind: 'import', values: { name: ask.name } })
    .catch(async (error: unknown) => {
      if (ifMatch === null || !(error instanceof AppError && error.code === 'conflict')) throw error;
      const standing = await draftStanding(ports, context, scriptId, ifMatch);
      throw new AppError('conflict', 'The draft has changed since it was looked at', {
        members: { standing },
      });
    });
  const content: ImportContent = { file: ask.name, before, after };
  const importId = await insertImport(tenantId, { scriptId, accountId }, content);
  await note(context, 'script.import', scriptId, after.title, detail);
  const by = { id: accountId, name };
  ports.facts.emit({ type: 'script-news', tenantId, scriptId, kind: 'imported', by, importId });
  return { ...(await withTag(ports, context.actor, present)), importId };
}

async function note(
  context: Context,
  action: string,
  scriptId: string,
  title: string,
  detail: Detail,
): Promise<void> {
  const target = { type: 'script', id: scriptId, label: title };
  await record([auditNote(context, 'admin', { action, target, scriptId, detail })]);
}
