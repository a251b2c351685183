import { AppError } from '@daihon/shared/errors';
import type { Script } from '@daihon/shared/script/schema';
import { findTemplate } from '@daihon/shared/templates/index';
import type { CreateScript } from '@daihon/shared/wire/http';
import { now, randomId } from '../../platform/clock.ts';
import { record } from '../../store/auditLog.ts';
import { insertScript } from '../../store/scripts.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { newScript } from './newScript.ts';
import type { ScriptWithTag } from './scriptView.ts';
import { withTag } from './scriptView.ts';

/** A new script with its draft, from a template or nearly empty. Throws `bad_input` for an unknown template. */
export async function createScript(
  ports: Ports,
  context: Context,
  ask: CreateScript,
): Promise<ScriptWithTag> {
  const { actor } = context;
  authorise(actor, 'script.edit');
  const id = randomId();
  // The draft first: a draft without a script is never seen, a script without a draft could not be opened.
  await ports.drafts.create(actor.tenantId, id, firstDraft(ask));
  const script = await insertScript(actor.tenantId, { id, title: ask.title, at: now() });
  const target = { type: 'script', id, label: ask.title };
  const detail = ask.templateId === undefined ? {} : { template: ask.templateId };
  await record([auditNote(context, 'admin', { action: 'script.create', target, scriptId: id, detail })]);
  return withTag(ports, actor, script);
}

function firstDraft(ask: CreateScript): Script {
  if (ask.templateId === undefined) return newScript(ask.title);
  const template = findTemplate(ask.templateId);
  if (template === null) {
    throw new AppError('bad_input', undefined, {
      errors: [{ pointer: '/templateId', detail: 'unknown template' }],
    });
  }
  return { ...template.script, title: ask.title };
}
