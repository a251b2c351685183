import type { Finding } from '../../version.ts';
import { findPlaceholders } from '../placeholders.ts';
import type { Script, Step } from '../schema.ts';
import { finding, nameOf, placedSteps } from './report.ts';

/** A short text that agents read besides the three texts of a step. */
export interface ShortText {
  text: string;
  pointer: string;
  step: Step | null;
}

/** Titles, labels, the text instead of a page, and what stands for a placeholder that is not known. */
export function shortTexts(script: Script): ShortText[] {
  const ofStep = placedSteps(script).flatMap(({ step, pointer }) =>
    [
      { text: step.title, at: 'title' },
      ...step.choices.map(({ label }, index) => ({ text: label, at: `choices/${index}/label` })),
      ...step.gates.map(({ label }, index) => ({ text: label, at: `gates/${index}/label` })),
      ...step.fields.map(({ label }, index) => ({ text: label, at: `fields/${index}/label` })),
      { text: step.page?.title ?? '', at: 'page/title' },
      { text: step.page?.fallback ?? '', at: 'page/fallback' },
    ].map(({ text, at }) => ({ text, pointer: `${pointer}/${at}`, step })),
  );
  const whole = [
    ...script.interrupts.map(({ label }, index) => ({ text: label, pointer: `/interrupts/${index}/label` })),
    ...script.placeholders.map(({ fallback }, index) => ({
      text: fallback,
      pointer: `/placeholders/${index}/fallback`,
    })),
  ].map((each) => ({ ...each, step: null }));
  return [...ofStep, ...whole];
}

/** `{{key}}` in them, as in the texts: one that nothing defines, and braces that are none. */
export function checkShortTexts(script: Script, keys: ReadonlySet<string>): Finding[] {
  return shortTexts(script).flatMap(({ text, pointer, step }) => {
    const { uses, malformed } = findPlaceholders(text);
    const name = step === null ? script.title : nameOf(step);
    const unknown = new Set(uses.map(({ key }) => key).filter((key) => !keys.has(key)));
    return [
      ...[...unknown].map((key) =>
        finding('undefined_placeholder', pointer, step?.id ?? null, { key, step: name }),
      ),
      ...malformed.map(({ text: braces }) =>
        finding('malformed_placeholder', pointer, step?.id ?? null, { text: braces, step: name }),
      ),
    ];
  });
}
