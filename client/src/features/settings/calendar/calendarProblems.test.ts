import { expect, it } from 'vitest';
import { plainSurroundings } from '@daihon/shared/calendar/surroundings';
import { clockTimeOf, isValid, repeatedDates } from './calendarProblems.ts';

it('reads times as people type them', () => {
  expect(['9', '９：３０', '930', '18時', '18時30分', '24:00', '7:05'].map(clockTimeOf)).toEqual([
    '09:00',
    '09:30',
    '09:30',
    '18:00',
    '18:30',
    '24:00',
    '07:05',
  ]);
  expect(['25:00', '昼', '', '9:7'].map(clockTimeOf)).toEqual(['25:00', '昼', '', '9:7']);
});

it('takes no calendar with a date twice or a time that is none', () => {
  const { calendar } = plainSurroundings;
  const day = { date: '2026-12-29', label: '' };
  expect(isValid({ ...calendar, closed: [day] })).toBe(true);
  expect(isValid({ ...calendar, closed: [day, day] })).toBe(false);
  expect(isValid({ ...calendar, hours: { ...calendar.hours, sat: [{ from: '9', to: '12:00' }] } })).toBe(
    false,
  );
  expect([...repeatedDates([day, day, { date: 'x' }])]).toEqual(['2026-12-29']);
});
