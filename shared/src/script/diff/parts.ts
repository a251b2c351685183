import { textOf, textOfParagraph } from '../contentText.ts';
import type { Content, Paragraph } from '../content.ts';
import type { Choice, EmbeddedPage, Jump, Step } from '../schema.ts';
import type { Voice } from './voice.ts';

/** One side of a comparison: how it is told, and what its steps and groups are called, by id. */
export interface Side {
  voice: Voice;
  names: ReadonlyMap<string, string>;
}

/** Every part of a step as text to compare, '' where there is nothing. Lists have one line per item. */
export function partsOf(step: Step, side: Side): Record<string, string> {
  const { voice, names } = side;
  return {
    title: step.title,
    kind: voice.kind(step.kind),
    say: linesOf(step.say, voice),
    do: linesOf(step.do, voice),
    caution: linesOf(step.caution, voice),
    choices: step.choices.map((choice) => choiceLine(choice, side)).join('\n'),
    fields: step.fields.map(voice.field).join('\n'),
    gates: step.gates.map(({ label }) => `□ ${label}`).join('\n'),
    mustRead: voice.mark[step.mustRead ? 0 : 1],
    hold: voice.mark[step.hold ? 0 : 1],
    group: step.group === null ? '' : (names.get(step.group) ?? step.group),
    jump: step.jump === null ? '' : jumpLines(step.jump, voice),
    page: step.page === undefined ? '' : pageLines(step.page),
    outcome: step.outcome ?? '',
  };
}

/** The words of a content, bullets shown, one line per paragraph. */
function linesOf(content: Content, voice: Voice): string {
  if (textOf(content) === '') return '';
  return (content.content ?? [])
    .flatMap((block) =>
      block.type === 'paragraph'
        ? [lineOf(block, voice)]
        : (block.content ?? []).flatMap((item) => bulletLines(item.content ?? [], voice)),
    )
    .join('\n');
}

function bulletLines(paragraphs: readonly Paragraph[], voice: Voice): string[] {
  return paragraphs.map((paragraph, index) => `${index === 0 ? '・' : '　'}${lineOf(paragraph, voice)}`);
}

function lineOf(paragraph: Paragraph, voice: Voice): string {
  const when = paragraph.attrs?.when ?? null;
  return `${when === null ? '' : `${voice.when(when)} `}${textOfParagraph(paragraph)}`;
}

/** 「本人確認 → 終了」, with its condition. */
function choiceLine({ label, to, when }: Choice, { voice, names }: Side): string {
  const target = to === null ? '—' : (names.get(to) ?? to);
  return `${label} → ${target}${when === null ? '' : ` ${voice.when(when)}`}`;
}

/** The called script, then a line for each value that goes in and that comes back. */
function jumpLines({ scriptId, inputs = [], outputs = [] }: Jump, voice: Voice): string {
  return [
    voice.script(scriptId),
    ...inputs.map(({ key, from }) => voice.input(key, from)),
    ...outputs.map(({ key, to }) => voice.output(key, to)),
  ].join('\n');
}

function pageLines({ title, url, fallback }: EmbeddedPage): string {
  return [title, url, fallback].filter((line) => line !== '').join('\n');
}
