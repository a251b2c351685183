import type { Inline, Mark } from '../../script/content.ts';

/** A run of a text with its marks, or line breaks: `soft` where a new line of the file says it. */
export type Piece = { text: string; marks: readonly Mark[] } | { text: null; soft: boolean; count: number };

/** Line breaks inside of a text count as those beside it; several in a row are one piece, as two marks side by side would be one. */
export function piecesOf(nodes: readonly Inline[]): Piece[] {
  const parts = nodes.flatMap((node) => (node.type === 'hardBreak' ? [null] : linesOf(node)));
  return parts.flatMap((part, index): Piece[] => {
    if (part !== null) return [part];
    if (index > 0 && parts[index - 1] === null) return [];
    const end = parts.findIndex((other, at) => at > index && other !== null);
    const count = (end < 0 ? parts.length : end) - index;
    return [{ text: null, soft: count === 1 && index > 0 && end > 0, count }];
  });
}

type Run = { text: string; marks: readonly Mark[] } | null;

function linesOf(node: Extract<Inline, { type: 'text' }>): Run[] {
  return node.text
    .split(/\r\n|\r|\n/u)
    .flatMap((line, index): Run[] => [
      ...(index === 0 ? [] : [null]),
      ...(line === '' ? [] : [{ text: line, marks: node.marks ?? [] }]),
    ]);
}

/** Whether two texts say the same, in which order their marks stand left aside. */
export function sameInline(a: readonly Inline[], b: readonly Inline[]): boolean {
  return signature(a) === signature(b);
}

function signature(nodes: readonly Inline[]): string {
  const runs: [text: string, marks: string][] = [];
  for (const piece of piecesOf(nodes)) {
    const marks =
      piece.text === null
        ? '-'
        : piece.marks
            .map((mark) => JSON.stringify(mark))
            .sort()
            .join();
    const last = runs.at(-1);
    if (last?.[1] === marks) last[0] += piece.text ?? '';
    else runs.push([piece.text ?? '\n'.repeat(piece.count), marks]);
  }
  return JSON.stringify(runs);
}
