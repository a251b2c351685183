import { expect, it } from 'vitest';
import { publicHolidays } from './publicHolidays.ts';

const dates = (year: number): string[] =>
  publicHolidays(new Date(`${year}-06-01T00:00:00Z`)).map(({ date }) => date);

it('knows days in lieu, and days between two holidays', () => {
  expect(dates(2024)).toContain('2024-08-12');
  expect(dates(2026)).toEqual(
    expect.arrayContaining(['2026-05-06', '2026-09-21', '2026-09-22', '2026-09-23']),
  );
});

it('knows the holidays that the games of 2020 and 2021 moved', () => {
  const known = dates(2021);
  expect(known).toEqual(
    expect.arrayContaining([
      '2020-07-23',
      '2020-07-24',
      '2020-08-10',
      '2021-07-22',
      '2021-07-23',
      '2021-08-09',
    ]),
  );
  for (const usual of ['2020-07-20', '2020-08-11', '2020-10-12', '2021-07-19', '2021-08-11', '2021-10-11'])
    expect(known, usual).not.toContain(usual);
});

it('reaches from last year to four years ahead, in order, with names', () => {
  const known = publicHolidays(new Date('2026-11-24T00:00:00Z'));
  expect(known[0]).toEqual({ date: '2025-01-01', ja: '元日', en: "New Year's Day" });
  expect(known.at(-1)?.date).toBe('2030-11-23');
  expect(known.map(({ date }) => date)).toEqual(known.map(({ date }) => date).sort());
});
