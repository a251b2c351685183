import { textOf, textOfParagraph } from '../contentText.ts';
import type { Content, Paragraph } from '../content.ts';
import type { Choice, EmbeddedPage, Field, Jump, Step } from '../schema.ts';

/** Titles of steps and groups by id, of the older and the newer script. */
export interface Names {
  before: ReadonlyMap<string, string>;
  after: ReadonlyMap<string, string>;
}

/** Every part of a step as text to compare, '' where there is nothing, `on` for a mark that is set. Lists have one line per item. */
export function partsOf(step: Step, names: ReadonlyMap<string, string>): Record<string, string> {
  return {
    title: step.title,
    kind: step.kind,
    say: linesOf(step.say),
    do: linesOf(step.do),
    caution: linesOf(step.caution),
    choices: step.choices.map((choice) => choiceLine(choice, names)).join('\n'),
    fields: step.fields.map(fieldLine).join('\n'),
    gates: step.gates.map(({ label }) => `□ ${label}`).join('\n'),
    mustRead: step.mustRead ? 'on' : '',
    hold: step.hold ? 'on' : '',
    group: step.group === null ? '' : (names.get(step.group) ?? step.group),
    jump: step.jump === null ? '' : jumpLines(step.jump),
    page: step.page === undefined ? '' : pageLines(step.page),
    outcome: step.outcome ?? '',
  };
}

/** The words of a content, bullets shown, one line per paragraph. */
function linesOf(content: Content): string {
  if (textOf(content) === '') return '';
  return (content.content ?? [])
    .flatMap((block) =>
      block.type === 'paragraph'
        ? [lineOf(block)]
        : (block.content ?? []).flatMap((item) => bulletLines(item.content ?? [])),
    )
    .join('\n');
}

function bulletLines(paragraphs: readonly Paragraph[]): string[] {
  return paragraphs.map((paragraph, index) => `${index === 0 ? '・' : '　'}${lineOf(paragraph)}`);
}

function lineOf(paragraph: Paragraph): string {
  const when = paragraph.attrs?.when ?? null;
  return `${when === null ? '' : `[${when}] `}${textOfParagraph(paragraph)}`;
}

/** 「本人確認 → 終了」, with its condition. */
function choiceLine({ label, to, when }: Choice, names: ReadonlyMap<string, string>): string {
  const target = to === null ? '—' : (names.get(to) ?? to);
  return `${label} → ${target}${when === null ? '' : ` [${when}]`}`;
}

/** The called script, then a line for each value that goes in (`key ← expression`) and that comes back (`field ← key`). */
function jumpLines({ scriptId, inputs = [], outputs = [] }: Jump): string {
  return [
    scriptId,
    ...inputs.map(({ key, from }) => `→ {{${key}}} = ${from}`),
    ...outputs.map(({ key, to }) => `← {${to}} = ${key}`),
  ].join('\n');
}

function pageLines({ title, url, fallback }: EmbeddedPage): string {
  return [title, url, fallback].filter((line) => line !== '').join('\n');
}

function fieldLine(field: Field): string {
  const range = [field.min, field.max].every((bound) => bound === undefined)
    ? ''
    : ` ${field.min ?? ''}–${field.max ?? ''}`;
  const options = (field.options ?? []).map(({ value, label }) =>
    value === label ? label : `${label}=${value}`,
  );
  return [
    `${field.label} {${field.key}} ${field.type}${range}`,
    field.required ? 'required' : '',
    field.personal ? 'personal' : '',
    options.length === 0 ? '' : `(${options.join(' / ')})`,
    field.computed === undefined ? '' : `= ${field.computed}`,
    field.output === true ? 'output' : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}
