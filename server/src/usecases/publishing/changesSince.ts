import { diffScripts } from '@daihon/shared/script/diff';
import type { Reader } from '@daihon/shared/script/diff/voice';
import type { Script } from '@daihon/shared/script/schema';
import type { StepDiff } from '@daihon/shared/version';

/** What `script` changes; where nothing was published before, every step is added. */
export function changesSince(
  previous: Script | null,
  script: Script,
  reader: Reader | null = null,
): StepDiff[] {
  return diffScripts(previous ?? { ...script, steps: [] }, script, reader);
}
