import { foldText } from '@daihon/shared/text/fold';
import type { Colleague } from '@daihon/shared/account';

/** An open `@` before the caret (also full-width, without a space before it as in Japanese), and what was typed after it. */
export function mentionQuery(text: string, caret: number): { start: number; query: string } | null {
  const match = /(?:^|[^A-Za-z0-9._%+-])([@＠]([^\s@＠]{0,30}))$/u.exec(text.slice(0, caret));
  if (match?.[1] === undefined) return null;
  return { start: caret - match[1].length, query: match[2] ?? '' };
}

/** Who fits what was typed, by name or login ID, width and kana folded. */
export function fittingPeople(people: readonly Colleague[], query: string): Colleague[] {
  const wanted = foldText(query);
  return people
    .filter(({ name, loginId }) =>
      foldText(`${name} ${name.replaceAll(/\s/gu, '')} ${loginId}`).includes(wanted),
    )
    .slice(0, 8);
}
