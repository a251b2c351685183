import { can } from '@daihon/shared/access';
import { AppError } from '@daihon/shared/errors';
import { labelClasses } from '@daihon/shared/labels';
import type { Script } from '@daihon/shared/script/schema';
import type { ExportScript } from '@daihon/shared/wire/exchange';
import { record } from '../../../store/auditLog.ts';
import type { ScriptRecord } from '../../../store/scriptRows.ts';
import { findSettings } from '../../../store/tenants.ts';
import type { VersionRecord } from '../../../store/versions.ts';
import { findVersion, readVersionScript } from '../../../store/versions.ts';
import { auditNote } from '../../auditNote.ts';
import { authorise } from '../../authorise.ts';
import type { Context, Ports } from '../../context.ts';
import { demandScript } from '../scriptView.ts';

export interface Exportable {
  record: ScriptRecord;
  script: Script;
  /** Null: the draft. */
  version: VersionRecord | null;
  /** There are examples of placeholders, and they do not go along. */
  examplesLeftOut: boolean;
}

/**
 * What may leave, and on the record before it does: the draft for its editors, a version for who reads the history. A label of class 秘
 * asks for a reason; one of class 個人情報含む keeps the examples of placeholders back, unless a reason is given for them too.
 */
export async function takeOut(
  ports: Ports,
  context: Context,
  scriptId: string,
  ask: ExportScript,
): Promise<Exportable> {
  const { actor } = context;
  authorise(actor, 'script.export');
  const script = await demandScript(actor, scriptId);
  const settings = await findSettings(actor.tenantId);
  const classes = labelClasses(script.labels, settings?.labels ?? []);
  const samples = ask.samples ?? !classes.has('personal');
  const asked = classes.has('secret') || (classes.has('personal') && samples);
  if (asked && ask.reason === '') {
    const errors = [{ pointer: '/reason', detail: 'the labels of this script ask for a reason' }];
    throw new AppError('bad_input', undefined, { errors });
  }
  const content = await contentOf(ports, context, scriptId, ask.version ?? null);
  const title = content.script.title === '' ? script.title : content.script.title;
  await record([
    auditNote(context, 'operation', {
      action: 'export',
      target: { type: 'script', id: scriptId, label: title },
      scriptId,
      detail: {
        format: ask.format,
        scope: ask.version === undefined ? 'draft' : `version ${ask.version}`,
        ...(ask.format === 'csv' ? { encoding: ask.encoding } : {}),
        samples,
        labels: script.labels,
        ...(ask.reason === '' ? {} : { reason: ask.reason }),
      },
    }),
  ]);
  const examplesLeftOut = !samples && content.script.placeholders.some(({ example }) => example !== '');
  return {
    record: script,
    ...content,
    script: examplesLeftOut ? withoutSamples(content.script) : content.script,
    examplesLeftOut,
  };
}

async function contentOf(ports: Ports, { actor }: Context, scriptId: string, number: number | null) {
  if (number === null) {
    if (!can(actor, 'draft.read')) throw new AppError('forbidden');
    return { script: await ports.drafts.read(actor.tenantId, scriptId), version: null };
  }
  const version = await findVersion(actor.tenantId, scriptId, number);
  const script = await readVersionScript(actor.tenantId, scriptId, number);
  if (version === null || script === null) throw new AppError('not_found');
  return { script, version };
}

function withoutSamples(script: Script): Script {
  return { ...script, placeholders: script.placeholders.map((each) => ({ ...each, example: '' })) };
}
