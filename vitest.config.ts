import { defineConfig } from 'vitest/config';

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

export default defineConfig({
  test: {
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
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
