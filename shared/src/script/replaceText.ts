import { diffChars } from 'diff';
import type { Block, Content, Inline, Mark, Paragraph } from './content.ts';
import { textOfParagraph } from './contentText.ts';

/** One paragraph and whether it is an item of a list. */
interface Line {
  paragraph: Paragraph;
  /** The list it is in, by place; null outside of lists. */
  list: number | null;
}

/**
 * A content with `[from, to)` of its text (`textOf`) replaced. Characters that stay keep their marks, new ones take those of
 * what they replace or follow. A line break in `replacement` is one in the paragraph where the replaced text had one there, else a
 * new paragraph; conditions stay with the paragraphs that stay.
 */
export function replaceText(content: Content, from: number, to: number, replacement: string): Content {
  const lines = linesOf(content);
  const places = placesOf(lines);
  const first = places.findLastIndex((start) => start <= from);
  const last = places.findLastIndex((start) => start <= to);
  const [head, tail] = [lines[first], lines[last]];
  if (head === undefined || tail === undefined) return content;
  const before = textOfParagraph(head.paragraph).slice(0, from - (places[first] ?? 0));
  const after = textOfParagraph(tail.paragraph).slice(to - (places[last] ?? 0));
  const gone = textOfParagraph(head.paragraph).slice(before.length, to - (places[first] ?? 0));
  const inline = first === last && gone.includes('\n');
  const texts = `${before}${replacement}${after}`;
  const wanted = inline ? [texts] : splitOutside(before, replacement, after);
  const rewritten = wanted.map((text, index) => {
    const source = lines[Math.min(first + index, last)] ?? tail;
    const kept = first + index <= last ? (source.paragraph.content ?? []) : [];
    return { list: source.list, paragraph: rewrite(source.paragraph, kept, text) };
  });
  return contentOfLines([...lines.slice(0, first), ...rewritten, ...lines.slice(last + 1)]);
}

/** Breaks of the replacement alone are paragraphs; those of what stays around it stay what they are. */
function splitOutside(before: string, replacement: string, after: string): string[] {
  const parts = replacement.split('\n');
  return parts.map(
    (part, index) => (index === 0 ? before : '') + part + (index === parts.length - 1 ? after : ''),
  );
}

function linesOf(content: Content): Line[] {
  return (content.content ?? []).flatMap((block, index): Line[] =>
    block.type === 'paragraph'
      ? [{ paragraph: block, list: null }]
      : (block.content ?? []).flatMap((item) =>
          (item.content ?? []).map((paragraph) => ({ paragraph, list: index })),
        ),
  );
}

/** Where each line's text begins in the whole. */
function placesOf(lines: readonly Line[]): number[] {
  let at = 0;
  return lines.map(({ paragraph }) => {
    const start = at;
    at += textOfParagraph(paragraph).length + 1;
    return start;
  });
}

function contentOfLines(lines: readonly Line[]): Content {
  const blocks: Block[] = [];
  let list: number | null = null;
  for (const line of lines) {
    const open = blocks.at(-1);
    const item = { type: 'listItem' as const, content: [line.paragraph] };
    if (line.list === null) blocks.push(line.paragraph);
    else if (line.list === list && open?.type === 'bulletList') open.content?.push(item);
    else blocks.push({ type: 'bulletList', content: [item] });
    list = line.list;
  }
  return { type: 'doc', content: blocks };
}

function rewrite(paragraph: Paragraph, present: readonly Inline[], text: string): Paragraph {
  const { content: _content, ...rest } = paragraph;
  const inline = rewriteInline(present, text);
  return inline.length === 0 ? rest : { ...rest, content: inline };
}

/** Past this many edits the text is taken as replaced as a whole. */
const maxEdits = 600;

/** Each character with its marks; a break is `\n`. */
function rewriteInline(present: readonly Inline[], text: string): Inline[] {
  const marks = present.flatMap((node): (readonly Mark[])[] =>
    node.type === 'text' ? Array.from({ length: node.text.length }, () => node.marks ?? []) : [[]],
  );
  const older = present.map((node) => (node.type === 'text' ? node.text : '\n')).join('');
  const changes = older === '' ? undefined : diffChars(older, text, { maxEditLength: maxEdits });
  const result: (readonly Mark[])[] = [];
  let at = 0;
  if (changes === undefined) result.push(...Array.from({ length: text.length }, () => marks[0] ?? []));
  for (const [index, change] of (changes ?? []).entries()) {
    const { length } = change.value;
    if (change.removed) at += length;
    else if (!change.added) {
      result.push(...marks.slice(at, at + length));
      at += length;
    } else {
      const replaced = changes?.[index - 1];
      const mark = replaced?.removed ? marks[at - replaced.value.length] : between(marks[at - 1], marks[at]);
      result.push(...Array.from({ length }, () => mark ?? []));
    }
  }
  return joined(text, result);
}

/** What is typed after a character looks like it; a link goes on only inside of it. */
function between(left: readonly Mark[] = [], right: readonly Mark[] = []): readonly Mark[] {
  return left.filter((mark) => mark.type !== 'link' || right.some(({ type }) => type === 'link'));
}

function joined(text: string, marks: readonly (readonly Mark[])[]): Inline[] {
  const nodes: Inline[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    const own = [...(marks[index] ?? [])];
    const last = nodes.at(-1);
    if (letter === '\n') nodes.push({ type: 'hardBreak' });
    else if (last?.type === 'text' && JSON.stringify(last.marks ?? []) === JSON.stringify(own))
      nodes[nodes.length - 1] = { ...last, text: last.text + letter };
    else
      nodes.push(
        own.length === 0 ? { type: 'text', text: letter } : { type: 'text', text: letter, marks: own },
      );
  }
  return nodes;
}
