import { BaseEdge, getBezierPath } from '@xyflow/react';
import type { EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import styles from './Canvas.module.css';

/**
 * A way from step to step with its label. The library's own label measures its text, one forced layout for each edge that
 * comes into sight; a halo of the paper's colour needs none.
 */
export const ChoiceEdge = memo(function ChoiceEdge(props: EdgeProps) {
  const { id, label, markerEnd, interactionWidth } = props;
  const [path, x, y] = getBezierPath(props);
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        {...(markerEnd === undefined ? {} : { markerEnd })}
        {...(interactionWidth === undefined ? {} : { interactionWidth })}
      />
      {typeof label === 'string' && label !== '' && (
        <text className={styles.edgeLabel} x={x} y={y} dy="0.35em">
          {label}
        </text>
      )}
    </>
  );
});
