import { useCallback, useState } from 'react';

export const bounds = {
  outline: { least: 220, most: 480, start: 288 },
  panel: { least: 340, most: 640, start: 432 },
};
type Side = keyof typeof bounds;

/** Widths of the side panes in CSS pixels, as this person left them in this browser. */
export function usePaneWidths(accountId: string) {
  const [widths, setWidths] = useState(() => ({
    outline: stored('outline', accountId),
    panel: stored('panel', accountId),
  }));
  const set = useCallback(
    (side: Side, width: number) => {
      const fitting = fit(side, width);
      setWidths((present) => ({ ...present, [side]: fitting }));
      try {
        localStorage.setItem(name(side, accountId), String(fitting));
      } catch {
        return;
      }
    },
    [accountId],
  );
  return { ...widths, set };
}

function stored(side: Side, accountId: string): number {
  const start = Math.min(
    bounds[side].start,
    Math.round(window.innerWidth * (side === 'outline' ? 0.22 : 0.32)),
  );
  try {
    const width = Number(localStorage.getItem(name(side, accountId)));
    return fit(side, Number.isFinite(width) && width > 0 ? width : start);
  } catch {
    return fit(side, start);
  }
}

function fit(side: Side, width: number): number {
  return Math.round(Math.min(bounds[side].most, Math.max(bounds[side].least, width)));
}

function name(side: Side, accountId: string): string {
  return `daihon.editor.${side}.${accountId}`;
}
