import { describe, expect, it } from 'vitest';
import { callValues } from './callValues.ts';
import { compileCondition, compute, holds } from './conditions.ts';
import { explain } from './explain.ts';

describe('conditions', () => {
  it('names the keys they ask for, dotted ones whole and names of their own left out', () => {
    expect(
      compileCondition('customer.age >= 20 && reason in ["料金"] && [1].exists(x, x == amount)'),
    ).toEqual({
      ok: true,
      keys: ['customer.age', 'reason', 'amount'],
    });
  });

  it('refuse broken syntax, unknown functions and types that cannot fit', () => {
    for (const bad of ['1 +', 'fetch("x")', '"a" > 1', 'constructor.constructor("x")()']) {
      expect(compileCondition(bad).ok, bad).toBe(false);
    }
  });

  it('hold for values that fit, of nested keys too', () => {
    expect(holds('customer.age >= 20', { 'customer.age': 20 })).toBe(true);
    expect(holds('reason == "料金"', { reason: '料金' })).toBe(true);
    expect(holds('"未開封" in state', { state: ['未開封', '他'] })).toBe(true);
    expect(holds('amount * 1.1 > 100.0', { amount: 100 })).toBe(true);
  });

  it('do not hold, and do not throw, where a value is missing', () => {
    for (const expression of [
      'x > 1',
      '1 < x',
      'x <= y',
      'x + 1 > 1',
      '"a" in x',
      'x',
      'x.startsWith("a")',
      '1 / 0 == 1',
    ]) {
      expect(holds(expression, {}), expression).toBe(false);
    }
    expect(holds('x == null && !y', {})).toBe(true);
  });

  it('never reach what is not a value of the call', () => {
    for (const key of ['constructor', 'a.__proto__', '__proto__', 'a.constructor.name']) {
      expect(holds(`${key} != null`, { a: 1 }), key).toBe(false);
    }
  });

  it('take a key that every object knows for what it is: not filled in', () => {
    expect(holds('constructor == null && customer.constructor == null', {})).toBe(true);
    expect(holds('constructor == "大工"', { constructor: '大工' })).toBe(true);
  });

  it('compute values for computed fields', () => {
    const priority = 'scope == "全社" && work == "全停止" ? "P1" : "P3"';
    expect(compute(priority, { scope: '全社', work: '全停止' })).toBe('P1');
    expect(compute('quantity * price', { quantity: 2, price: 980 })).toBe(1960);
    expect(compute('quantity * price', { quantity: 2 })).toBeNull();
  });
});

describe('the values of a call', () => {
  const script = {
    placeholders: [{ key: 'price', label: '価格', type: 'amount' as const, example: '', fallback: '' }],
    steps: [
      {
        fields: [
          field('total', 'number', 'quantity * price'),
          field('doubled', 'number', 'total * 2'),
          field('quantity', 'number'),
        ],
      },
    ] as never,
  };
  it('are numbers also when typed in full width, and computed fields build on one another', () => {
    expect(callValues(script, { quantity: '１２' }, { price: '1,000' })).toEqual({
      price: 1000,
      quantity: 12,
      total: 12_000,
      doubled: 24_000,
    });
  });
  it('are null for every declared key that is not filled in', () => {
    expect(callValues(script, {}, {})).toEqual({ price: null, quantity: null, total: null, doubled: null });
  });
});

function field(key: string, type: string, computed?: string): object {
  return {
    id: key,
    key,
    label: key,
    type,
    required: false,
    personal: false,
    ...(computed === undefined ? {} : { computed }),
  };
}

describe('the reason shown to the agent', () => {
  const labels = {
    reason: { label: '解約理由', options: { price: '料金', move: '引越し' } },
    months: { label: '契約月数' },
  };
  it('is said in labels, in Japanese and English', () => {
    const expression = 'reason == "price" && (months > 24 || reason in ["price", "move"])';
    const { sentence, seen, holds: yes } = explain(expression, { reason: 'price', months: 30 }, labels);
    expect(sentence).toBe(
      '解約理由 = 料金 かつ （契約月数 > 24 または 解約理由 が 料金・引越し のいずれか）',
    );
    expect(seen).toEqual([
      { key: 'reason', label: '解約理由', text: '料金' },
      { key: 'months', label: '契約月数', text: '30' },
    ]);
    expect(yes).toBe(true);
    expect(explain('!(months == null)', {}, labels, 'en').sentence).toBe('not (契約月数 is empty)');
    expect(explain('(months + 1) * 2 >= 24', {}, labels).sentence).toBe('（契約月数 + 1） × 2 ≥ 24');
    expect(explain('reason != null && size(reason) == 4', {}, labels).sentence).toBe('解約理由の数 = 4');
    expect(explain('months != null && reason == "move"', {}, labels).sentence).toBe(
      '契約月数 が入力済み かつ 解約理由 = 引越し',
    );
  });
  it('is the expression itself where words would mislead, and says why it failed', () => {
    expect(explain('months % 7 > 2', {}, labels)).toMatchObject({ sentence: 'months % 7 > 2', holds: false });
    expect(explain('months % 7 > 2', {}, labels).failure).toContain('no such overload');
  });
});
