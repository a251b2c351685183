import { expect, it } from 'vitest';
import { addDays, addMonths, dayInJapan, isPast } from './days.ts';

it('counts days and months as a calendar does', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
  expect(addMonths('2026-11-24', 14)).toBe('2028-01-24');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});
it('begins a day at midnight in Japan, and is overdue only the day after', () => {
  expect(dayInJapan(new Date('2026-11-23T15:00:00Z'))).toBe('2026-11-24');
  expect([isPast('2026-11-24', '2026-11-24'), isPast('2026-11-23', '2026-11-24')]).toEqual([false, true]);
});
