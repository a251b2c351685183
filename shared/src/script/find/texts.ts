import type { Content } from '../content.ts';
import { paragraphsOf, textOfParagraph } from '../contentText.ts';
import type { Script, Step } from '../schema.ts';
import { stepRoles } from '../kinds.ts';

/** The kinds of text that a search over scripts goes through, each to be left out. */
export const textParts = [
  'say',
  'do',
  'caution',
  'title',
  'choice',
  'label',
  'placeholder',
  'outcome',
] as const;
export type TextPart = (typeof textParts)[number];

/** Where one text stands in a script. */
export interface TextPlace {
  part: TextPart;
  stepId: string | null;
  /** Path under the step or the script: `say`, `title`, `outcome`, `choices/<id>`, `fields/<id>/options/<number>`, `placeholders/<key>/label`. */
  item: string;
  /** The paragraph in reading order; null where the text is one line. */
  paragraph: number | null;
  /** How long the text may become; null: as long as one likes. */
  maxLength: number | null;
}

export interface PlacedText {
  place: TextPlace;
  text: string;
}

/** Every text of a script that people wrote, in outline order. */
export function textsOf(script: Script): PlacedText[] {
  return [
    line('title', null, 'title', script.title),
    ...script.groups.map(({ id, title }) => line('title', null, `groups/${id}`, title)),
    ...script.steps.flatMap(textsOfStep),
    ...script.interrupts.map(({ id, label }) => line('label', null, `interrupts/${id}`, label)),
    ...script.placeholders.flatMap(({ key, label, example, fallback }) => [
      line('placeholder', null, `placeholders/${key}/label`, label),
      line('placeholder', null, `placeholders/${key}/example`, example, 500),
      line('placeholder', null, `placeholders/${key}/fallback`, fallback, 500),
    ]),
  ].filter(({ text }) => text !== '');
}

/** Those of one step. */
export function textsOfStep(step: Step): PlacedText[] {
  const { id, page } = step;
  const texts = [
    line('title', id, 'title', step.title),
    ...stepRoles.flatMap((role) => prose(role, id, step[role])),
    ...step.gates.map((gate) => line('label', id, `gates/${gate.id}`, gate.label)),
    ...step.fields.flatMap((field) => [
      line('label', id, `fields/${field.id}`, field.label),
      ...(field.options ?? []).map((option, index) =>
        line('label', id, `fields/${field.id}/options/${index}`, option.label),
      ),
    ]),
    ...step.choices.map((choice) => line('choice', id, `choices/${choice.id}`, choice.label)),
    ...(page === undefined
      ? []
      : [
          line('label', id, 'page/title', page.title),
          line('label', id, 'page/fallback', page.fallback, 2_000),
        ]),
    line('outcome', id, 'outcome', step.outcome ?? '', 100),
  ];
  return texts.filter(({ text }) => text !== '');
}

function line(
  part: TextPart,
  stepId: string | null,
  item: string,
  text: string,
  maxLength = 200,
): PlacedText {
  return { place: { part, stepId, item, paragraph: null, maxLength }, text };
}

function prose(role: 'say' | 'do' | 'caution', stepId: string, content: Content): PlacedText[] {
  return paragraphsOf(content).map((paragraph, index) => ({
    place: { part: role, stepId, item: role, paragraph: index, maxLength: null },
    text: textOfParagraph(paragraph),
  }));
}
