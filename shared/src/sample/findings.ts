import { finding } from '../script/check/report.ts';
import type { WalkScript } from '../script/walk/state.ts';
import type { Finding } from '../version.ts';
import { deviationText } from './deviationMessages.ts';
import { replay } from './replay.ts';
import type { ReplayOptions } from './replay.ts';
import type { Sample } from './sample.ts';

/**
 * The sample callers that leave their path on this script, as findings of the check: a warning each, an error where the sample
 * is 必須.
 */
export function sampleFindings(
  root: WalkScript,
  samples: readonly Pick<Sample, 'id' | 'name' | 'required' | 'run'>[],
  options: Omit<ReplayOptions, 'upTo'>,
): Finding[] {
  return samples.flatMap(({ id, name, required, run }) => {
    const { deviation } = replay(root, run, options);
    if (deviation === null) return [];
    const { stepId } = deviation;
    const index = root.script.steps.findIndex((step) => step.id === stepId);
    const values = {
      sample: name,
      sampleid: id,
      why: deviationText(deviation, 'ja'),
      whyen: deviationText(deviation, 'en'),
    };
    const pointer = index === -1 ? '' : `/steps/${index}`;
    const severity = required ? 'error' : 'warning';
    return [{ ...finding('sample_path', pointer, index === -1 ? null : stepId, values), severity } as const];
  });
}
