import type { Surroundings } from '../calendar/surroundings.ts';
import type { Block, Content, Paragraph } from './content.ts';
import { holds } from './conditions.ts';
import type { Values } from './conditions.ts';

/** The content without the paragraphs whose condition does not hold (SPEC 16), in lists too; an emptied list is gone. */
export function shownContent(content: Content, values: Values, around?: Surroundings): Content {
  const shown = (paragraph: Paragraph): boolean => {
    const when = paragraph.attrs?.when ?? null;
    return when === null || holds(when, values, around);
  };
  const blocks = (content.content ?? []).flatMap((block): Block[] => {
    if (block.type === 'paragraph') return shown(block) ? [block] : [];
    const items = (block.content ?? []).flatMap((item) => {
      const paragraphs = (item.content ?? []).filter(shown);
      return paragraphs.length === 0 ? [] : [{ ...item, content: paragraphs }];
    });
    return items.length === 0 ? [] : [{ ...block, content: items }];
  });
  return { type: 'doc', content: blocks };
}
