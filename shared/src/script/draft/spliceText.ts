import * as Y from 'yjs';
import { sameEnds } from '../sameEnds.ts';
import { childrenOf, isElement } from './content.ts';

interface Splice {
  from: number;
  to: number;
  text: string;
}

/** A stretch of a paragraph's text and where Yjs keeps it. */
interface Run {
  start: number;
  length: number;
  says: string;
  text: Y.XmlText;
  index: number;
  attributes: Record<string, unknown>;
}

/**
 * Replaces a stretch of a paragraph in place: only what differs is taken out and put in, so the rest keeps its marks and what
 * a colleague types beside it survives. What is put in has the marks of what it stands for.
 */
export function spliceParagraph(paragraph: Y.XmlElement, splice: Splice): void {
  const runs = runsOf(paragraph);
  const present = textBetween(runs, splice.from, splice.to);
  const { from, to, text } = trimmed(present, splice);
  const at = runs.find((run) => from >= run.start && from < run.start + run.length);
  // Behind the last character, or nothing taken out: it goes on with what stands before it.
  const before = runs.findLast((run) => from > run.start && from <= run.start + run.length);
  const home = to > from ? at : (before ?? at);
  for (const run of runs.toReversed()) {
    const start = Math.max(from, run.start);
    const end = Math.min(to, run.start + run.length);
    if (start < end) run.text.delete(run.index + start - run.start, end - start);
  }
  if (text === '') return;
  if (home !== undefined) home.text.insert(home.index + from - home.start, text, { ...home.attributes });
}

function runsOf(paragraph: Y.XmlElement): Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (const child of childrenOf(paragraph)) {
    if (isElement(child, 'hardBreak')) start += 1;
    if (!(child instanceof Y.XmlText)) continue;
    let index = 0;
    for (const { insert, attributes } of child.toDelta() as {
      insert: unknown;
      attributes?: Record<string, unknown>;
    }[]) {
      // An embedded object takes one place in Yjs and none in a script.
      const length = typeof insert === 'string' ? insert.length : 1;
      if (typeof insert === 'string') {
        runs.push({ start, length, says: insert, text: child, index, attributes: attributes ?? {} });
        start += length;
      }
      index += length;
    }
  }
  return runs;
}

function textBetween(runs: readonly Run[], from: number, to: number): string {
  return runs
    .map((run) => run.says.slice(Math.max(0, from - run.start), Math.max(0, to - run.start)))
    .join('');
}

/** Without what is the same at both ends. */
function trimmed(present: string, { from, to, text }: Splice): Splice {
  const { head, tail } = sameEnds(present, text);
  return { from: from + head, to: to - tail, text: text.slice(head, text.length - tail) };
}
