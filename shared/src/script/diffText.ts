import { diffArrays } from 'diff';
import type { DiffOp } from '../version.ts';
import { matchPairs } from './matchPairs.ts';

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Words as a Japanese reader sees them, each `{{…}}` in one piece. */
export function tokensOf(text: string): string[] {
  return text
    .split(/(\{\{[^{}]*\}\})/u)
    .flatMap((part) =>
      part.startsWith('{{') ? [part] : Array.from(segmenter.segment(part), ({ segment }) => segment),
    );
}

/**
 * What differs between two texts, for reading: lines aligned first, then words compared, then tiny islands of sameness taken
 * into the change around them. The `=` and `-` texts together are the older text, `=` and `+` the newer.
 */
export function diffText(before: string, after: string): DiffOp[] {
  const older = before.split('\n');
  const newer = after.split('\n');
  const ops: DiffOp[] = [];
  let [from, to] = [0, 0];
  for (const [olderIndex, newerIndex] of matchPairs(older, newer, (a, b) => a === b)) {
    ops.push(...diffLines(older, [from, olderIndex], newer, [to, newerIndex]));
    const breaks = [olderIndex, newerIndex].map((index) => (index === 0 ? '' : '\n'));
    ops.push(
      ...(breaks[0] === breaks[1] ? keep(breaks[0]) : replace(breaks[0], breaks[1])),
      ...keep(older[olderIndex]),
    );
    [from, to] = [olderIndex + 1, newerIndex + 1];
  }
  ops.push(...diffLines(older, [from, older.length], newer, [to, newer.length]));
  return joined(ops);
}

type Range = readonly [number, number];

/** What stands between two lines that stayed: line by line where there are as many, otherwise as one text. */
function diffLines(
  older: readonly string[],
  olderRange: Range,
  newer: readonly string[],
  newerRange: Range,
): DiffOp[] {
  const gone = linesOf(older, olderRange);
  const fresh = linesOf(newer, newerRange);
  if (gone.length !== fresh.length) return diffWords(gone.join(''), fresh.join(''));
  return gone.flatMap((line, index) => diffWords(line, fresh[index] ?? ''));
}

/** Each line with the break before it. */
function linesOf(lines: readonly string[], [from, to]: Range): string[] {
  return lines.slice(from, to).map((line, offset) => (from + offset === 0 ? line : `\n${line}`));
}

function keep(text = ''): DiffOp[] {
  return [['=', text]];
}

function replace(gone = '', fresh = ''): DiffOp[] {
  return [
    ['-', gone],
    ['+', fresh],
  ];
}

function diffWords(before: string, after: string): DiffOp[] {
  if (before === '' || after === '') return replace(before, after);
  const changes = diffArrays(tokensOf(before), tokensOf(after));
  const ops = changes.map(({ added, removed, value }): DiffOp => [
    added ? '+' : removed ? '-' : '=',
    value.join(''),
  ]);
  return mergeIslands(joined(ops));
}

const islandCharacters = 2;

/** Two characters that happen to be equal inside a rewritten phrase help nobody: `し[-ょう][+ゃいます]` is unreadable. */
function mergeIslands(ops: readonly DiffOp[]): DiffOp[] {
  const merged = ops.flatMap((op, index): DiffOp[] => {
    const [kind, text] = op;
    const inside = index > 0 && index < ops.length - 1;
    const tiny =
      kind === '=' && inside && Array.from(text).length <= islandCharacters && !/[\n{}]/u.test(text);
    return tiny ? replace(text, text) : [op];
  });
  return joined(merged);
}

/** Neighbours of one kind as one, and within a change what is gone before what is new. */
function joined(ops: readonly DiffOp[]): DiffOp[] {
  const result: DiffOp[] = [];
  let [gone, fresh] = ['', ''];
  const flush = (): void => {
    if (gone !== '') result.push(['-', gone]);
    if (fresh !== '') result.push(['+', fresh]);
    [gone, fresh] = ['', ''];
  };
  for (const [kind, text] of ops) {
    if (text === '') continue;
    if (kind === '-') gone += text;
    else if (kind === '+') fresh += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.[0] === '=') last[1] += text;
      else result.push(['=', text]);
    }
  }
  flush();
  return result;
}
