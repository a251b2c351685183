import { findPlaceholders } from '@daihon/shared/script/placeholders';
import { isKey } from '@daihon/shared/script/keys';
import type { Editor } from '@tiptap/core';

/** What is wrong with braces in a text, and what may be meant: `key` is the placeholder it would be, null when it is none. */
export interface BraceProblem {
  text: string;
  key: string | null;
  name: 'unknown' | 'malformed';
}

/** The unknown placeholders and broken braces of a text, each once. */
export function braceProblems(text: string, isKnown: (key: string) => boolean): BraceProblem[] {
  const { uses, malformed } = findPlaceholders(text);
  const problems: BraceProblem[] = [
    ...uses
      .filter(({ key }) => !isKnown(key))
      .map(({ key, start, end }) => ({ text: text.slice(start, end), key, name: 'unknown' as const })),
    ...malformed.map(({ text: raw }) => {
      const inner = raw
        .replace(/[{}｛｝]/gu, '')
        .normalize('NFKC')
        .trim();
      return { text: raw, key: isKey(inner) ? inner : null, name: 'malformed' as const };
    }),
  ];
  return problems.filter(({ text: raw }, at) => problems.findIndex((other) => other.text === raw) === at);
}

/** Known keys that look like this one, the nearest first. */
export function similarKeys(key: string, known: readonly string[]): string[] {
  const wanted = pairsOf(key);
  return known
    .map((each) => ({ each, score: similarity(wanted, pairsOf(each)) }))
    .filter(({ score }) => score >= 0.4)
    .sort((a, b) => b.score - a.score)
    .slice(0, 2)
    .map(({ each }) => each);
}

/** Replaces every `text` of the editor by `{{key}}`, as one undo. */
export function replaceBraces(editor: Editor, text: string, key: string): void {
  const transaction = editor.state.tr;
  const places: number[] = [];
  editor.state.doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const whole = node.textBetween(0, node.content.size, undefined, '\n');
    for (let at = whole.indexOf(text); at !== -1; at = whole.indexOf(text, at + text.length))
      places.push(position + 1 + at);
    return false;
  });
  for (const place of places.reverse()) transaction.insertText(`{{${key}}}`, place, place + text.length);
  editor.view.dispatch(transaction);
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((pair) => b.has(pair)).length;
  return a.size + b.size === 0 ? 0 : (2 * common) / (a.size + b.size);
}
