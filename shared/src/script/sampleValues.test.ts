import { expect, it } from 'vitest';
import { compute } from './conditions.ts';
import { sampleValues } from './sampleValues.ts';
import { fieldOf, scriptOf, stepOf } from './script.fixture.ts';

it('fills in examples, first options and least numbers, so that an expression can be tried', () => {
  const options = [{ value: 'gold', label: 'ゴールド' }];
  const fields = [
    fieldOf('quantity', { type: 'number', min: 3 }),
    fieldOf('boxes', { type: 'number', max: 0 }),
    fieldOf('plan', { type: 'radio', options }),
    fieldOf('extras', { type: 'checkbox', options }),
    fieldOf('note'),
    fieldOf('total', { type: 'number', computed: 'quantity * price' }),
  ];
  const placeholders = [
    { key: 'price', label: '', type: 'amount' as const, example: '1,200', fallback: '' },
    { key: 'name', label: '', type: 'text' as const, example: '', fallback: '' },
  ];
  const values = sampleValues(scriptOf([stepOf('a', { fields })], { placeholders }));
  expect(values).toEqual({
    quantity: 3,
    boxes: 0,
    plan: 'gold',
    extras: ['gold'],
    note: null,
    total: 3600,
    price: 1200,
    name: null,
  });
  expect(compute('plan == "gold" ? total : 0', values)).toBe(3600);
});
