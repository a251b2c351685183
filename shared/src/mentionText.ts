const mark = /<@([A-Za-z0-9_-]{1,64})>/gu;

/** The account ids that a comment's text mentions, each once. */
export function mentionedIds(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(mark), ([, id]) => id ?? ''))];
}

export type TextPart = { text: string } | { mention: string };

/** A comment's text cut at its mentions. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(mark)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ mention: match[1] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** As people read and type it: `@` and the name in place of each id. */
export function shownText(text: string, nameOf: (id: string) => string): string {
  return textParts(text)
    .map((part) => ('text' in part ? part.text : `@${nameOf(part.mention)}`))
    .join('');
}

/** Back from what was typed: `@name` of the people chosen while typing becomes their id, longer names first. */
export function markedText(shown: string, chosen: readonly { id: string; name: string }[]): string {
  const byLength = [...chosen].sort((a, b) => b.name.length - a.name.length);
  return byLength.reduce((text, { id, name }) => text.replaceAll(`@${name}`, `<@${id}>`), shown);
}
