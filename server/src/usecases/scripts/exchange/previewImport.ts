import { check } from '@daihon/shared/script/check';
import { diffScripts } from '@daihon/shared/script/diff';
import type { ImportPreview, PreviewImport } from '@daihon/shared/wire/exchange';
import { record } from '../../../store/auditLog.ts';
import { auditNote } from '../../auditNote.ts';
import { authorise } from '../../authorise.ts';
import type { Context, Ports } from '../../context.ts';
import { readImport } from './readImport.ts';

/** What a file would become, with everything that is wrong in it by line and column. Nothing but the record of the look is written. */
export async function previewImport(
  ports: Ports,
  context: Context,
  ask: PreviewImport,
): Promise<ImportPreview> {
  authorise(context.actor, 'script.edit');
  const { script, problems, format, encoding, current } = await readImport(ports, context, ask);
  await record([
    auditNote(context, 'operation', {
      action: 'import.preview',
      target:
        ask.scriptId === undefined ? null : { type: 'script', id: ask.scriptId, label: current?.title ?? '' },
      ...(ask.scriptId === undefined ? {} : { scriptId: ask.scriptId }),
      detail: { name: ask.name, format, steps: script?.steps.length ?? 0, problems: problems.length },
    }),
  ]);
  return {
    format,
    encoding,
    script,
    problems,
    findings: script === null ? [] : check(script),
    changes: script === null || current === null ? null : changesOf(current, script),
  };
}

function changesOf(current: Parameters<typeof diffScripts>[0], script: Parameters<typeof diffScripts>[1]) {
  const steps = diffScripts(current, script);
  const count = (change: string): number => steps.filter((step) => step.change === change).length;
  return { added: count('added'), changed: count('changed'), removed: count('removed') };
}
