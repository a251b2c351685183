import type { Node } from '@tiptap/pm/model';

interface Line {
  /** Where its first character stands in the document, and in the text. */
  position: number;
  offset: number;
  text: string;
}

/** A document's text as anchors count it: a line per paragraph, a break as `\n`. */
export function proseLines(doc: Node): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, '\n');
    lines.push({ position: position + 1, offset, text });
    offset += text.length + 1;
    return false;
  });
  return lines;
}

export function proseText(doc: Node): string {
  return proseLines(doc)
    .map(({ text }) => text)
    .join('\n');
}

/** The place in the text of a position in the document. */
export function offsetOf(doc: Node, position: number): number {
  const lines = proseLines(doc);
  const line = lines.findLast((each) => each.position <= position) ?? lines[0];
  if (line === undefined) return 0;
  return line.offset + Math.min(Math.max(0, position - line.position), line.text.length);
}

/** The position in the document of a place in the text. */
export function positionOf(doc: Node, offset: number): number {
  const lines = proseLines(doc);
  const line = lines.findLast((each) => each.offset <= offset) ?? lines[0];
  return line === undefined ? 0 : line.position + Math.min(offset - line.offset, line.text.length);
}

/** The whole line that a position is in. */
export function lineAt(doc: Node, position: number): { from: number; to: number } {
  const lines = proseLines(doc);
  const line = lines.findLast((each) => each.position <= position) ?? lines[0];
  if (line === undefined) return { from: 0, to: 0 };
  return { from: line.offset, to: line.offset + line.text.length };
}
