import { describe, expect, it } from 'vitest';
import { plainSurroundings } from '../calendar/surroundings.ts';
import type { Surroundings } from '../calendar/surroundings.ts';
import { compileCondition, compute, evaluate, holds } from './conditions.ts';
import { explain } from './explain.ts';

// Tuesday 18:05 in Tokyo, the day before a holiday.
const around: Surroundings = {
  ...plainSurroundings,
  now: '2026-11-02T09:05:00Z',
  holidays: [{ date: '2026-11-03', ja: '文化の日', en: 'Culture Day' }],
};

describe('functions of dates', () => {
  it('know today, days and business days', () => {
    expect(compute('today()', {}, around)).toBe('2026-11-02');
    expect(compute('addDays(today(), 10)', {}, around)).toBe('2026-11-12');
    expect(compute('addBusinessDays(today(), 3)', {}, around)).toBe('2026-11-06');
    expect(compute('addBusinessDays(arrival, -1)', { arrival: '2026/11/4' }, around)).toBe('2026-11-02');
    expect(compute('daysBetween(today(), arrival)', { arrival: '2026-12-02' }, around)).toBe(30);
    expect(compute('daysBetween(today(), arrival) + 1', { arrival: '2026-12-02' }, around)).toBe(31);
    expect(compute('weekday(today())', {}, around)).toBe(1);
  });

  it('decide on business days and holidays', () => {
    expect(holds('isHoliday(addDays(today(), 1)) && isBusinessDay(today())', {}, around)).toBe(true);
    expect(holds('isBusinessDay("2026-11-03")', {}, around)).toBe(false);
    expect(holds('weekday(d) in [6, 7]', { d: '2026-11-07' }, around)).toBe(true);
  });

  it('give nothing, and no yes, for what is no date and no number', () => {
    for (const expression of [
      'addDays(x, 1)',
      'addDays(today(), x)',
      'addBusinessDays(x, 1)',
      'daysBetween(x, today())',
      'weekday(x)',
      'withTax(x)',
      'withReducedTax(x)',
    ])
      for (const x of [undefined, 'あした', true, ['2026-01-01']])
        expect(evaluate(expression, { x }, around), expression).toMatchObject({ value: null, failure: null });
    expect(
      holds('isHoliday(x) || isBusinessDay(x) || isOpen(x, "10:00") || isOpen(today(), x)', {}, around),
    ).toBe(false);
    expect(compute('addDays(today(), 1.5)', {}, around)).toBeNull();
    expect(compute('addDays(today(), 99999999)', {}, around)).toBeNull();
  });
});

describe('opening hours and tax in expressions', () => {
  it('are those of the tenant at this moment, or at another', () => {
    expect(holds('isOpen()', {}, around)).toBe(false);
    expect(holds('isOpen()', {}, { ...around, now: '2026-11-02T08:59:00Z' })).toBe(true);
    expect(holds('isOpen(day, time)', { day: '2026-11-04', time: '9:30' }, around)).toBe(true);
    expect(holds('isOpen("2026-11-03", "10:00")', {}, around)).toBe(false);
  });

  it('add the tax that the tenant has set, or another', () => {
    expect(compute('withTax(price * quantity)', { price: 980, quantity: 3 }, around)).toBe(3234);
    expect(compute('withTax(price, 8)', { price: 99 }, around)).toBe(106);
    const up: Surroundings = { ...around, tax: { ...around.tax, rounding: 'up', standardPercent: 8 } };
    expect(compute('withTax(price)', { price: 99 }, up)).toBe(107);
    expect(compute('withTax("１，０００")', {}, around)).toBe(1100);
  });

  it('add the reduced tax that the tenant has set', () => {
    expect(compute('withReducedTax(price)', { price: 99 }, around)).toBe(106);
    const other: Surroundings = { ...around, tax: { ...around.tax, rounding: 'up', reducedPercent: 5 } };
    expect(compute('withReducedTax("１，０１０")', {}, other)).toBe(1061);
    expect(compute('withReducedTax(100)', {})).toBeNull();
    expect(compileCondition('withReducedTax(p) > 100').ok).toBe(true);
    expect(compileCondition('withReducedTax(p, 8) > 100').ok).toBe(false);
  });
});

describe('without surroundings', () => {
  it('nothing that asks for them holds, and the reason is given', () => {
    expect(evaluate('isOpen()', {}).failure).toContain('calendar');
    expect(holds('!isOpen()', {})).toBe(false);
    expect(compute('withTax(100)', {})).toBeNull();
  });

  it('expressions are still known to be right or wrong', () => {
    for (const good of [
      'isOpen()',
      'isOpen(d, t)',
      'withTax(p, 8)',
      'addBusinessDays(today(), n)',
      'today() == d',
      'today < 3',
    ])
      expect(compileCondition(good).ok, good).toBe(true);
    for (const bad of ['isOpen(1)', 'today(1)', 'addDays(today())', 'withTax()', 'today() > 3', 'isopen()'])
      expect(compileCondition(bad).ok, bad).toBe(false);
  });

  it('ask for the keys in them', () => {
    expect(compileCondition('isOpen(visit.date, time) && isHoliday(today())')).toEqual({
      ok: true,
      keys: ['visit.date', 'time'],
    });
  });
});

describe('their reasons in words', () => {
  const labels = { visit: { label: '訪問日' }, price: { label: '単価' }, t: { label: '時刻' } };
  const said = (expression: string, language: 'ja' | 'en' = 'ja'): string =>
    explain(expression, {}, labels, language, around).sentence;

  it('are what a supervisor would say', () => {
    expect(said('isOpen()')).toBe('営業時間内');
    expect(said('!isOpen()')).toBe('営業時間外');
    expect(said('isOpen(visit, t)')).toBe('訪問日 時刻 が営業時間内');
    expect(said('visit <= addBusinessDays(today(), 3)')).toBe('訪問日 ≤ 本日の3営業日後');
    expect(said('visit < addBusinessDays(visit, -2)')).toBe('訪問日 < 訪問日の2営業日前');
    expect(said('visit == addBusinessDays(today(), 0)')).toBe('訪問日 = 本日以降の最初の営業日');
    expect(said('daysBetween(today(), visit) > 7')).toBe('本日から訪問日までの日数 > 7');
    expect(said('weekday(visit) == 6')).toBe('訪問日の曜日 = 土曜日');
    expect(said('!isBusinessDay(visit) || isHoliday(today())')).toBe(
      '訪問日 が営業日でない または 本日 が祝日',
    );
    expect(said('withTax(price) >= 10000')).toBe('単価の税込額 ≥ 10000');
    expect(said('withTax(price, 8) >= 10000')).toBe('単価の税込額（8%） ≥ 10000');
    expect(said('withReducedTax(price) >= 10000')).toBe('単価の税込額（軽減税率） ≥ 10000');
    expect(said('withReducedTax(price) >= 10000', 'en')).toBe('単価 with reduced tax ≥ 10000');
    expect(said('!isOpen()', 'en')).toBe('outside opening hours');
    expect(said('visit <= addBusinessDays(today(), 3)', 'en')).toBe('訪問日 ≤ 3 business days after today');
  });

  it('show the time where it decides', () => {
    expect(explain('isOpen()', {}, labels, 'ja', around).seen).toEqual([
      { key: '', label: '現在', text: '2026-11-02（月曜日）18:05' },
    ]);
    expect(explain('isHoliday(visit)', {}, labels, 'ja', around).seen.map(({ key }) => key)).toEqual([
      'visit',
    ]);
  });
});
