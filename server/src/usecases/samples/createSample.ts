import { AppError } from '@daihon/shared/errors';
import type { CreateSample, Sample } from '@daihon/shared/sample/sample';
import { maxSamples } from '@daihon/shared/sample/maxSamples';
import { countSamples, insertSamples } from '../../store/samples.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { sampleRecords, sampleView } from '../sampleRecord.ts';
import { demandScript } from './demandScript.ts';
import { noteSample } from './noteSample.ts';

/** Saves a path of a script. Throws `conflict` when it has as many as it may. */
export async function createSample(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  scriptId: string,
  ask: CreateSample,
): Promise<Sample> {
  const { actor } = context;
  authorise(actor, 'script.edit');
  await demandScript(context, scriptId);
  if ((await countSamples(actor.tenantId, scriptId)) >= maxSamples) {
    throw new AppError('conflict', `A script has at most ${maxSamples} sample callers`);
  }
  const [sample] = sampleRecords(scriptId, actor.name, [ask]);
  if (sample === undefined) throw new AppError('internal');
  await insertSamples(actor.tenantId, [sample]);
  const after = { name: sample.name, required: sample.required };
  await noteSample(ports, context, 'sample.create', sample, { after });
  return sampleView(sample);
}
