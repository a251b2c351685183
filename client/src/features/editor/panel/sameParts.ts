import type { Step } from '@daihon/shared/script/schema';

/** For `memo`: a part of the step panel renders only when what it shows of the step changed, not with every key typed. */
export function sameParts(...parts: (keyof Step)[]) {
  return (before: { step: Step }, after: { step: Step }): boolean =>
    parts.every((part) => before.step[part] === after.step[part]);
}
