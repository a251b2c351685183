/** One measured figure of one contestant. */
export interface Figure {
  what: string;
  contestant: string;
  value: number;
  unit: string;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** A Markdown table: one line a figure, one column a contestant, and ours as a ratio of the best peer. */
export function tableOf(figures: readonly Figure[]): string {
  const contestants = [...new Set(figures.map((figure) => figure.contestant))];
  const rows = [...new Set(figures.map((figure) => `${figure.what} (${figure.unit})`))];
  const lines = rows.map((row) => {
    const of = (contestant: string) =>
      figures.find((figure) => figure.contestant === contestant && `${figure.what} (${figure.unit})` === row)
        ?.value;
    const peers = contestants
      .slice(1)
      .map(of)
      .filter((value) => value !== undefined);
    const ours = of(contestants[0] ?? '');
    const ratio = peers.length > 0 && ours !== undefined ? (ours / Math.min(...peers)).toFixed(2) : '';
    return `| ${[row, ...contestants.map((contestant) => of(contestant)?.toFixed(2) ?? ''), ratio].join(' | ')} |`;
  });
  return [
    `| ${['figure', ...contestants, 'ours / best peer'].join(' | ')} |`,
    `|${' --- |'.repeat(contestants.length + 2)}`,
    ...lines,
  ].join('\n');
}
