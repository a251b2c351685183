import { expect, it } from 'vitest';
import type { AuditRow } from '../../../store/auditRows.ts';
import { editGroups } from './editGroups.ts';

const start = Date.parse('2026-01-05T09:00:00Z');

function row(minute: number, who: string, detail: Record<string, unknown>): AuditRow {
  const at = new Date(start + minute * 60_000);
  const actor = { id: who, loginId: who };
  return { n: minute, at, actor, detail: { n: minute, part: 'update', ...detail } } as unknown as AuditRow;
}

it('groups the edits of one person until they pause, each person by themselves', () => {
  const rows = [
    row(30, 'anna', { steps: ['c'] }),
    row(12, 'anna', { steps: ['b'] }),
    row(11, 'bert', { steps: ['a'] }),
    row(10, 'anna', { steps: ['a'] }),
    row(9, 'anna', { part: 'restore', steps: ['z'] }),
    row(8, 'anna', { n: null }),
  ];
  const groups = editGroups(rows).map(({ loginId, how, count, stepIds }) => [
    loginId,
    how,
    count,
    [...stepIds],
  ]);
  expect(groups).toEqual([
    ['anna', 'typed', 1, ['c']],
    ['anna', 'typed', 2, ['b', 'a']],
    ['bert', 'typed', 1, ['a']],
    ['anna', 'restore', 1, ['z']],
  ]);
});
