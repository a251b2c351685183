import type { Figure } from '../bench/figures.ts';
import { percentile } from '../bench/figures.ts';
import type { ManyAgentsResult } from './manyAgents.ts';

/** What a run with many agents comes to, for the table of the bench. */
export function figuresOf(agents: number, result: ManyAgentsResult): Figure[] {
  const figure = (what: string, value: number, unit: string): Figure => ({
    what,
    contestant: 'Daihon',
    value,
    unit,
  });
  return [
    figure(
      `release at an agent of ${agents}, from the request, p50`,
      percentile(result.arrivalMs, 0.5),
      'ms',
    ),
    figure(
      `release at an agent of ${agents}, from the request, p95`,
      percentile(result.arrivalMs, 0.95),
      'ms',
    ),
    figure(`release at the last of ${agents} agents, median`, percentile(result.lastMs, 0.5), 'ms'),
    figure(`release at the last of ${agents} agents, worst`, Math.max(...result.lastMs), 'ms'),
    figure(`all ${agents} agents back with everything after a restart`, result.backMs / 1_000, 's'),
    figure(`reconnections of ${agents} agents while publishing`, result.reconnects, 'times'),
    figure('releases lost, twice or out of order', result.faults.length + result.behind, 'releases'),
  ];
}
