import { expect, it } from 'vitest';
import type { PathEntry, VersionSwitch } from '@daihon/shared/call';
import { linesOf, placeOf, versionsOf } from './callPath.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString();
const entry = (stepId: string, minute: number, more: Partial<PathEntry> = {}): PathEntry => ({
  stepId,
  choiceId: null,
  at: at(minute),
  ...more,
});
const change: VersionSwitch = { at: at(2), from: 3, to: 4, how: 'accepted', stepId: 'b' };
const call = {
  scriptId: 's',
  version: 4,
  switches: [change],
  path: [entry('a', 1), entry('x', 3, { scriptId: 'part', version: 7 }), entry('b', 4)],
  undone: [],
};

it('finds for each step the version that it was seen on', () => {
  expect(call.path.map((each) => placeOf(call, each))).toEqual([
    { scriptId: 's', version: 3 },
    { scriptId: 'part', version: 7 },
    { scriptId: 's', version: 4 },
  ]);
  expect(versionsOf(call)).toHaveLength(3);
});

it('shows a change of version where it happened', () => {
  const shown = linesOf(call).map((line) => (line.kind === 'step' ? line.entry.stepId : '→'));
  expect(shown).toEqual(['a', '→', 'x', 'b']);
});
