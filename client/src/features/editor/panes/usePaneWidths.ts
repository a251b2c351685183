import { useCallback, useState } from 'react';

const bounds = {
  outline: { least: 220, most: 480, start: 288 },
  panel: { least: 340, most: 640, start: 432 },
};
type Side = keyof typeof bounds;

/** Widths of the side panes in CSS pixels, kept in this browser. */
export function usePaneWidths() {
  const [widths, setWidths] = useState(() => ({ outline: stored('outline'), panel: stored('panel') }));
  const set = useCallback((side: Side, width: number) => {
    const fitting = fit(side, width);
    setWidths((present) => ({ ...present, [side]: fitting }));
    try {
      localStorage.setItem(name(side), String(fitting));
    } catch {
      return;
    }
  }, []);
  return { ...widths, set };
}

function stored(side: Side): number {
  const start = Math.min(
    bounds[side].start,
    Math.round(window.innerWidth * (side === 'outline' ? 0.22 : 0.32)),
  );
  try {
    const width = Number(localStorage.getItem(name(side)));
    return fit(side, Number.isFinite(width) && width > 0 ? width : start);
  } catch {
    return fit(side, start);
  }
}

function fit(side: Side, width: number): number {
  return Math.round(Math.min(bounds[side].most, Math.max(bounds[side].least, width)));
}

function name(side: Side): string {
  return `daihon.editor.${side}`;
}
