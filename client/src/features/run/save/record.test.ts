import { expect, it } from 'vitest';
import type { CallRecord } from './record.ts';
import { withRelease, withWithdrawal } from './record.ts';

const record: CallRecord = {
  id: 'c1',
  accountId: 'a1',
  title: '受注',
  startedAt: '2026-04-01T10:00:00+09:00',
  touchedAt: '2026-04-01T10:00:00+09:00',
  state: { scriptId: 's', version: 1, path: [], fields: {}, placeholders: {}, memo: '', switches: [] },
  called: {},
  outcome: null,
  endedAt: null,
  rev: 3,
  revs: {},
  started: true,
  sentRev: 3,
  endSent: false,
  deferred: null,
  externalId: null,
};
const withdrawal = (seq: number, scriptId = 's') => ({
  seq,
  scriptId,
  title: '受注',
  substitute: `${seq} の代わり`,
  reason: '誤り',
});

it('keeps the latest withdrawal of each script, and changes nothing that the server stores', () => {
  const first = withWithdrawal(withWithdrawal(record, withdrawal(4)), withdrawal(5, 'part'));
  const again = withWithdrawal(first, withdrawal(6));
  expect(again.withdrawn?.map(({ seq }) => seq)).toEqual([5, 6]);
  expect(withWithdrawal(again, withdrawal(4))).toBe(again);
  expect(again.rev).toBe(record.rev);
});

it('forgets a withdrawal when its script is released later, and only then', () => {
  const withdrawn = withWithdrawal(withWithdrawal(record, withdrawal(4)), withdrawal(5, 'part'));
  expect(withRelease(withdrawn, 's', 3)).toBe(withdrawn);
  expect(withRelease(withdrawn, 's', 6).withdrawn).toEqual([withdrawal(5, 'part')]);
  expect(withRelease(record, 's', 6)).toBe(record);
});
