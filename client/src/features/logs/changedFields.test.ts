import { describe, expect, it } from 'vitest';
import { briefOf, changedFields, otherFields } from './changedFields.ts';

describe('the detail of a record', () => {
  const detail = {
    before: { role: 'agent', name: '田中', teams: ['受電'] },
    after: { role: 'supervisor', name: '田中', teams: ['受電', '架電'] },
    reason: '異動',
  };
  it('names only what changed', () => {
    expect(changedFields(detail)).toEqual([
      { key: 'role', before: 'agent', after: 'supervisor' },
      { key: 'teams', before: '受電', after: '受電、架電' },
    ]);
  });
  it('shows a creation as everything that came', () => {
    expect(changedFields({ after: { role: 'agent' } })).toEqual([
      { key: 'role', before: '', after: 'agent' },
    ]);
  });
  it('keeps what is no change apart', () => {
    expect(otherFields(detail)).toEqual([['reason', '異動']]);
    expect(briefOf(detail, (key) => key)).toBe(
      'role: agent → supervisor · teams: 受電 → 受電、架電 · reason: 異動',
    );
  });
});
