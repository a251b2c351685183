import type { FieldValue } from '../call.ts';
import type { Script } from '../script/schema.ts';

export type Language = Script['language'];
export type ByLanguage<T> = Readonly<Record<Language, T>>;

export type TemplateId = 'order' | 'cancel' | 'outage';

/** A script that ships in the box: the same call in Japanese and in English, and callers to try it with. */
export interface Template {
  id: TemplateId;
  reviewDueDays: 90;
  /** Approvers that a publish of this script asks for. */
  approvals: 1;
  scripts: ByLanguage<Script>;
  description: ByLanguage<string>;
  folder: ByLanguage<string>;
  labels: ByLanguage<readonly string[]>;
  samples: readonly SampleCaller[];
}

/** One answer of a saved test path. Gates of the step count as ticked; condition steps need no answer. */
export interface SampleAnswer {
  stepId: string;
  /** Absent where the step has no choice (an end step). */
  choiceId?: string;
  fields?: Readonly<Record<string, FieldValue>>;
}

/** What a sample caller says in one language. */
export interface SampleCall {
  placeholders: Readonly<Record<string, string>>;
  answers: readonly SampleAnswer[];
  /** The outcome (結果コード) that the path must lead to. */
  outcome: string;
}

/** A saved test path: a made-up person who calls, what they answer, and where that must lead. */
export interface SampleCaller {
  id: string;
  name: ByLanguage<string>;
  calls: ByLanguage<SampleCall>;
}

/**
 * The id that a template's jump step names until the seeder has created the called script. Letters, digits and
 * hyphens only, as any script id.
 */
export function templateScriptId(id: TemplateId): string {
  return `template-${id}`;
}

/** The same script with each jump to a template replaced by the real id of the script made from it. */
export function withScriptIds(script: Script, idOf: (template: TemplateId) => string): Script {
  const real = new Map(templateIds.map((id) => [templateScriptId(id), id]));
  const steps = script.steps.map((step) => {
    const template = step.jump === null ? undefined : real.get(step.jump.scriptId);
    return template === undefined ? step : { ...step, jump: { ...step.jump, scriptId: idOf(template) } };
  });
  return { ...script, steps };
}

const templateIds: readonly TemplateId[] = ['order', 'cancel', 'outage'];
