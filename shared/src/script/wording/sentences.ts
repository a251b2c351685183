import { masked, sentencesOf } from './hit.ts';
import type { WordHit, WordText } from './hit.ts';

/** Longer than this, a listener has lost the beginning. */
export const longSentenceCharacters = 60;
/** What a placeholder counts, whatever its key is called. */
const placeholderCharacters = 5;
const sameEndingCharacters = 6;
const sameEndingsInARow = 3;

/** What makes sentences hard to follow by ear: their length, particles and endings that come again and again. */
export function findSentences({ text, spoken }: WordText): WordHit[] {
  if (!spoken) return [];
  const sentences = sentencesOf(text);
  return [
    ...sentences.flatMap(({ text: sentence, start }) => [
      ...tooLong(sentence, start),
      ...repeatedHumble(sentence, start),
      ...doubledParticles(sentence, start),
    ]),
    ...sameEndings(sentences),
  ];
}

function tooLong(sentence: string, start: number): WordHit[] {
  const spoken = sentence.replace(new RegExp(`${masked}+`, 'gu'), 'あ'.repeat(placeholderCharacters));
  const length = Array.from(spoken.replace(/[\s、。！？!?「」『』（）()]/gu, '')).length;
  if (length <= longSentenceCharacters) return [];
  const lead = sentence.length - sentence.trimStart().length;
  return [hit('long_sentence', start + lead, start + sentence.trimEnd().length, { count: String(length) })];
}

/** 「ご説明させていただき、ご案内させていただきます」: the second one is marked. */
function repeatedHumble(sentence: string, start: number): WordHit[] {
  const [, ...again] = [...sentence.matchAll(/させていただ[きくいけ]/gu)];
  return again.map(({ 0: words, index }) =>
    hit('repeated_humble', start + index, start + index + words.length),
  );
}

/** Without a dictionary only what cannot be anything else: 〜は、〜は、 and 〜が、〜が、 in one breath, and three の in a row. */
function doubledParticles(sentence: string, start: number): WordHit[] {
  const twice = [...sentence.matchAll(/([はが])、([^、。\n]{1,24}?)\1、/gu)].map((match) => {
    const end = start + match.index + match[0].length;
    return hit('doubled_particle', end - 2, end - 1, { particle: match[1] ?? '' });
  });
  const noun = `[一-龠々ァ-ヶーA-Za-z0-9${masked}]`;
  const chain = new RegExp(`[おご]?(?:${noun}+(?:さま)?の(?:[おご](?=${noun}))?){3,}(?=${noun})`, 'gu');
  const chained = [...sentence.matchAll(chain)].map(({ 0: words, index }) =>
    hit('doubled_particle', start + index, start + index + words.length, { particle: 'の' }),
  );
  return [...twice, ...chained];
}

function sameEndings(sentences: readonly { text: string; start: number }[]): WordHit[] {
  const ends = sentences.map(
    ({ text }) => /([^。！？!?」』）)\n]+)[。！？!?」』）)]*$/u.exec(text.trimEnd())?.[1] ?? '',
  );
  return sentences.flatMap(({ text, start }, index) => {
    const ending = (ends[index] ?? '').slice(-sameEndingCharacters);
    if (ending.length < sameEndingCharacters || ending.includes(masked)) return [];
    const row = Array.from({ length: sameEndingsInARow }, (_, back) => ends[index - back] ?? '');
    const before = ends[index - sameEndingsInARow] ?? '';
    if (before.endsWith(ending) || !row.every((end) => end.endsWith(ending))) return [];
    const at = text.lastIndexOf(ending);
    return [hit('same_endings', start + at, start + at + ending.length, { ending })];
  });
}

function hit(code: WordHit['code'], from: number, to: number, values: Record<string, string> = {}): WordHit {
  return { code, from, to, instead: null, values };
}
