import { BaseEdge } from '@xyflow/react';
import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import styles from '../Canvas.module.css';
import { useSentence } from '../../rules/useSentence.ts';
import type { ChoiceEdgeData, MapEdge } from './edges.ts';
import { laneOf, pathBetween } from './paths.ts';

const labelLength = 18;

/**
 * A way from step to step with its label, marked when it hangs on a condition. The library's own label measures its text,
 * one forced layout for each edge that comes into sight; a halo of the paper's colour needs none.
 */
export const ChoiceEdge = memo(function ChoiceEdge(props: EdgeProps<MapEdge>) {
  const { id, data, markerEnd, interactionWidth } = props;
  const { path, labelX, labelY } = pathBetween(props, laneOf(id));
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        {...(markerEnd === undefined ? {} : { markerEnd })}
        {...(interactionWidth === undefined ? {} : { interactionWidth })}
      />
      {data !== undefined && <Label x={labelX} y={labelY} data={data} />}
    </>
  );
});

function Label({ x, y, data }: { x: number; y: number; data: ChoiceEdgeData }) {
  const sentence = useSentence();
  const label = data.label || (data.when === null ? '' : sentence(data.when));
  if (label === '') return null;
  return (
    <text className={styles.edgeLabel} x={x} y={y} dy="0.35em">
      {data.when !== null && <tspan className={styles.conditional}>◇ </tspan>}
      {short(label)}
    </text>
  );
}

function short(label: string): string {
  const characters = Array.from(label);
  return characters.length <= labelLength ? label : `${characters.slice(0, labelLength).join('')}…`;
}
