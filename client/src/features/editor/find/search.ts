import { textOf } from '@daihon/shared/script/contentText';
import type { Script, Step } from '@daihon/shared/script/schema';
import { stepRoles } from '@daihon/shared/script/kinds';
import { foldText } from '@daihon/shared/text/fold';
import { outlineOf } from '../session/outline.ts';

export type FindPlace = 'title' | 'say' | 'do' | 'caution' | 'choice' | 'field' | 'gate' | 'outcome';

export interface Hit {
  stepId: string;
  number: number;
  title: string;
  place: FindPlace;
  /** What stands there, cut around the first match. */
  excerpt: string;
}

interface Text {
  place: FindPlace;
  text: string;
  folded: string;
}

const lead = 14;
const excerptLength = 90;
const known = new WeakMap<Step, Text[]>();

/** Where all words of the query stand, step by step as the outline shows them; kana, width and case are one. */
export function searchScript(script: Script, query: string): Hit[] {
  const words = foldText(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const { steps, numbers } = outlineOf(script);
  return steps.flatMap((step) =>
    textsOf(step).flatMap(({ place, text, folded }): Hit[] => {
      if (!words.every((word) => folded.includes(word))) return [];
      const excerpt = excerptOf(text, folded.indexOf(words[0] ?? ''));
      return [{ stepId: step.id, number: numbers.get(step.id) ?? 0, title: step.title, place, excerpt }];
    }),
  );
}

/** The texts of a step, folded once as long as the step stays the same. */
function textsOf(step: Step): Text[] {
  const present = known.get(step);
  if (present !== undefined) return present;
  const texts: [FindPlace, string][] = [
    ['title', step.title],
    ...stepRoles.map((role): [FindPlace, string] => [role, textOf(step[role])]),
    ...step.choices.map(({ label, when }): [FindPlace, string] => [
      'choice',
      `${label} ${when ?? ''}`.trim(),
    ]),
    ...step.fields.map(({ label, key, options }): [FindPlace, string] => [
      'field',
      [label, key, ...(options ?? []).map((option) => option.label)].join(' '),
    ]),
    ...step.gates.map(({ label }): [FindPlace, string] => ['gate', label]),
    ['outcome', step.outcome ?? ''],
  ];
  const folded = texts
    .filter(([, text]) => text !== '')
    .map(([place, text]) => ({ place, text, folded: foldText(text) }));
  known.set(step, folded);
  return folded;
}

/** Folding seldom changes a text's length, so the place in the folded one is near enough for an excerpt. */
function excerptOf(text: string, at: number): string {
  const line = text.replaceAll('\n', ' ');
  const from = at <= lead ? 0 : at - lead;
  const part = line.slice(from, from + excerptLength);
  return `${from > 0 ? '…' : ''}${part}${from + excerptLength < line.length ? '…' : ''}`;
}
