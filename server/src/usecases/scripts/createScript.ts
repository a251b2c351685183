import { withScriptIds } from '@daihon/shared/templates/template';
import type { CreateScript } from '@daihon/shared/wire/http';
import { now, randomId } from '../../platform/clock.ts';
import { record } from '../../store/auditLog.ts';
import { insertSamples } from '../../store/samples.ts';
import type { ScriptRecord } from '../../store/scriptRows.ts';
import { findScriptOfTemplate, insertScript } from '../../store/scripts.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { firstReview } from '../firstReview.ts';
import { sampleRecords } from '../sampleRecord.ts';
import { newScript } from './newScript.ts';
import type { ScriptWithTag } from './scriptView.ts';
import { withTag } from './scriptView.ts';
import type { Beginning } from './templates.ts';
import { beginningOf } from './templates.ts';

/**
 * A new script with its draft, from a template or nearly empty. Where a template calls another one, the tenant's script of that
 * template is called, and made as well when there is none. Throws `bad_input` for an unknown template.
 */
export async function createScript(
  ports: Ports,
  context: Context,
  ask: CreateScript,
): Promise<ScriptWithTag> {
  authorise(context.actor, 'script.edit');
  const script = await makeScript(ports, context, ask.title, beginning(ask));
  return withTag(ports, context.actor, script);
}

function beginning(ask: CreateScript): Beginning {
  if (ask.templateId !== undefined) return beginningOf(ask.templateId);
  return {
    template: null,
    script: newScript(ask.title, ask.language),
    folder: '',
    labels: [],
    calls: [],
    samples: [],
    reviewDueDays: null,
  };
}

async function makeScript(
  ports: Ports,
  context: Context,
  title: string,
  from: Beginning,
): Promise<ScriptRecord> {
  const { tenantId } = context.actor;
  const called = new Map<string, string>();
  for (const part of from.calls) called.set(part.id, await scriptOfTemplate(ports, context, part.template));
  const draft = withScriptIds({ ...from.script, title }, (template) => called.get(template) ?? template);
  const id = randomId();
  // The draft first: a draft without a script is never seen, a script without a draft could not be opened.
  await ports.drafts.create(tenantId, id, draft);
  const { template, folder, labels } = from;
  const review = firstReview(from.reviewDueDays);
  await insertSamples(tenantId, sampleRecords(id, context.actor.name, from.samples));
  const script = await insertScript(tenantId, { id, title, template, folder, labels, review, at: now() });
  const target = { type: 'script', id, label: title };
  const detail = { after: { title, template } };
  await record([auditNote(context, 'admin', { action: 'script.create', target, scriptId: id, detail })]);
  return script;
}

async function scriptOfTemplate(ports: Ports, context: Context, template: string): Promise<string> {
  const known = await findScriptOfTemplate(context.actor.tenantId, template);
  if (known !== null) return known.id;
  const from = beginningOf(template);
  return (await makeScript(ports, context, from.script.title, from)).id;
}
