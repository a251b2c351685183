import { useMemo } from 'react';
import { useScript, useView } from '../../session/context.ts';
import type { Folds } from '../model/folds.ts';
import { standingOf } from '../model/standing.ts';
import { edgesOf } from './edges.ts';
import type { MapEdge } from './edges.ts';

/** The ways between what is drawn; the chosen one is marked. */
export function useMapEdges(folds: Folds): MapEdge[] {
  const script = useScript();
  const chosen = useView((view) => view.edge);
  const edges = edgesOf(script, standingOf(script, folds));
  return useMemo(() => {
    if (chosen === null) return edges;
    const id = `${chosen.stepId}/${chosen.choiceId}`;
    return edges.map((edge) => (edge.id === id ? { ...edge, selected: true } : edge));
  }, [edges, chosen]);
}
