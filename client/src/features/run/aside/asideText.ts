import type { Aside, FieldValue } from '@daihon/shared/call';
import { maskText } from '@daihon/shared/script/mask/maskText';
import { masksOf, maskOfName } from '@daihon/shared/script/mask/masksOf';
import { valueText } from '@daihon/shared/script/valueText';
import { scopesOf } from '@daihon/shared/script/walk/scope';
import { stepIn } from '@daihon/shared/script/walk/state';
import type { Walk } from '@daihon/shared/script/walk/state';
import { shownText } from '@daihon/shared/script/walk/values';

/** What differs from the call as it stands: each entry by its label, masked as everywhere it is only looked at. */
export function asideEntries(walk: Walk, { state }: Aside): [label: string, text: string][] {
  const scripts = scopesOf(walk).map(({ script }) => script.script);
  const masks = masksOf(scripts);
  const labels = new Map(
    scripts.flatMap((script) => [
      ...script.placeholders.map(({ key, label }) => [key, label] as const),
      ...script.steps.flatMap((step) => step.fields.map(({ key, label }) => [key, label] as const)),
    ]),
  );
  const differing = (
    theirs: Readonly<Record<string, FieldValue>> = {},
    ours: Readonly<Record<string, FieldValue>>,
  ) => Object.entries(theirs).filter(([name, value]) => valueText(value) !== valueText(ours[name] ?? null));
  return [...differing(state.placeholders, walk.placeholders), ...differing(state.fields, walk.fields)].map(
    ([name, value]) => {
      const mask = maskOfName(masks, name);
      const label = labels.get(name.slice(name.lastIndexOf('/') + 1)) ?? '';
      return [
        label === '' ? name : shownText(walk, label),
        mask === undefined ? valueText(value) : maskText(value, mask),
      ];
    },
  );
}

/** The step that the other seat had come to; null when it is where the call stands, or not in its scripts. */
export function asideStep(walk: Walk, { state }: Aside): string | null {
  const last = state.path?.at(-1);
  if (last === undefined || last.stepId === walk.path.at(-1)?.stepId) return null;
  const script = last.scriptId === undefined ? walk.root : walk.called[last.scriptId];
  const step = stepIn(script, last.stepId);
  return step === null ? null : shownText(walk, step.title);
}
