import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import styles from './PaneDivider.module.css';

interface PaneDividerProps {
  label: string;
  width: number;
  /** Between these the width can be chosen. */
  least: number;
  most: number;
  onWidth: (width: number) => void;
  /** The side of the pane that it resizes. */
  side: 'left' | 'right';
  folded: boolean;
  onFold: () => void;
}

const keyStepPx = 24;

/** A line to drag between two panes; arrow keys resize, Home and End go to the bounds, Enter and a double click fold. */
export function PaneDivider(props: PaneDividerProps) {
  const { label, width, least, most, onWidth, side, folded, onFold } = props;
  const outward = side === 'left' ? 1 : -1;
  const drag = (down: PointerEvent<HTMLDivElement>) => {
    const from = down.clientX;
    const line = down.currentTarget;
    line.setPointerCapture(down.pointerId);
    const move = (event: globalThis.PointerEvent) => onWidth(width + (event.clientX - from) * outward);
    const end = () => line.removeEventListener('pointermove', move);
    line.addEventListener('pointermove', move);
    line.addEventListener('lostpointercapture', end, { once: true });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onFold();
    else if (folded) return;
    else if (event.key === 'Home') onWidth(least);
    else if (event.key === 'End') onWidth(most);
    else if (event.key === 'ArrowLeft') onWidth(width - keyStepPx * outward);
    else if (event.key === 'ArrowRight') onWidth(width + keyStepPx * outward);
    else return;
    event.preventDefault();
  };
  const Icon = (side === 'left') === folded ? IconChevronRight : IconChevronLeft;
  return (
    <div
      className={styles.divider}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={folded ? 0 : width}
      data-folded={folded || undefined}
      onPointerDown={folded ? undefined : drag}
      onDoubleClick={onFold}
      onKeyDown={press}
    >
      <span
        className={styles.fold}
        aria-hidden
        onPointerDown={(event) => event.stopPropagation()}
        onClick={onFold}
      >
        <Icon size="0.875rem" />
      </span>
    </div>
  );
}
