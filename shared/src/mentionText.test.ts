import { describe, expect, it } from 'vitest';
import { markedText, mentionedIds, shownText, textParts } from './mentionText.ts';

const people = [
  { id: 'a1', name: '佐藤' },
  { id: 'b2', name: '佐藤 花子' },
];
const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '?';

describe('mentions in a comment', () => {
  it('are typed by name and kept by id, longer names first', () => {
    const typed = '@佐藤 花子 さんと@佐藤さん、ご確認ください';
    const kept = markedText(typed, people);
    expect(kept).toBe('<@b2> さんと<@a1>さん、ご確認ください');
    expect(shownText(kept, nameOf)).toBe(typed);
    expect(mentionedIds(`${kept} <@a1>`)).toEqual(['b2', 'a1']);
  });

  it('leave an @ that nobody was chosen for as text', () => {
    expect(markedText('info@example.com @高橋', people)).toBe('info@example.com @高橋');
    expect(textParts('一 <@a1>')).toEqual([{ text: '一 ' }, { mention: 'a1' }]);
  });
});
