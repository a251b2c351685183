import type { Language, SampleCall, Template } from '../templates/template.ts';
import type { CreateSample, SampleRun } from './sample.ts';

/** The sample callers that come along with a script made from a template. */
export function templateSamples(template: Template, language: Language): CreateSample[] {
  return template.samples.map(({ name, calls }) => ({
    name: name[language],
    required: false,
    run: runOf(calls[language]),
  }));
}

function runOf({ placeholders, answers, outcome }: SampleCall): SampleRun {
  return {
    placeholders: { ...placeholders },
    fields: {},
    answers: answers.map(({ stepId, choiceId, fields }) => ({
      stepId,
      ...(fields === undefined ? {} : { fields: { ...fields } }),
      move: choiceId === undefined ? null : { kind: 'choose', choiceId },
    })),
    outcome,
    at: null,
  };
}
