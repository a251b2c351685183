import { record } from '../../store/auditLog.ts';
import type { SampleRecord } from '../../store/samples.ts';
import { auditNote } from '../auditNote.ts';
import type { Context, Ports } from '../context.ts';

/** Writes the audit row of a change to a sample caller, then tells those who have the script open. */
export async function noteSample(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  action: 'sample.create' | 'sample.update' | 'sample.delete',
  sample: SampleRecord,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const { id, name, scriptId } = sample;
  const target = { type: 'sample', id, label: name };
  await record([auditNote(context, 'admin', { action, target, scriptId, detail })]);
  const { tenantId } = context.actor;
  ports.facts.emit({ type: 'script-news', tenantId, scriptId, kind: 'samples' });
}
