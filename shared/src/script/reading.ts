import { compileCondition } from './conditions.ts';
import { textOfParagraph } from './contentText.ts';
import type { Block, Content, Paragraph } from './content.ts';

/** Speech on the phone: about 300 Japanese characters or 150 English words a minute. */
const charactersPerSecond = 5;
const wordsPerSecond = 2.5;
/** What a placeholder takes when it is read out, whatever its key is called. */
const placeholderCharacters = 5;
/** `【成分】…` or `[Size] …`: items to look up, of which the one asked about is read. */
const headed = /^\s*(?:【[^】]+】|\[[^\]]+\])/u;

/**
 * Whole seconds to read aloud what may be on screen at once, at most: of paragraphs whose conditions ask for the same keys
 * only those of the longest condition count, and of a list with headed items the longest. Punctuation counts, spaces do not.
 */
export function readingSeconds(content: Content | string, language: 'ja' | 'en' = 'ja'): number {
  if (typeof content === 'string') return Math.ceil(secondsOf(content, language));
  const spoken = (content.content ?? []).flatMap((block) => spokenParagraphs(block, language));
  const alternatives = byDecidingKeys(spoken).map((texts) =>
    Math.max(...texts.map((text) => secondsOf(text, language))),
  );
  return Math.ceil(alternatives.reduce((sum, seconds) => sum + seconds, 0));
}

function spokenParagraphs(block: Block, language: 'ja' | 'en'): Paragraph[] {
  if (block.type === 'paragraph') return [block];
  const items = (block.content ?? []).map((item) => item.content ?? []);
  const textOfItem = (item: readonly Paragraph[]): string => item.map(textOfParagraph).join('\n');
  if (items.length < 2 || !items.every((item) => headed.test(textOfItem(item)))) return items.flat();
  const seconds = (item: readonly Paragraph[]): number =>
    secondsOf(textOfItem(item).replace(headed, ''), language);
  return items.reduce((longest, item) => (seconds(item) > seconds(longest) ? item : longest));
}

/** One entry per set of keys that decide what is shown; in it, one text per condition. */
function byDecidingKeys(paragraphs: readonly Paragraph[]): string[][] {
  const byKeys = new Map<string, Map<string, string>>();
  for (const paragraph of paragraphs) {
    const when = paragraph.attrs?.when ?? '';
    const keys = decidingKeys(when);
    const texts = byKeys.get(keys) ?? new Map<string, string>();
    texts.set(when, `${texts.get(when) ?? ''}\n${textOfParagraph(paragraph)}`);
    byKeys.set(keys, texts);
  }
  return [...byKeys.values()].map((texts) => [...texts.values()]);
}

function decidingKeys(when: string): string {
  if (when === '') return '';
  const compiled = compileCondition(when);
  return compiled.ok ? compiled.keys.toSorted().join(' ') : when;
}

function secondsOf(text: string, language: 'ja' | 'en'): number {
  const spoken = text.replace(
    /\{\{[^{}]*\}\}/gu,
    language === 'ja' ? 'あ'.repeat(placeholderCharacters) : 'name',
  );
  return language === 'ja'
    ? Array.from(spoken.replace(/\s/gu, '')).length / charactersPerSecond
    : spoken.split(/\s+/u).filter((word) => word !== '').length / wordsPerSecond;
}
