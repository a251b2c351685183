import type { FieldValue } from '../call.ts';
import type { Script } from '../script/schema.ts';
import type { ByLanguage, Language, SampleAnswer, SampleCall, SampleCaller } from './template.ts';

/** A field's value, or one for each language where it is free text. */
export type SaidValue = FieldValue | ByLanguage<string>;

/** One step of a sample call: where, which choice (its name within the step), what is filled in. */
export type Said = readonly [
  stepId: string,
  choice: string | null,
  fields?: Readonly<Record<string, SaidValue>>,
];

export interface CallerWords {
  id: string;
  name: ByLanguage<string>;
  /** What differs from the examples of the script's placeholders. */
  placeholders?: ByLanguage<Readonly<Record<string, string>>>;
  said: readonly Said[];
  outcome: ByLanguage<string>;
}

/** Makes a saved test path for both twins; placeholders not named have the example value of the script. */
export function sampleCaller(scripts: ByLanguage<Script>, words: CallerWords): SampleCaller {
  const call = (language: Language): SampleCall => ({
    placeholders: { ...examplesOf(scripts[language]), ...words.placeholders?.[language] },
    answers: words.said.map((said) => answerOf(said, language)),
    outcome: words.outcome[language],
  });
  return { id: words.id, name: words.name, calls: { ja: call('ja'), en: call('en') } };
}

function examplesOf(script: Script): Record<string, string> {
  return Object.fromEntries(script.placeholders.map(({ key, example }) => [key, example]));
}

function answerOf([stepId, choice, fields]: Said, language: Language): SampleAnswer {
  return {
    stepId,
    ...(choice === null ? {} : { choiceId: `${stepId}-${choice}` }),
    ...(fields === undefined ? {} : { fields: valuesOf(fields, language) }),
  };
}

function valuesOf(
  fields: Readonly<Record<string, SaidValue>>,
  language: Language,
): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, isByLanguage(value) ? value[language] : value]),
  );
}

function isByLanguage(value: SaidValue): value is ByLanguage<string> {
  return typeof value === 'object' && !Array.isArray(value);
}
