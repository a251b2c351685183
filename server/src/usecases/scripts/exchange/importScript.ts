import { AppError } from '@daihon/shared/errors';
import type { Script } from '@daihon/shared/script/schema';
import type { RunImport } from '@daihon/shared/wire/exchange';
import { now, randomId } from '../../../platform/clock.ts';
import { record } from '../../../store/auditLog.ts';
import { insertScript } from '../../../store/scripts.ts';
import { auditNote } from '../../auditNote.ts';
import { authorise } from '../../authorise.ts';
import type { Context, Ports } from '../../context.ts';
import type { ScriptWithTag } from '../scriptView.ts';
import { demandScript, withTag } from '../scriptView.ts';
import { readImport } from './readImport.ts';
import type { ReadImport } from './readImport.ts';

/**
 * Makes a script of a file, or brings the file into the draft of one as an ordinary edit that the named point before it takes back.
 * Throws `bad_input` with the `problems` when nothing can be made of it, or rows would be left out without `skip`.
 */
export async function importScript(ports: Ports, context: Context, ask: RunImport): Promise<ScriptWithTag> {
  authorise(context.actor, 'script.edit');
  const read = await readImport(ports, context, ask);
  const { problems } = read;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (read.script === null || (errors > 0 && !ask.skip)) {
    throw new AppError('bad_input', 'The file has errors', { members: { problems } });
  }
  const script = ask.title === undefined ? read.script : { ...read.script, title: ask.title };
  return ask.scriptId === undefined
    ? create(ports, context, ask, script, detailOf(ask, read))
    : replace(ports, context, ask.scriptId, script, detailOf(ask, read));
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
): Promise<ScriptWithTag> {
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
  return withTag(ports, context.actor, made);
}

async function replace(
  ports: Ports,
  context: Context,
  scriptId: string,
  script: Script,
  detail: Detail,
): Promise<ScriptWithTag> {
  const present = await demandScript(context.actor, scriptId);
  await ports.drafts.restore(context, scriptId, script, null, '読み込みの前');
  await note(context, 'script.import', scriptId, script.title, detail);
  return withTag(ports, context.actor, present);
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
