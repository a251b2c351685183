import type { Sample } from '@daihon/shared/sample/sample';
import { listSamples as readSamples } from '../../store/samples.ts';
import { authorise } from '../authorise.ts';
import type { Context } from '../context.ts';
import { sampleView } from '../sampleRecord.ts';
import { demandScript } from './demandScript.ts';

/** The saved paths of a script, in the order they were made. Throws `not_found` for an unknown script. */
export async function listSamples(context: Context, scriptId: string): Promise<Sample[]> {
  authorise(context.actor, 'draft.read');
  await demandScript(context, scriptId);
  return (await readSamples(context.actor.tenantId, scriptId)).map(sampleView);
}
