import type { CreateSample, Sample } from '@daihon/shared/sample/sample';
import { now, randomId } from '../platform/clock.ts';
import type { SampleRecord } from '../store/samples.ts';

/** New sample callers of a script, in the order given. */
export function sampleRecords(
  scriptId: string,
  by: string,
  samples: readonly CreateSample[],
): SampleRecord[] {
  const start = now().getTime();
  return samples.map(({ name, required, run }, index) => {
    // A millisecond apart: the order of the list is that of their making.
    const at = new Date(start + index);
    return { id: randomId(), scriptId, name, required, run, by, createdAt: at, updatedAt: at };
  });
}

/** As the API tells it. */
export function sampleView({ id, name, required, run, updatedAt, by }: SampleRecord): Sample {
  return { id, name, required, run, updatedAt: updatedAt.toISOString(), updatedBy: by };
}
