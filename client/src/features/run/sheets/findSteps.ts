import { textOf } from '@daihon/shared/script/contentText';
import type { Script, Step } from '@daihon/shared/script/schema';
import { foldText } from '@daihon/shared/text/fold';
import { matchesQuery } from '../../../ui/foldText.ts';

export interface FoundStep {
  step: Step;
  /** The line around the first word found, with the word apart; null when the title has it. */
  excerpt: { before: string; hit: string; after: string } | null;
}

/** The steps that hold every word of the query, in any width and kana: by title first, then by what is said, done and chosen. */
export function findSteps(script: Script, query: string): FoundStep[] {
  const steps = script.steps.filter(({ kind }) => kind !== 'condition');
  if (query.trim() === '') return steps.map((step) => ({ step, excerpt: null }));
  const found = steps.filter((step) => matchesQuery(`${step.title} ${wordsOf(step)}`, query));
  const inTitle = (step: Step) => matchesQuery(step.title, query);
  return [...found.filter(inTitle), ...found.filter((step) => !inTitle(step))].map((step) => ({
    step,
    excerpt: inTitle(step) ? null : excerptOf(wordsOf(step), query),
  }));
}

function wordsOf(step: Step): string {
  const texts = [step.say, step.do, step.caution].map(textOf);
  const labels = [...step.choices, ...step.fields, ...step.gates].map(({ label }) => label);
  return [...texts, ...labels]
    .filter((text) => text !== '')
    .join(' ')
    .replace(/\s+/gu, ' ');
}

const aroundCharacters = 14;

function excerptOf(text: string, query: string): FoundStep['excerpt'] {
  const word =
    foldText(query)
      .split(/\s+/u)
      .find((each) => each !== '') ?? '';
  const folded = foldText(text);
  const at = folded.indexOf(word);
  // Folding may change the length (½, ㍻): then no place can be named.
  if (at === -1 || folded.length !== text.length) return { before: text, hit: '', after: '' };
  const end = at + word.length;
  const from = Math.max(0, at - aroundCharacters);
  return {
    before: (from > 0 ? '…' : '') + text.slice(from, at),
    hit: text.slice(at, end),
    after: text.slice(end, end + 3 * aroundCharacters),
  };
}
