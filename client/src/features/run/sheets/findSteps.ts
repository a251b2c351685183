import { textOf } from '@daihon/shared/script/contentText';
import type { Script, Step } from '@daihon/shared/script/schema';
import { foldText } from '@daihon/shared/text/fold';
import { holdsWords, searchWords } from '@daihon/shared/text/searchWords';
import type { SearchWords } from '@daihon/shared/text/searchWords';
import { withoutKeys } from './withoutKeys.ts';

export interface FoundStep {
  step: Step;
  /** The line around the first word found, with the word apart; null when the title has it. */
  excerpt: { before: string; hit: string; after: string } | null;
}

export interface FoundSteps {
  /** At most `mostShown`. */
  steps: FoundStep[];
  /** How many there are in all. */
  count: number;
}

interface IndexedStep {
  step: Step;
  title: string;
  all: string;
}

/** More than anybody reads: a further word narrows the search. */
export const mostShown = 50;

/**
 * The steps that hold every word of the query or its like, in any width and kana: by title first, then by what is said, done and
 * chosen. A script is folded once, at its first search.
 */
export function findSteps(
  script: Script,
  query: string,
  same: readonly (readonly string[])[] = [],
): FoundSteps {
  const steps = indexOf(script);
  const words = searchWords(query, same);
  if (words.length === 0) return shown(steps.map(({ step }) => ({ step, excerpt: null })));
  const inTitle: IndexedStep[] = [];
  const inText: IndexedStep[] = [];
  for (const each of steps) {
    if (holdsWords(each.title, words)) inTitle.push(each);
    else if (holdsWords(each.all, words)) inText.push(each);
  }
  const found = [
    ...inTitle.map(({ step }) => ({ step, excerpt: null })),
    // Beyond what is shown nobody needs a line.
    ...inText.map(({ step }, at) => ({ step, excerpt: at < mostShown ? excerptOf(step, words) : null })),
  ];
  return shown(found);
}

function shown(found: FoundStep[]): FoundSteps {
  return { steps: found.slice(0, mostShown), count: found.length };
}

const indexes = new WeakMap<Script, readonly IndexedStep[]>();

function indexOf(script: Script): readonly IndexedStep[] {
  const known = indexes.get(script);
  if (known !== undefined) return known;
  const made = script.steps
    .filter(({ kind }) => kind !== 'condition')
    .map((step) => {
      const title = foldText(step.title);
      return { step, title, all: `${title} ${foldText(wordsOf(step))}` };
    });
  indexes.set(script, made);
  return made;
}

function wordsOf(step: Step): string {
  const texts = [step.say, step.do, step.caution].map(textOf);
  const labels = [...step.choices, ...step.fields, ...step.gates].map(({ label }) => label);
  const words = [...texts, ...labels].filter((text) => text !== '').map(withoutKeys);
  return words.join(' ').replace(/\s+/gu, ' ');
}

const aroundCharacters = 14;

function excerptOf(step: Step, words: SearchWords): FoundStep['excerpt'] {
  const text = wordsOf(step);
  const folded = foldText(text);
  const word = words.flat().find((each) => folded.includes(each)) ?? '';
  const at = folded.indexOf(word);
  // Folding may change the length (½, ㍻): then no place can be named.
  if (word === '' || folded.length !== text.length) return { before: text, hit: '', after: '' };
  const end = at + word.length;
  const from = Math.max(0, at - aroundCharacters);
  return {
    before: (from > 0 ? '…' : '') + text.slice(from, at),
    hit: text.slice(at, end),
    after: text.slice(end, end + 3 * aroundCharacters),
  };
}
