import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../../call.ts';
import { compileCondition, holds } from '../conditions.ts';
import { readRules } from './read.ts';
import { isComplete, valueKinds, ruleOperators } from './tree.ts';
import type { Rule, RuleGroup, RuleMode, RuleOperator, RuleTree, RuleValue } from './tree.ts';
import { writeRules } from './write.ts';

describe('rules and their condition in CEL', () => {
  it('are one and the same, whatever is written', () => {
    fc.assert(
      fc.property(tree, values, (rules, call) => {
        const expression = writeRules(rules) ?? '';
        expect(compileCondition(expression), expression).toMatchObject({ ok: true });
        const read = readRules(expression);
        expect(read, expression).not.toBeNull();
        const again = read === null ? null : writeRules(read);
        expect(again).toBe(expression);
        expect(holds(again ?? '', call)).toBe(holds(expression, call));
      }),
      { numRuns: 1_000 },
    );
  });

  it('come back as they were made', () => {
    const rules: RuleTree = {
      mode: 'any',
      items: [
        rule('plan', 'is', { kind: 'text', text: 'gold' }),
        {
          mode: 'all',
          rules: [
            rule('months', 'atLeast', { kind: 'number', number: 24 }),
            rule('points', 'countAtLeast', { kind: 'number', number: 2 }),
          ],
        },
        {
          mode: 'none',
          rules: [
            rule('reason', 'oneOf', { kind: 'list', items: ['料金', '引越し'] }),
            rule('x', 'empty', null),
          ],
        },
      ],
    };
    const expression =
      'plan == "gold" || (months >= 24 && (points != null && size(points) >= 2)) || !(reason in ["料金", "引越し"] || x == null)';
    expect(writeRules(rules)).toBe(expression);
    expect(readRules(expression)).toEqual(rules);
  });

  it('read what people write by hand', () => {
    expect(readRules('65 <= age')).toEqual({
      mode: 'all',
      items: [rule('age', 'atLeast', { kind: 'number', number: 65 })],
    });
    expect(readRules('a != null && size(a) > 1 && !("x" in b)')).toEqual({
      mode: 'all',
      items: [
        rule('a', 'countAtLeast', { kind: 'number', number: 2 }),
        rule('b', 'hasNot', { kind: 'text', text: 'x' }),
      ],
    });
    expect(readRules('!(a == "x" && b == "y")')).toMatchObject({ mode: 'notAll', items: [{}, {}] });
    expect(readRules('name.contains("株式会社")')?.items).toEqual([
      rule('name', 'contains', { kind: 'text', text: '株式会社' }),
    ]);
  });

  it('say no to what they cannot say the same', () => {
    for (const expression of [
      'a > b + 1',
      'a == "x" ? b == "y" : c == "z"',
      'a == 1 && (b == 1 || (c == 1 && d == 1))',
      // False for what is not filled in, where the rule's own text would be true.
      '!name.contains("x")',
      '!(size(a) >= 2)',
      'a == true',
      'a',
      '1 +',
    ])
      expect(readRules(expression), expression).toBeNull();
  });

  it('leave out what is not said yet', () => {
    expect(writeRules({ mode: 'all', items: [rule('', 'is', null)] })).toBeNull();
    expect(
      writeRules({
        mode: 'any',
        items: [
          rule('a', 'filled', null),
          rule('b', 'is', { kind: 'text', text: '' }),
          { mode: 'all', rules: [] },
        ],
      }),
    ).toBe('a != null');
  });
});

function rule(key: string, operator: RuleOperator, value: RuleValue | null): Rule {
  return { subject: { kind: 'key', key }, operator, value };
}

const key = fc.constantFrom('a', 'b.c', 'customer.name', 'reason', 'size_of');
const text = fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' });
const number = fc.oneof(
  fc.integer({ min: -5, max: 100 }),
  fc.double({ min: -3, max: 3, noNaN: true }).map((each) => Math.round(each * 100) / 100 + 0),
);
const valueOf: Record<RuleValue['kind'], fc.Arbitrary<RuleValue>> = {
  text: text.map((each) => ({ kind: 'text', text: each })),
  number: number.map((each) => ({ kind: 'number', number: each })),
  list: fc.array(text, { minLength: 1, maxLength: 3 }).map((items) => ({ kind: 'list', items })),
  numbers: fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
    .map((numbers) => ({ kind: 'numbers', numbers })),
  key: key.map((each) => ({ kind: 'key', key: each })),
  days: fc.record({
    kind: fc.constant('days'),
    days: fc.integer({ min: -9, max: 9 }),
    business: fc.boolean(),
  }),
};

const ruleArbitrary: fc.Arbitrary<Rule> = fc.constantFrom(...ruleOperators).chain((operator) => {
  const kinds = valueKinds[operator];
  const value = kinds.length === 0 ? fc.constant(null) : fc.oneof(...kinds.map((kind) => valueOf[kind]));
  const subject =
    operator === 'open' || operator === 'closed'
      ? fc.constant({ kind: 'open' as const })
      : key.map((each) => ({ kind: 'key' as const, key: each }));
  return fc.record({ subject, operator: fc.constant(operator), value }).filter(isComplete);
});
const mode = fc.constantFrom<RuleMode>('all', 'any', 'none', 'notAll');
const group: fc.Arbitrary<RuleGroup> = fc.record({
  mode,
  rules: fc.array(ruleArbitrary, { minLength: 1, maxLength: 3 }),
});
const tree: fc.Arbitrary<RuleTree> = fc.record({
  mode,
  items: fc.array(fc.oneof({ weight: 3, arbitrary: ruleArbitrary }, { weight: 1, arbitrary: group }), {
    minLength: 1,
    maxLength: 4,
  }),
});
const values: fc.Arbitrary<Record<string, FieldValue | null>> = fc.dictionary(
  key,
  fc.oneof(text, number, fc.constant(null), fc.array(text, { maxLength: 3 })),
);
