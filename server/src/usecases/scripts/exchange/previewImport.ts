import { check } from '@daihon/shared/script/check';
import { diffScripts } from '@daihon/shared/script/diff';
import type { Script } from '@daihon/shared/script/schema';
import { defaultSettings } from '@daihon/shared/settings';
import type { Finding } from '@daihon/shared/version';
import type { ImportPreview, PreviewImport } from '@daihon/shared/wire/exchange';
import { now } from '../../../platform/clock.ts';
import { record } from '../../../store/auditLog.ts';
import { findSettings } from '../../../store/tenants.ts';
import { auditNote } from '../../auditNote.ts';
import { authorise } from '../../authorise.ts';
import { checkContext } from '../../checkContext.ts';
import type { Context, Ports } from '../../context.ts';
import { othersIn } from './draftStanding.ts';
import { draftTag } from './draftTag.ts';
import { readImport } from './readImport.ts';

/** What a file would become, with everything that is wrong in it by line and column. Nothing but the record of the look is written. */
export async function previewImport(
  ports: Ports,
  context: Context,
  ask: PreviewImport,
): Promise<ImportPreview> {
  authorise(context.actor, 'script.edit');
  const { tenantId } = context.actor;
  const { scriptId } = ask;
  const read = await readImport(ports, context, ask);
  const { current, format, encoding } = read;
  const adopted = current === null ? { script: read.script, problems: [] } : read.adopt(current);
  const { script } = adopted;
  const problems = [...read.problems, ...adopted.problems];
  await record([
    auditNote(context, 'operation', {
      action: 'import.preview',
      target: scriptId === undefined ? null : { type: 'script', id: scriptId, label: current?.title ?? '' },
      ...(scriptId === undefined ? {} : { scriptId }),
      detail: { name: ask.name, format, steps: script?.steps.length ?? 0, problems: problems.length },
    }),
  ]);
  return {
    format,
    encoding,
    script,
    problems,
    findings: script === null ? [] : await findingsOf(ports, tenantId, { scriptId, script }),
    changes: script === null || current === null ? null : diffScripts(current, script),
    draft:
      current === null || scriptId === undefined
        ? null
        : { tag: draftTag(current, now()), editors: othersIn(ports, context, scriptId) },
  };
}

async function findingsOf(
  ports: Ports,
  tenantId: string,
  { scriptId, script }: { scriptId: string | undefined; script: Script },
): Promise<Finding[]> {
  const settings = (await findSettings(tenantId)) ?? defaultSettings;
  return check(script, await checkContext(ports, tenantId, { scriptId, script, settings }));
}
