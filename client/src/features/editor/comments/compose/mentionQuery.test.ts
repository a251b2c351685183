import { describe, expect, it } from 'vitest';
import { fittingPeople, mentionQuery } from './mentionQuery.ts';

describe('calling someone in a comment', () => {
  it('begins with @ in either width, also right after a Japanese word', () => {
    expect(mentionQuery('ここは＠さ', 5)).toEqual({ start: 3, query: 'さ' });
    expect(mentionQuery('@', 1)).toEqual({ start: 0, query: '' });
    expect(mentionQuery('@佐藤 さん', 6)).toBeNull();
  });

  it('is not begun by an e-mail address', () => {
    expect(mentionQuery('info@exa', 8)).toBeNull();
  });

  it('finds people by name or login ID, width and case folded', () => {
    const people = [
      { id: '1', name: '佐藤 花子', loginId: 'sv1@sakura.example' },
      { id: '2', name: 'サトウ太郎', loginId: 'sv2@sakura.example' },
    ];
    expect(fittingPeople(people, '佐藤花').map(({ id }) => id)).toEqual(['1']);
    expect(fittingPeople(people, 'ｓｖ２').map(({ id }) => id)).toEqual(['2']);
    expect(fittingPeople(people, 'さとう').map(({ id }) => id)).toEqual(['2']);
    expect(fittingPeople(people, '').length).toBe(2);
  });
});
