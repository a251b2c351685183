import { describe, expect, it } from 'vitest';
import { dayOf, formatClock, formatExact, formatTime } from './formatTime.ts';

describe('times on screen', () => {
  const lateInLondon = '2026-11-24T15:30:05.120Z';

  it('are those of Japan', () => {
    expect(formatClock(lateInLondon)).toBe('00:30');
    expect(dayOf(lateInLondon)).toBe('2026-11-25');
  });

  it('show seconds where they are evidence', () => {
    expect(formatExact(lateInLondon)).toBe('2026/11/25 00:30:05');
  });

  it('name the year only when it is not this one', () => {
    expect(formatTime(lateInLondon, new Date('2026-12-01T00:00:00Z'))).toBe('11/25 00:30');
    expect(formatTime(lateInLondon, new Date('2027-02-01T00:00:00Z'))).toBe('2026/11/25 00:30');
  });
});
