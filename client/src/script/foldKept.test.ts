import { expect, it } from 'vitest';
import { foldKept } from './foldKept.ts';

const lines = (count: number) => Array.from({ length: count }, (_, index) => `${index + 1}`).join('\n');

it('keeps two lines beside a change, on either side', () => {
  expect(
    foldKept([
      ['=', `${lines(9)}\n`],
      ['+', '新'],
      ['=', `\n${lines(9)}`],
    ]),
  ).toEqual([
    ['=', '…\n9\n'],
    ['+', '新'],
    ['=', '\n1\n…'],
  ]);
});

it('keeps short stretches, and texts that did not change', () => {
  const short = [
    ['=', '一\n二\n'],
    ['-', '三'],
  ] as const;
  expect(foldKept(short.map(([kind, text]) => [kind, text]))).toEqual(short);
  expect(foldKept([['=', lines(9)]])).toEqual([['=', lines(9)]]);
});
