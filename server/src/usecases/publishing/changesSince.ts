import { diffScripts } from '@daihon/shared/script/diff';
import type { Script } from '@daihon/shared/script/schema';
import type { StepDiff } from '@daihon/shared/version';

/** What `script` changes; where nothing was published before, every step is added. */
export function changesSince(previous: Script | null, script: Script): StepDiff[] {
  return diffScripts(previous ?? { ...script, steps: [] }, script);
}
