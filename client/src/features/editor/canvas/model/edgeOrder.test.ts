import { scriptOf, stepOf, to } from '@daihon/shared/script/script.fixture';
import { expect, it } from 'vitest';
import { edgeOrder } from './edgeOrder.ts';

it('goes from the start along the choices, deep before wide, through loops once, to what is never reached', () => {
  const script = scriptOf([
    stepOf('loose'),
    stepOf('s1', { choices: to('s2', 's4') }),
    stepOf('s4'),
    stepOf('s2', { choices: to('s3', 's1') }),
    stepOf('s3'),
  ]);
  expect(edgeOrder({ ...script, start: 's1' })).toEqual(['s1', 's2', 's3', 's4', 'loose']);
});
