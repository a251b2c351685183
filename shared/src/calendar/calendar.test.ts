import { describe, expect, it } from 'vitest';
import { addBusinessDays, isBusinessDay } from './businessDays.ts';
import { addDays, dayOf, daysBetween, localTime, minuteOf, weekdayNumber } from './days.ts';
import { isOpenAt } from './openingHours.ts';
import { plainSurroundings } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';
import { withTax } from './tax.ts';

const { calendar } = plainSurroundings;
const holidays = [
  { date: '2026-09-21', ja: '敬老の日', en: 'Respect for the Aged Day' },
  { date: '2026-09-22', ja: '休日', en: "Citizen's Holiday" },
  { date: '2026-09-23', ja: '秋分の日', en: 'Autumnal Equinox Day' },
];
const around: Surroundings = { ...plainSurroundings, holidays };
const having = (patch: Partial<Surroundings['calendar']>): Surroundings => ({
  ...around,
  calendar: { ...calendar, ...patch },
});
const minute = (text: string): number => minuteOf(text) ?? -1;

describe('days', () => {
  it('are read as people and systems write them', () => {
    for (const text of [
      '2026-01-05',
      '2026/1/5',
      '２０２６年１月５日',
      '2026.01.05',
      '2026-01-05T10:00:00+09:00',
    ])
      expect(dayOf(text), text).toBe('2026-01-05');
    for (const text of ['', '2026-02-30', '2026-13-01', '明日', '05/01/2026', '2026-1'])
      expect(dayOf(text), text).toBeNull();
  });

  it('are counted over months, leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-11-24', '2026-11-20')).toBe(-4);
    expect(weekdayNumber('2026-11-23')).toBe(1);
    expect(weekdayNumber('2026-11-29')).toBe(7);
  });

  it('and times are those of the clock on the wall of the tenant', () => {
    expect(localTime('2026-11-24T15:30:00Z', 'Asia/Tokyo')).toEqual({ day: '2026-11-25', minute: 30 });
    expect(localTime('2026-11-24T15:30:00Z', 'Europe/Berlin')).toEqual({ day: '2026-11-24', minute: 990 });
  });

  it('have times in several spellings', () => {
    expect(['9:05', '09:05', '９時５分', '9時', '24:00', '09:05:59'].map(minuteOf)).toEqual([
      545, 545, 545, 540, 1440, 545,
    ]);
    expect(['25:00', '9', '9:75', ''].map(minuteOf)).toEqual([null, null, null, null]);
  });
});

describe('business days', () => {
  it('leave out weekends and public holidays', () => {
    // Friday before a silver week of five days.
    expect(addBusinessDays('2026-09-18', 1, around)).toBe('2026-09-24');
    expect(addBusinessDays('2026-09-24', -1, around)).toBe('2026-09-18');
    expect(addBusinessDays('2026-09-18', 3, around)).toBe('2026-09-28');
  });

  it('count public holidays where the tenant works on them', () => {
    expect(addBusinessDays('2026-09-18', 1, having({ japaneseHolidays: false }))).toBe('2026-09-21');
  });

  it('give the day itself, or the next business day, for none', () => {
    expect(addBusinessDays('2026-09-18', 0, around)).toBe('2026-09-18');
    expect(addBusinessDays('2026-09-19', 0, around)).toBe('2026-09-24');
  });

  it('know the days on which the tenant is closed or open of its own', () => {
    const own = having({
      closed: [{ date: '2026-12-30', label: '年末' }],
      open: [
        { date: '2026-12-26', label: '臨時', hours: [] },
        { date: '2026-12-30', label: '両方', hours: [] },
      ],
    });
    expect(isBusinessDay('2026-12-26', own)).toBe(true);
    expect(isBusinessDay('2026-12-30', own)).toBe(false);
    expect(addBusinessDays('2026-12-29', 1, own)).toBe('2026-12-31');
  });

  it('are none where nobody ever works, and none too far away', () => {
    const never = having({
      closed: Array.from({ length: 5_000 }, (_, at) => ({ date: addDays('2026-09-18', at), label: '' })),
    });
    expect(addBusinessDays('2026-09-18', 1, never)).toBeNull();
    expect(addBusinessDays('2026-09-18', 5_000, around)).toBeNull();
  });
});

describe('opening hours', () => {
  const open = (day: string, time: string, by = around): boolean => isOpenAt(day, minute(time), by);

  it('begin with the first minute and end before the last', () => {
    expect(['08:59', '09:00', '17:59', '18:00'].map((time) => open('2026-11-24', time))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(open('2026-11-28', '10:00')).toBe(false);
    expect(open('2026-09-22', '10:00')).toBe(false);
  });

  it('go over midnight, into a day that is closed itself', () => {
    const night = having({ hours: { ...calendar.hours, fri: [{ from: '22:00', to: '06:00' }], sat: [] } });
    expect(open('2026-11-27', '23:00', night)).toBe(true);
    expect(open('2026-11-28', '05:59', night)).toBe(true);
    expect(open('2026-11-28', '06:00', night)).toBe(false);
    expect(open('2026-11-27', '05:00', night)).toBe(false);
  });

  it('are round the clock from 00:00 to 24:00, and from a time to the same', () => {
    const always = having({
      hours: {
        ...calendar.hours,
        sat: [{ from: '00:00', to: '24:00' }],
        sun: [{ from: '08:00', to: '08:00' }],
      },
    });
    expect(open('2026-11-28', '00:00', always)).toBe(true);
    expect(open('2026-11-28', '23:59', always)).toBe(true);
    expect(open('2026-11-29', '07:59', always)).toBe(false);
    expect(open('2026-11-30', '07:59', always)).toBe(true);
  });

  it('have pauses, days of their own hours and closed days', () => {
    const own = having({
      hours: {
        ...calendar.hours,
        tue: [
          { from: '09:00', to: '12:00' },
          { from: '13:00', to: '17:00' },
        ],
      },
      open: [{ date: '2026-11-28', label: '臨時営業', hours: [{ from: '10:00', to: '12:00' }] }],
      closed: [{ date: '2026-11-27', label: '棚卸し' }],
    });
    expect(open('2026-11-24', '12:30', own)).toBe(false);
    expect(open('2026-11-28', '10:00', own)).toBe(true);
    expect(open('2026-11-27', '10:00', own)).toBe(false);
  });
});

describe('tax', () => {
  it('is rounded as the tenant rounds, exactly', () => {
    expect(withTax(980, 10, 'down')).toBe(1078);
    expect(withTax(105, 10, 'down')).toBe(115);
    expect(withTax(105, 10, 'nearest')).toBe(116);
    expect(withTax(101, 10, 'up')).toBe(112);
    // In binary fractions 100 * 1.1 is 110.00000000000001.
    expect(withTax(100, 10, 'up')).toBe(110);
    expect(withTax(0.1 + 0.2, 0, 'up')).toBe(1);
    expect(withTax(1234, 8, 'down')).toBe(1332);
    expect(withTax(0, 10, 'up')).toBe(0);
  });

  it('of a refund goes the same way from nothing', () => {
    expect(withTax(-105, 10, 'down')).toBe(-115);
    expect(withTax(-105, 10, 'up')).toBe(-116);
    expect(Object.is(withTax(-0.4, 10, 'down'), 0)).toBe(true);
  });

  it('is none of what is no amount', () => {
    expect(withTax(Number.NaN, 10, 'down')).toBeNull();
    expect(withTax(1e300, 10, 'down')).toBeNull();
  });
});
