import { AppError } from '@daihon/shared/errors';
import { adoptDraft } from '@daihon/shared/exchange/adoptDraft';
import type { ImportProblem } from '@daihon/shared/exchange/problem';
import type { Script } from '@daihon/shared/script/schema';
import type { PreviewImport, RunImport } from '@daihon/shared/wire/exchange';
import type { ReadReply } from '../../../files/protocol.ts';
import { readFileApart } from '../../../files/convert.ts';
import type { Context, Ports } from '../../context.ts';
import { demandScript } from '../scriptView.ts';
import { calledScripts } from './calledScripts.ts';

export interface ReadImport extends ReadReply {
  /** The draft whose place the file takes; null for a new script. */
  current: Script | null;
  /** The file on its way into the place of `draft`, with what is to be said about that. */
  adopt: (draft: Script) => { script: Script | null; problems: readonly ImportProblem[] };
}

/** Reads the file of an import against what is there. Writes nothing. Throws `not_found` for a script the actor may not know of. */
export async function readImport(
  ports: Ports,
  { actor }: Context,
  ask: PreviewImport | RunImport,
): Promise<ReadImport> {
  const current = ask.scriptId === undefined ? null : await draftOf(ports, actor, ask.scriptId);
  const read = await readFileApart({
    kind: 'read',
    name: ask.name,
    bytes: bytesOf(ask),
    language: current?.language ?? ask.language,
    title: current?.title ?? null,
    calls: await calledScripts(ports, actor.tenantId),
  });
  const script = read.script === null ? null : withoutSelf(ask.scriptId ?? null, read, read.script);
  demandSpace(ports, script);
  const table = read.format === 'csv' || read.format === 'xlsx';
  return {
    ...read,
    script,
    current,
    adopt: (draft) =>
      script === null ? { script, problems: [] } : adoptDraft(script, draft, { ...read, table }),
  };
}

async function draftOf(ports: Ports, actor: Context['actor'], scriptId: string): Promise<Script> {
  await demandScript(actor, scriptId);
  return ports.drafts.read(actor.tenantId, scriptId);
}

function bytesOf({ text, base64 }: PreviewImport): Uint8Array {
  return text === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(text, 'utf8');
}

/** A script that called itself would never come back. */
function withoutSelf(scriptId: string | null, read: ReadReply, script: Script): Script {
  if (scriptId === null || !script.steps.some(({ jump }) => jump?.scriptId === scriptId)) return script;
  const steps = script.steps.map((step) =>
    step.jump?.scriptId === scriptId ? { ...step, jump: null } : step,
  );
  read.problems.push({ code: 'calls_itself', severity: 'warning', line: null, column: null, values: {} });
  return { ...script, steps };
}

/** A draft takes about as many bytes as its JSON; it needs room to be worked on. */
function demandSpace({ limits }: Ports, script: Script | null): void {
  if (script === null) return;
  const bytes = Buffer.byteLength(JSON.stringify(script));
  if (bytes > limits.draftStateBytes * 0.75)
    throw new AppError('too_large', 'The script would fill its draft');
}
