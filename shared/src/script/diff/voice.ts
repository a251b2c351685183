import { explain } from '../explain.ts';
import type { Labels } from '../explain.ts';
import type { Field, Placeholder, Script, StepKind, StepRole } from '../schema.ts';
import { partWords } from './words.ts';
import type { PartWords } from './words.ts';

/** Who reads a difference: in which language, and what other scripts are called, as far as that is known. */
export interface Reader {
  language: Script['language'];
  scriptTitles?: ReadonlyMap<string, string>;
}

/** How the parts of a step that are no prose become text. */
export interface Voice {
  kind: (kind: StepKind) => string;
  role: (role: StepRole) => string;
  language: (language: Script['language']) => string;
  script: (id: string) => string;
  when: (condition: string) => string;
  field: (field: Field) => string;
  placeholder: (placeholder: Placeholder) => string;
  group: (title: string, colour: string | undefined) => string;
  input: (key: string, from: string) => string;
  output: (key: string, to: string) => string;
  /** A mark (必読, 作業中) that is set, and one that is not. */
  mark: readonly [on: string, off: string];
}

/** Every value as it is stored: what differs here, differs. */
export const exactVoice: Voice = {
  kind: (kind) => kind,
  role: (role) => role,
  language: (language) => language,
  script: (id) => id,
  when: (condition) => `[${condition}]`,
  field: exactField,
  placeholder: ({ key, label, type, example, fallback, input }) =>
    `{{${key}}} ${label} ${type} ${example} ${fallback}`.trimEnd() + (input === true ? ' input' : ''),
  group: (title, colour) => (colour === undefined ? title : `${title} ${colour}`),
  input: (key, from) => `→ {{${key}}} = ${from}`,
  output: (key, to) => `← {{${to}}} = ${key}`,
  mark: ['on', ''],
};

/** Every value in the reader's words: types by name, conditions as sentences, other scripts by title. */
export function spokenVoice({ language, scriptTitles }: Reader, labels: Labels): Voice {
  const words = partWords[language];
  const say = (expression: string) => explain(expression, {}, labels, language).sentence;
  return {
    kind: (kind) => words.kinds[kind],
    role: (role) => words.roles[role],
    language: (of) => words.languages[of],
    script: (id) => scriptTitles?.get(id) ?? words.otherScript,
    when: (condition) => words.when(say(condition)),
    field: (field) => spokenField(field, words, say),
    placeholder: (placeholder) => spokenPlaceholder(placeholder, words),
    group: (title) => title,
    input: (key, from) => words.input(key, say(from)),
    output: (key, to) => words.output(key, say(to)),
    mark: words.mark,
  };
}

function exactField(field: Field): string {
  const { min, max, options = [] } = field;
  const range = min === undefined && max === undefined ? '' : ` ${min ?? ''}–${max ?? ''}`;
  return present([
    `${field.label} {${field.key}} ${field.type}${range}`,
    field.required ? 'required' : '',
    field.personal ? 'personal' : '',
    field.mask === undefined ? '' : `mask:${field.mask}`,
    options.length === 0
      ? ''
      : `(${options.map(({ value, label }) => (value === label ? label : `${label}=${value}`)).join(' / ')})`,
    field.computed === undefined ? '' : `= ${field.computed}`,
    field.output === true ? 'output' : '',
  ]).join(' ');
}

/** 「数量（qty）：数値、1〜10、必須」 */
function spokenField(field: Field, words: PartWords, say: (expression: string) => string): string {
  const { label, key, type, min, max, options = [], computed } = field;
  const choices = options.map((option) =>
    option.value === option.label ? option.label : words.valued(option.label, option.value),
  );
  const facts = present([
    words.fieldTypes[type],
    min === undefined && max === undefined ? '' : words.range(min, max),
    field.required ? words.required : '',
    field.personal ? words.personal : '',
    field.mask === undefined ? '' : words.masks[field.mask],
    choices.length === 0 ? '' : words.options(choices),
    computed === undefined ? '' : words.computed(say(computed)),
    field.output === true ? words.handedBack : '',
  ]);
  return words.item(label, key, facts);
}

/** 「お客様名（customer.name）：文字、例 山田、未入力時 お客様」 */
function spokenPlaceholder(placeholder: Placeholder, words: PartWords): string {
  const { key, label, type, example, fallback, input } = placeholder;
  const facts = present([
    words.placeholderTypes[type],
    example === '' ? '' : words.example(example),
    fallback === '' ? '' : words.fallback(fallback),
    input === true ? words.handedIn : '',
  ]);
  return words.item(label, key, facts);
}

function present(texts: readonly string[]): string[] {
  return texts.filter((text) => text !== '');
}
