import { expect, it } from 'vitest';
import type { StepDiff } from '@daihon/shared/version';
import { newsSince } from './news.ts';

const step = (id: string, words: string): StepDiff => ({
  id,
  change: 'changed',
  title: id,
  parts: [{ part: 'say', ops: [['+', words]] }],
});
const changes = (...steps: StepDiff[]) => ({ diff: { from: 1, to: null, steps }, heldWays: [] });
const way = (heldId: string, stepId: string | null) => ({
  heldId,
  stepId,
  kind: 'choice' as const,
  label: '',
  to: null,
});

it('names the steps that changed, came and went since the look', () => {
  const looked = changes(step('a', '一'), step('b', '二'), step('c', '三'));
  const now = changes(step('a', '一'), step('b', '二と'), step('d', '四'));
  expect(newsSince(looked, now, new Set())).toEqual(['b', 'c', 'd']);
});

it('leaves out what one held back oneself, and the ways that go otherwise because of it', () => {
  const looked = changes(step('a', '一'), step('n', '新'), step('b', '二'), step('', '割り込み'));
  const now = { ...changes(step('b', '二と')), heldWays: [way('n', 'a'), way('n', null)] };
  expect(newsSince(looked, now, new Set(['n']))).toEqual(['b']);
});
