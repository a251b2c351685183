import { expect, it } from 'vitest';
import { tableOf } from '../bench/figures.ts';
import { promisedMs } from '../support/until.ts';
import { figuresOf } from './figures.ts';
import { runManyAgents } from './manyAgents.ts';

const agents = Number(process.env.LOAD_AGENTS ?? 3_000);

it(
  `brings a release to the last of ${agents} agents within a second, and to each in order and once through reconnections and a restart`,
  async () => {
    const result = await runManyAgents({ agents, accounts: 100, rounds: 10, children: 3 });
    console.log(tableOf(figuresOf(agents, result)));
    expect(result.faults).toEqual([]);
    expect(result.behind).toBe(0);
    expect(result.published).toBe(21);
    expect(result.reconnects).toBeGreaterThan(agents * 0.1);
    expect(result.arrivalMs.length).toBe(agents * 10);
    expect(Math.max(...result.lastMs)).toBeLessThan(promisedMs(1_000));
  },
  15 * 60_000,
);
