import { AppError } from '@daihon/shared/errors';
import type { PatchSample, Sample } from '@daihon/shared/sample/sample';
import { now } from '../../platform/clock.ts';
import { findSample, replaceSample } from '../../store/samples.ts';
import type { SampleRecord } from '../../store/samples.ts';
import { authorise } from '../authorise.ts';
import type { Context, Ports } from '../context.ts';
import { sampleView } from '../sampleRecord.ts';
import { demandScript } from './demandScript.ts';
import { noteSample } from './noteSample.ts';

/** Renames a sample caller, marks it 必須 or gives it another path. Throws `not_found` when it is gone. */
export async function changeSample(
  ports: Pick<Ports, 'facts'>,
  context: Context,
  scriptId: string,
  sampleId: string,
  ask: PatchSample,
): Promise<Sample> {
  const { actor } = context;
  authorise(actor, 'script.edit');
  await demandScript(context, scriptId);
  const before = await findSample(actor.tenantId, scriptId, sampleId);
  if (before === null) throw new AppError('not_found');
  const after: SampleRecord = {
    ...before,
    name: ask.name ?? before.name,
    required: ask.required ?? before.required,
    run: ask.run ?? before.run,
    by: actor.name,
    updatedAt: now(),
  };
  if (!(await replaceSample(actor.tenantId, after))) throw new AppError('not_found');
  await noteSample(ports, context, 'sample.update', after, {
    before: { name: before.name, required: before.required },
    after: { name: after.name, required: after.required, ...(ask.run === undefined ? {} : { path: 'new' }) },
  });
  return sampleView(after);
}
