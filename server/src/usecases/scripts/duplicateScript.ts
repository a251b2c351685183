import type { Script } from '@daihon/shared/script/schema';
import { now, randomId } from '../../platform/clock.ts';
import { record } from '../../store/auditLog.ts';
import { insertSamples, listSamples } from '../../store/samples.ts';
import { insertScript } from '../../store/scripts.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { sampleRecords } from '../sampleRecord.ts';
import type { ScriptWithTag } from './scriptView.ts';
import { demandScript, withTag } from './scriptView.ts';

/** A new script with the draft of another, filed and labelled like it and with its sample callers, owned by who makes it; no versions, no review date. */
export async function duplicateScript(
  ports: Ports,
  context: Context,
  scriptId: string,
  title: string,
): Promise<ScriptWithTag> {
  const { actor } = context;
  authorise(actor, 'script.edit');
  const origin = await demandScript(actor, scriptId);
  const draft = await ports.drafts.peek(actor.tenantId, scriptId);
  const id = randomId();
  // The draft first: a draft without a script is never seen, a script without a draft could not be opened.
  await ports.drafts.create(actor.tenantId, id, { ...callingItself(draft, scriptId, id), title });
  const samples = await listSamples(actor.tenantId, scriptId);
  await insertSamples(actor.tenantId, sampleRecords(id, actor.name, samples));
  const { folder, labels } = origin;
  const made = { id, title, template: null, folder, labels, owner: actor.accountId, at: now() };
  const script = await insertScript(actor.tenantId, made);
  const target = { type: 'script', id, label: title };
  const detail = { after: { title, copyOf: scriptId } };
  await record([auditNote(context, 'admin', { action: 'script.create', target, scriptId: id, detail })]);
  return withTag(ports, actor, script);
}

/** A script that calls itself calls the copy. */
function callingItself(draft: Script, from: string, to: string): Script {
  const steps = draft.steps.map((step) =>
    step.jump?.scriptId === from ? { ...step, jump: { ...step.jump, scriptId: to } } : step,
  );
  return { ...draft, steps };
}
