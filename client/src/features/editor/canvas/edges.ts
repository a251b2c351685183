import type { Script } from '@daihon/shared/script/schema';
import { MarkerType } from '@xyflow/react';
import type { Edge } from '@xyflow/react';
import { keyLabelsOf, sentenceOf } from '../rules/useSentence.ts';
import { shareUnchanged } from '../session/shareUnchanged.ts';

let latest: Edge[] = [];
const known = new WeakMap<Script, Edge[]>();

/**
 * One edge per choice that has a target; a choice without one is drawn as a stub by its node. The same objects while
 * nothing of them changes: the map would otherwise lay all of them anew with every key typed.
 */
export function edgesOf(script: Script): Edge[] {
  const present = known.get(script);
  if (present !== undefined) return present;
  latest = shareUnchanged(latest, edgesIn(script));
  known.set(script, latest);
  return latest;
}

function edgesIn(script: Script): Edge[] {
  const labels = keyLabelsOf(script);
  return script.steps.flatMap((step) =>
    step.choices.flatMap(({ id, to, label, when }): Edge[] => {
      if (to === null) return [];
      return [
        {
          id,
          type: 'choice',
          source: step.id,
          sourceHandle: id,
          target: to,
          label: label === '' && when !== null ? sentenceOf(when, labels, script.language) : label,
          markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 },
          reconnectable: 'target',
        },
      ];
    }),
  );
}
