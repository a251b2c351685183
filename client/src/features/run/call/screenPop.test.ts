import { describe, expect, it } from 'vitest';
import { fieldOf, scriptOf, stepOf } from '@daihon/shared/script/script.fixture';
import { popInto, readScreenPop } from './screenPop.ts';

const script = scriptOf([stepOf('s1', { fields: [fieldOf('reason')] })]);

describe('a screen-pop', () => {
  it('fills what the script knows and leaves out the rest', () => {
    const pop = readScreenPop(
      new URLSearchParams('call_id=77&v.customer.name=水野&v.reason=fee&v.unknown=x&theme=dark'),
    );
    const into = {
      ...script,
      placeholders: [{ key: 'customer.name', label: '', type: 'text' as const, example: '', fallback: '' }],
    };
    expect(popInto(into, pop)).toEqual({
      placeholders: { 'customer.name': '水野', call_id: '77' },
      fields: { reason: 'fee' },
    });
  });
});
