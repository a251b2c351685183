import { textOf } from '@daihon/shared/script/contentText';
import type { Step } from '@daihon/shared/script/schema';

/** Everything of a step that a reader may look for, in one text. */
export function searchText(step: Step, number: number): string {
  return [
    String(number),
    step.title,
    textOf(step.say),
    textOf(step.do),
    textOf(step.caution),
    step.outcome ?? '',
    ...(step.page === undefined ? [] : Object.values(step.page)),
    ...step.gates.map(({ label }) => label),
    ...step.choices.map(({ label, when }) => `${label} ${when ?? ''}`),
    ...step.fields.map(
      ({ key, label, computed, options }) =>
        `${key} ${label} ${computed ?? ''} ${(options ?? []).map((option) => `${option.label} ${option.value}`).join(' ')}`,
    ),
  ].join('\n');
}
