import { AppError } from '@daihon/shared/errors';
import { builtInOf, labelCatalogue } from '@daihon/shared/labels';
import type { Label } from '@daihon/shared/settings';
import { record } from '../../store/auditLog.ts';
import { findSettings, pushLabel } from '../../store/tenants.ts';
import { auditNote } from '../auditNote.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';

/** How many labels of its own a tenant may have (the schema's bound). */
const maxLabels = 100;

/**
 * Adds a label of the tenant's own, only a name and a colour: what a label means for export is for those who manage the settings.
 * Throws `conflict` when the name is taken or there are too many.
 */
export async function addLabel(context: Context, ask: Pick<Label, 'name' | 'colour'>): Promise<Label[]> {
  const { tenantId } = context.actor;
  authorise(context.actor, 'label.create');
  const labels = (await findSettings(tenantId))?.labels ?? [];
  const taken = labelCatalogue(labels).some(({ name }) => name === builtInOf(ask.name));
  if (taken || labels.length >= maxLabels) throw new AppError('conflict', 'There is a label of this name');
  const label: Label = { name: ask.name, colour: ask.colour, class: null };
  if (!(await pushLabel(tenantId, label))) throw new AppError('conflict', 'There is a label of this name');
  const target = { type: 'label', id: label.name, label: label.name };
  await record([auditNote(context, 'admin', { action: 'label.create', target, detail: { after: label } })]);
  return [...labels, label];
}
