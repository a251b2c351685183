import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content } from './content.ts';
import { contentOf, textOf } from './contentText.ts';
import { replaceText } from './replaceText.ts';

describe('replacing a part of a text', () => {
  it('keeps the marks of what stays and gives new words those of what they replace', () => {
    const content: Content = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { when: 'vip' },
          content: [
            { type: 'text', text: 'お電話' },
            { type: 'text', text: 'ありがとう', marks: [{ type: 'bold' }] },
            { type: 'text', text: 'ございます' },
          ],
        },
      ],
    };
    expect(replaceText(content, 3, 8, '感謝')).toEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { when: 'vip' },
          content: [
            { type: 'text', text: 'お電話' },
            { type: 'text', text: '感謝', marks: [{ type: 'bold' }] },
            { type: 'text', text: 'ございます' },
          ],
        },
      ],
    });
  });

  it('makes paragraphs of new lines, in a list items, and keeps breaks where there were breaks', () => {
    const item = (text: string) => ({
      type: 'listItem' as const,
      content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
    });
    const list: Content = {
      type: 'doc',
      content: [{ type: 'bulletList', content: [item('一'), item('二')] }],
    };
    expect(replaceText(list, 0, 1, '一\n一半').content).toEqual([
      { type: 'bulletList', content: [item('一'), item('一半'), item('二')] },
    ]);
    const broken: Content = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: '前' }, { type: 'hardBreak' }, { type: 'text', text: '後' }],
        },
      ],
    };
    expect(replaceText(broken, 0, 3, 'まえ\nあと').content).toEqual([
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'まえ' }, { type: 'hardBreak' }, { type: 'text', text: 'あと' }],
      },
    ]);
  });

  it('does to the text what a plain replacement does, whatever it holds', () => {
    const lines = fc.array(fc.string({ unit: fc.constantFrom('あ', 'い', '𠮷', 'x'), maxLength: 6 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(lines, lines, fc.nat(), fc.nat(), (present, wanted, a, b) => {
        const content = contentOf(present.join('\n'));
        const text = textOf(content);
        const [from, to] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y);
        const replacement = wanted.join('\n');
        const result = replaceText(content, from ?? 0, to ?? 0, replacement);
        expect(textOf(result)).toBe(text.slice(0, from) + replacement + text.slice(to));
      }),
    );
  });
});
