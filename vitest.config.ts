import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longestFirst.ts';

/**
 * Whole-system tests wait most of their time, so two files share the machine. Every night one has it alone, and what is promised
 * in seconds is held to the letter (test/support/until.ts).
 */
const alone = process.env.NIGHTLY === '1';
const shared = {
  maxWorkers: alone ? 1 : 2,
  env: { BUSY: process.env.BUSY ?? (alone ? '1' : '2') },
  expect: { poll: { timeout: 30_000 } },
};

/** What an input method and a random person do within milliseconds says nothing on a machine that lags behind them. */
const timed = ['test/e2e/editor-ime*.test.ts', 'test/e2e/editor-soak.test.ts'];

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,server,client}/src/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'system',
          sequence: { groupOrder: 1 },
          include: ['test/{contract,integration,security,fuzz,fault}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'e2e',
          sequence: { groupOrder: 2 },
          include: ['test/e2e/**/*.test.ts'],
          exclude: timed,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...shared,
          maxWorkers: 1,
          env: { BUSY: process.env.BUSY ?? '1' },
          name: 'load',
          sequence: { groupOrder: 4 },
          include: ['test/load/**/*.test.ts'],
          testTimeout: 900_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...shared,
          maxWorkers: 1,
          env: { BUSY: process.env.BUSY ?? '1' },
          name: 'timed',
          sequence: { groupOrder: 3 },
          include: timed,
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
