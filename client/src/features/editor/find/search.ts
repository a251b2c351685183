import { textsOf, textsOfStep } from '@daihon/shared/script/find/texts';
import type { PlacedText } from '@daihon/shared/script/find/texts';
import type { Script, Step } from '@daihon/shared/script/schema';
import { foldText } from '@daihon/shared/text/fold';
import { outlineOf } from '../session/outline.ts';

export type FindPlace =
  | 'title'
  | 'say'
  | 'do'
  | 'caution'
  | 'choice'
  | 'field'
  | 'gate'
  | 'outcome'
  | 'page'
  | 'scriptTitle'
  | 'group'
  | 'interrupt'
  | 'placeholder';

export interface Hit {
  /** null: it belongs to the whole script. */
  stepId: string | null;
  number: number;
  title: string;
  place: FindPlace;
  /** Of the choice, field, group, interrupt, or the key of the placeholder; empty for what a step has once. */
  id: string;
  /** What stands there, cut around the first match. */
  excerpt: string;
}

interface Text {
  place: FindPlace;
  id: string;
  text: string;
  folded: string;
}

const lead = 14;
const excerptLength = 90;
const known = new WeakMap<Step, Text[]>();

/** Where all words of the query stand: step by step as the outline shows them, then what belongs to the whole script. Kana, width and case are one. */
export function searchScript(script: Script, query: string): Hit[] {
  const words = foldText(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const { steps, numbers } = outlineOf(script);
  const among = (texts: readonly Text[], step: Step | null) =>
    texts.flatMap(({ place, id, text, folded }): Hit[] => {
      if (!words.every((word) => folded.includes(word))) return [];
      const excerpt = excerptOf(text, folded.indexOf(words[0] ?? ''));
      const number = step === null ? 0 : (numbers.get(step.id) ?? 0);
      return [{ stepId: step?.id ?? null, number, title: step?.title ?? '', place, id, excerpt }];
    });
  return [
    ...steps.flatMap((step) => among(textsIn(step), step)),
    ...among(itemsOf(textsOf({ ...script, steps: [] }), keysOfScript(script)), null),
  ];
}

/** The texts of a step, folded once as long as the step stays the same. */
function textsIn(step: Step): Text[] {
  const present = known.get(step);
  if (present !== undefined) return present;
  const texts = itemsOf(textsOfStep(step), keysOfStep(step));
  known.set(step, texts);
  return texts;
}

/** What a field's options say stands with its label: one item is one hit. `keys` are what else an item is known by. */
function itemsOf(texts: readonly PlacedText[], keys: ReadonlyMap<string, string>): Text[] {
  const items = new Map<string, string[]>();
  for (const { place, text } of texts) {
    const [room = '', id = ''] = place.item.split('/');
    const name = room === 'page' ? room : id === '' ? room : `${room}/${id}`;
    items.set(name, [...(items.get(name) ?? []), text]);
  }
  for (const [name, key] of keys) items.set(name, [...(items.get(name) ?? []), key]);
  const inStep = texts.some(({ place }) => place.stepId !== null);
  return [...items].flatMap(([name, lines]) => {
    const [room = '', id = ''] = name.split('/');
    const place = places.get(inStep || room !== 'title' ? room : 'script');
    const text = lines.join('\n');
    return place === undefined ? [] : [{ place, id, text, folded: foldText(text) }];
  });
}

const places: ReadonlyMap<string, FindPlace> = new Map([
  ['title', 'title'],
  ['say', 'say'],
  ['do', 'do'],
  ['caution', 'caution'],
  ['choices', 'choice'],
  ['fields', 'field'],
  ['gates', 'gate'],
  ['outcome', 'outcome'],
  ['page', 'page'],
  ['script', 'scriptTitle'],
  ['groups', 'group'],
  ['interrupts', 'interrupt'],
  ['placeholders', 'placeholder'],
]);

/** Conditions, keys and addresses: not replaced as words are, but looked for. */
function keysOfStep({ choices, fields, page }: Step): Map<string, string> {
  return new Map([
    ...choices.flatMap(({ id, when }): [string, string][] => (when == null ? [] : [[`choices/${id}`, when]])),
    ...fields.map(({ id, key }): [string, string] => [`fields/${id}`, key]),
    ...(page === undefined ? [] : [['page', page.url] as [string, string]]),
  ]);
}

function keysOfScript({ placeholders }: Script): Map<string, string> {
  return new Map(placeholders.map(({ key }) => [`placeholders/${key}`, key]));
}

/** Folding seldom changes a text's length, so the place in the folded one is near enough for an excerpt. */
function excerptOf(text: string, at: number): string {
  const line = text.replaceAll('\n', ' ');
  const from = at <= lead ? 0 : at - lead;
  const part = line.slice(from, from + excerptLength);
  return `${from > 0 ? '…' : ''}${part}${from + excerptLength < line.length ? '…' : ''}`;
}
