import { textOf } from './contentText.ts';
import type { Content } from './content.ts';

/** Speech on the phone: about 300 Japanese characters or 150 English words a minute. */
const charactersPerSecond = 5;
const wordsPerSecond = 2.5;
/** What a placeholder takes when it is read out, whatever its key is called. */
const placeholderCharacters = 5;

/** Whole seconds to read a content aloud; `text` may be given for content already filled in. Punctuation counts, spaces do not. */
export function readingSeconds(content: Content | string, language: 'ja' | 'en' = 'ja'): number {
  const text = (typeof content === 'string' ? content : textOf(content)).replace(
    /\{\{[^{}]*\}\}/gu,
    language === 'ja' ? 'あ'.repeat(placeholderCharacters) : 'name',
  );
  const seconds =
    language === 'ja'
      ? Array.from(text.replace(/\s/gu, '')).length / charactersPerSecond
      : text.split(/\s+/u).filter((word) => word !== '').length / wordsPerSecond;
  return Math.ceil(seconds);
}
