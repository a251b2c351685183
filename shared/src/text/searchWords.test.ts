import { expect, it } from 'vitest';
import { foldText } from './fold.ts';
import { holdsWords, searchWords } from './searchWords.ts';

const same = [
  ['解約', '退会', 'やめたい'],
  ['返品', '返却'],
];

it('takes a word for all that mean the same, in any width and kana', () => {
  expect(searchWords('ヤメタイ　 ＩＤ', same)).toEqual([['やめたい', '解約', '退会'], ['id']]);
  expect(searchWords(' 　', same)).toEqual([]);
});

it('finds a text that holds every word or its like, and no other', () => {
  const text = foldText('ご解約の手続きをご案内します');
  expect(holdsWords(text, searchWords('退会 手続き', same))).toBe(true);
  expect(holdsWords(text, searchWords('退会 返品', same))).toBe(false);
  expect(holdsWords(text, searchWords('退会', []))).toBe(false);
});
