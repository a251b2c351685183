import { AppError } from '@daihon/shared/errors';
import { deleteSample, findSample } from '../../store/samples.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { demandScript } from './demandScript.ts';
import { noteSample } from './noteSample.ts';

/** Deletes a sample caller for good. Throws `not_found` when it is gone already. */
export async function removeSample(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  scriptId: string,
  sampleId: string,
): Promise<void> {
  const { actor } = context;
  authorise(actor, 'script.edit');
  await demandScript(context, scriptId);
  const sample = await findSample(actor.tenantId, scriptId, sampleId);
  if (sample === null || !(await deleteSample(actor.tenantId, scriptId, sampleId))) {
    throw new AppError('not_found');
  }
  await noteSample(ports, context, 'sample.delete', sample, { before: { name: sample.name } });
}
