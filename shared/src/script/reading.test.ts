import { describe, expect, it } from 'vitest';
import type { Content, Paragraph } from './content.ts';
import { contentOf } from './contentText.ts';
import { readingSeconds } from './reading.ts';

const paragraph = (text: string, when?: string): Paragraph => ({
  type: 'paragraph',
  ...(when === undefined ? {} : { attrs: { when } }),
  content: [{ type: 'text', text }],
});
const contentWith = (...content: NonNullable<Content['content']>): Content => ({ type: 'doc', content });
const listOf = (...items: string[]): NonNullable<Content['content']>[number] => ({
  type: 'bulletList',
  content: items.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
});
const seconds = (count: number) => 'あ'.repeat(count * 5);

describe('the time it takes to read aloud', () => {
  it('follows the language', () => {
    expect(readingSeconds(contentOf('お電話ありがとうございます。{{customer.name}}様'))).toBe(4);
    expect(readingSeconds('Thank you for calling us today', 'en')).toBe(3);
  });

  it('counts of alternatives the longest', () => {
    const content = contentWith(
      paragraph(seconds(2)),
      paragraph(seconds(3), 'renewal == "yes"'),
      paragraph(seconds(1), 'renewal == "yes"'),
      paragraph(seconds(7), 'renewal != "yes"'),
    );
    expect(readingSeconds(content)).toBe(9);
  });

  it('sums what may be shown together', () => {
    const content = contentWith(paragraph(seconds(3), 'plan == "gold"'), paragraph(seconds(7), 'age > 65'));
    expect(readingSeconds(content)).toBe(10);
  });

  it('counts of a list with headings the longest item, of any other list all', () => {
    const headed = listOf(`【成分】${seconds(4)}`, `【納期】${seconds(6)}`);
    expect(readingSeconds(contentWith(paragraph(seconds(1)), headed))).toBe(8);
    expect(readingSeconds(contentWith(listOf(seconds(4), seconds(6))))).toBe(10);
  });
});
