import type { Script, Step } from '@daihon/shared/script/schema';
import { MarkerType } from '@xyflow/react';
import type { Edge } from '@xyflow/react';
import { shareUnchanged } from '../../session/shareUnchanged.ts';
import type { Standing } from '../model/folds.ts';
import { groupIdOf } from '../model/folds.ts';
import { allHandle } from '../nodes/handles.ts';

export type ChoiceEdgeData = {
  label: string;
  /** The condition it hangs on; null: none. */
  when: string | null;
  /** The choice it stands for; null when it stands for several. */
  choice: { stepId: string; choiceId: string } | null;
};
export type MapEdge = Edge<ChoiceEdgeData, 'choice'>;

const markerEnd = { type: MarkerType.ArrowClosed, width: 16, height: 16 };
const ofSteps = new WeakMap<Standing, WeakMap<Step, MapEdge[]>>();
let latest: MapEdge[] = [];

/**
 * One edge per choice that has a target, between what is drawn; several between folded groups are one. The same objects
 * while nothing of them changes: the map would otherwise lay all of them anew with every key typed.
 */
export function edgesOf(script: Script, standing: Standing): MapEdge[] {
  let known = ofSteps.get(standing);
  if (known === undefined) ofSteps.set(standing, (known = new WeakMap()));
  const single: MapEdge[] = [];
  const joined = new Map<string, MapEdge>();
  for (const step of script.steps) {
    let edges = known.get(step);
    if (edges === undefined) known.set(step, (edges = edgesFrom(step, standing)));
    for (const edge of edges) {
      if (edge.data?.choice !== null) single.push(edge);
      else joined.set(edge.id, edge);
    }
  }
  const next = [...single, ...joined.values()];
  if (next.length !== latest.length || next.some((edge, index) => edge !== latest[index])) {
    latest = shareUnchanged(latest, next);
  }
  return latest;
}

function edgesFrom(step: Step, { of }: Standing): MapEdge[] {
  const source = of.get(step.id) ?? step.id;
  return step.choices.flatMap((choice): MapEdge[] => {
    if (choice.to === null) return [];
    const target = of.get(choice.to) ?? choice.to;
    const isStanding = source !== step.id || target !== choice.to;
    if (isStanding && source === target) return [];
    if (groupIdOf(source) !== null || groupIdOf(target) !== null || source !== step.id) {
      const handle = source === step.id ? choice.id : allHandle;
      return [edge(`${source}/${handle}>${target}`, { source, sourceHandle: handle, target }, null)];
    }
    const ends = { source, sourceHandle: choice.id, target };
    return [
      edge(`${step.id}/${choice.id}`, ends, {
        label: choice.label,
        when: choice.when,
        choice: { stepId: step.id, choiceId: choice.id },
      }),
    ];
  });
}

function edge(
  id: string,
  ends: Pick<MapEdge, 'source' | 'sourceHandle' | 'target'>,
  data: ChoiceEdgeData | null,
): MapEdge {
  return {
    id,
    type: 'choice',
    ...ends,
    data: data ?? { label: '', when: null, choice: null },
    markerEnd,
    selectable: data !== null,
    reconnectable: data === null ? false : 'target',
  };
}
