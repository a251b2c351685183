import { describe, expect, it } from 'vitest';
import type { FieldValue } from '../call.ts';
import { callValues } from '../script/callValues.ts';
import { holds } from '../script/conditions.ts';
import type { Script, Step } from '../script/schema.ts';
import { templates } from './catalogue.ts';
import type { Language, SampleCall } from './template.ts';

const languages: readonly Language[] = ['ja', 'en'];
const calls = templates.flatMap(({ scripts, samples }) =>
  samples.flatMap(({ id, calls: said }) =>
    languages.map((language) => ({
      name: `${id} (${language})`,
      script: scripts[language],
      call: said[language],
    })),
  ),
);

/** Where the call ends when the caller says this; throws where an answer does not fit the script. */
function endOf(script: Script, call: SampleCall): Step {
  const fields: Record<string, FieldValue> = {};
  const stepOf = (id: string | null): Step => {
    const step = script.steps.find((each) => each.id === id);
    if (step === undefined) throw new Error(`no step ${String(id)}`);
    return step;
  };
  const holdsNow = (when: string | null): boolean =>
    when === null || holds(when, callValues(script, fields, call.placeholders));
  const passConditions = (step: Step): Step => {
    if (step.kind !== 'condition') return step;
    const taken = step.choices.find(({ when }) => holdsNow(when));
    if (taken === undefined) throw new Error(`no rule of ${step.id} holds`);
    return passConditions(stepOf(taken.to));
  };

  let step = passConditions(stepOf(script.start));
  for (const answer of call.answers) {
    if (answer.stepId !== step.id) throw new Error(`at ${step.id}, but answered ${answer.stepId}`);
    Object.assign(fields, answer.fields);
    for (const { key, required, computed } of step.fields) {
      if (required && computed === undefined && fields[key] === undefined)
        throw new Error(`${step.id} lacks ${key}`);
    }
    if (answer.choiceId === undefined) continue;
    const choice = step.choices.find(({ id }) => id === answer.choiceId);
    if (choice === undefined || !holdsNow(choice.when))
      throw new Error(`${step.id} does not offer ${answer.choiceId}`);
    step = passConditions(stepOf(choice.to));
  }
  return step;
}

describe('the sample callers', () => {
  it.each(calls)('$name comes to the expected end', ({ script, call }) => {
    const end = endOf(script, call);
    expect(end.kind).toBe('end');
    expect(end.outcome).toBe(call.outcome);
  });

  it.each(calls)('$name answers with fields of the step and options that it has', ({ script, call }) => {
    for (const { stepId, fields } of call.answers) {
      const step = script.steps.find(({ id }) => id === stepId);
      for (const [key, value] of Object.entries(fields ?? {})) {
        const field = step?.fields.find((each) => each.key === key);
        expect(field, `${stepId} ${key}`).toBeDefined();
        const allowed = field?.options?.map((option) => option.value);
        if (allowed === undefined) continue;
        for (const each of Array.isArray(value) ? value : [value]) expect(allowed).toContain(each);
      }
    }
  });

  it.each(calls)('$name brings only placeholders that the script declares', ({ script, call }) => {
    const declared = script.placeholders.map(({ key }) => key);
    expect(Object.keys(call.placeholders).sort()).toEqual([...declared].sort());
  });

  it('are three for each template, each with an id of its own', () => {
    for (const { samples } of templates) expect(samples).toHaveLength(3);
    const ids = templates.flatMap(({ samples }) => samples.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
