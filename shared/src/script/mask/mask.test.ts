import { describe, expect, it } from 'vitest';
import { fieldOf, scriptOf, stepOf, to } from '../script.fixture.ts';
import { masksOf } from './masksOf.ts';
import { looksMasked, maskText } from './maskText.ts';

describe('a masked value', () => {
  it('tells neither itself nor how long it is', () => {
    expect(['山田', '山田 花子 様', 1, true, ['a', 'b']].map((value) => maskText(value, 'all'))).toEqual(
      Array.from({ length: 5 }, () => '●●●●'),
    );
    expect(looksMasked(maskText('山田', 'all'))).toBe(true);
    expect(maskText('', 'all')).toBe('');
    expect(maskText(null, 'last4')).toBe('');
  });

  it('shows its end where that is wanted, and never more than half of it', () => {
    expect(maskText('090-1234-5678', 'last4')).toBe('●●●●5678');
    expect(maskText(1234567, 'last4')).toBe('●●●●567');
    expect(maskText('1234', 'last4')).toBe('●●●●34');
    expect(maskText('1', 'last4')).toBe('●●●●');
    expect(maskText('𠮷𠮷𠮷', 'last4')).toBe('●●●●𠮷');
    expect(maskText(['a', 'b', 'c'], 'last4')).toBe('●●●●');
  });
});

describe('the masked keys of a call', () => {
  it('are those that any version of it masks, the stricter mask first', () => {
    const versions = [undefined, 'last4', 'all', 'last4'] as const;
    const scripts = versions.map((mask) =>
      scriptOf([
        stepOf('a', { fields: [fieldOf('tel', mask === undefined ? {} : { mask }), fieldOf('name')] }),
      ]),
    );
    expect([...masksOf(scripts)]).toEqual([['tel', 'all']]);
    expect([...masksOf(scripts.slice(0, 2))]).toEqual([['tel', 'last4']]);
    expect([...masksOf(scripts.slice(0, 1))]).toEqual([]);
  });

  it('take along what is computed from them, whatever the order', () => {
    const fields = [
      fieldOf('total', { computed: 'twice + 1' }),
      fieldOf('twice', { computed: 'income * 2' }),
      fieldOf('copy', { computed: 'income' }),
      fieldOf('open', { computed: 'qty * 2' }),
      fieldOf('qty'),
      fieldOf('income', { mask: 'last4' }),
    ];
    const masks = masksOf([scriptOf([stepOf('a', { fields, choices: to('e') })])]);
    expect(Object.fromEntries(masks)).toEqual({
      income: 'last4',
      copy: 'last4',
      twice: 'all',
      total: 'all',
    });
  });

  it('take along what is handed to a called script and back', () => {
    const caller = scriptOf([
      stepOf('a', { fields: [fieldOf('tel', { mask: 'last4' }), fieldOf('back')] }),
      stepOf('j', {
        kind: 'jump',
        jump: {
          scriptId: 'part',
          inputs: [{ key: 'given', from: 'tel' }],
          outputs: [{ key: 'secret', to: 'back' }],
        },
      }),
    ]);
    const part = scriptOf([stepOf('b', { fields: [fieldOf('secret', { mask: 'all' })] })]);
    expect(Object.fromEntries(masksOf([caller, part]))).toEqual({
      tel: 'last4',
      given: 'last4',
      secret: 'all',
      back: 'all',
    });
  });
});
