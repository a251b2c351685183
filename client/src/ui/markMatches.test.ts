import { expect, it } from 'vitest';
import { markMatches } from './markMatches.ts';

const marked = (text: string, query: string) =>
  markMatches(text, query)
    .map((piece) => (piece.match ? `[${piece.text}]` : piece.text))
    .join('');

it('marks each word of a query, whatever its width, case and kana', () => {
  expect(marked('ご本人さまのホンニン確認', 'ほんにん')).toBe('ご本人さまの[ホンニン]確認');
  expect(marked('ＷｅｂとWEB', 'web')).toBe('[Ｗｅｂ]と[WEB]');
  expect(marked('解約金と番号', '番号 解約')).toBe('[解約]金と[番号]');
  expect(marked('㈱さくら', '(株)')).toBe('[㈱]さくら');
  expect(marked('そのまま', '')).toBe('そのまま');
});
