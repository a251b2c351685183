import type { BlockContent, List, ListItem, MdParagraph, PhrasingContent, RootContent } from './nodes.ts';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Block, Content } from '../../script/content.ts';
import { paragraphsOf } from '../../script/contentText.ts';
import { outlineSections } from '../../script/outlineOrder.ts';
import type { Field, Group, Placeholder, Script, Step } from '../../script/schema.ts';
import type { CalledScript, WrittenFile } from '../assemble.ts';
import { maskMarks } from '../masks.ts';
import { fileWords } from '../words.ts';
import type { FileWords } from '../words.ts';
import { code, oneLine, text, writeParagraph, writePlaceholders, writeText } from './writeInline.ts';

/**
 * A script as a Markdown outline (docs/formats/markdown.md): groups and steps are headings, what is read are paragraphs, する and 注意
 * quotes, everything else lists. What is in backticks is for the reader of the file, all other text is the script's own.
 */
export function writeMarkdown(
  script: Script,
  calls: readonly CalledScript[],
  { examplesLeftOut = false }: Partial<WrittenFile> = {},
): string {
  const words = fileWords[script.language];
  const writer: Writer = {
    script,
    words,
    titles: new Map(script.steps.map(({ id, title }) => [id, oneLine(title)])),
    calls: new Map(calls.map(({ id, title }) => [id, title])),
  };
  const children: RootContent[] = [
    heading(1, [
      ...titled(script.title),
      ...spaced([words.mark[script.language], ...(examplesLeftOut ? [words.mark.noExamples] : [])]),
    ]),
    ...sections(writer),
    ...named(
      words.mark.interrupts,
      script.interrupts.map((each) => choiceItem(writer, { ...each, when: null })),
    ),
    ...named(
      words.mark.placeholders,
      script.placeholders.map((each) => placeholderItem(writer, each)),
    ),
  ];
  return toMarkdown(
    { type: 'root', children },
    { bullet: '-', bulletOther: '*', listItemIndent: 'one', rule: '-', extensions: [writePlaceholders] },
  );
}

interface Writer {
  script: Script;
  words: FileWords;
  titles: ReadonlyMap<string, string>;
  calls: ReadonlyMap<string, string>;
}

function sections(writer: Writer): RootContent[] {
  return outlineSections(writer.script).flatMap(({ group, steps }) => [
    ...(group === null && steps.length === 0 ? [] : [groupHeading(writer, group)]),
    ...steps.flatMap((step) => stepBlocks(writer, step)),
  ]);
}

function groupHeading({ words }: Writer, group: Group | null): RootContent {
  if (group === null) return heading(2, [code(words.mark.noGroup)]);
  const colour = group.colour === undefined ? [] : [text(' '), code(`${words.mark.colour} ${group.colour}`)];
  return heading(2, [...titled(group.title), code(`#${group.id}`), ...colour]);
}

function stepBlocks(writer: Writer, step: Step): RootContent[] {
  const { words, script } = writer;
  const marks = [
    ...(script.start === step.id ? [words.mark.start] : []),
    ...(step.mustRead ? [words.mark.mustRead] : []),
    ...(step.hold ? [words.mark.hold] : []),
  ];
  const title = oneLine(step.title);
  return [
    heading(3, [
      code(words.kind[step.kind]),
      text(title === '' ? ' ' : ` ${title} `),
      code(`#${step.id}`),
      ...marks.flatMap((mark) => [text(' '), code(mark)]),
    ]),
    ...(isEmpty(step.say) ? [] : blocks(step.say, words)),
    ...quote(step.do, words.mark.do, words),
    ...quote(step.caution, words.mark.caution, words),
    ...list(parts(writer, step)),
  ];
}

function quote(content: Content, mark: string, words: FileWords): RootContent[] {
  if (isEmpty(content)) return [];
  const [first, ...rest] = blocks(content, words);
  const begin: BlockContent[] =
    first?.type === 'paragraph'
      ? [paragraph([code(mark), text(' '), ...first.children])]
      : [paragraph([code(mark)]), ...(first === undefined ? [] : [first])];
  return [{ type: 'blockquote', children: [...begin, ...rest] }];
}

function blocks(content: Content, words: FileWords): BlockContent[] {
  return (content.content ?? []).map((block): BlockContent => writeBlock(block, words));
}

function writeBlock(block: Block, words: FileWords): BlockContent {
  if (block.type === 'paragraph') return paragraph(writeParagraph(block, words));
  return listOf(
    (block.content ?? []).map((each) => {
      const lines = each.content ?? [];
      return item(
        (lines.length === 0 ? [{ type: 'paragraph' as const }] : lines).map((line) =>
          paragraph(writeParagraph(line, words)),
        ),
      );
    }),
  );
}

/** Everything of a step that is no text, each with its mark; choices need none, they have an arrow. */
function parts(writer: Writer, step: Step): ListItem[] {
  const { mark } = writer.words;
  return [
    ...(step.page === undefined ? [] : [pageItem(writer, step.page)]),
    ...step.fields.map((field) => fieldItem(writer, field)),
    ...step.gates.map((gate) =>
      item([paragraph([code(mark.gate), text(' '), ...titled(gate.label), code(`#${gate.id}`)])]),
    ),
    ...(step.jump === null ? [] : [jumpItem(writer, step.jump)]),
    ...step.choices.map((choice) => choiceItem(writer, choice)),
    ...(step.outcome === null
      ? []
      : [item([paragraph([code(mark.outcome), text(` ${oneLine(step.outcome)}`)])])]),
  ];
}

function pageItem({ words }: Writer, page: NonNullable<Step['page']>): ListItem {
  const line = paragraph([code(words.mark.page), text(' '), ...titled(page.title), code(`= ${page.url}`)]);
  const fallback = page.fallback === '' ? [] : [item([paragraph(writeText(page.fallback, words))])];
  return item([line, ...list(fallback)]);
}

function fieldItem({ words }: Writer, field: Field): ListItem {
  const { mark, fieldType } = words;
  const codes = [
    field.key,
    fieldType[field.type],
    ...(field.required ? [mark.required] : []),
    ...(field.personal ? [mark.personal] : []),
    ...maskMarks(field, words),
    ...(field.output === true ? [mark.output] : []),
    ...(field.min === undefined ? [] : [`${mark.min} ${field.min}`]),
    ...(field.max === undefined ? [] : [`${mark.max} ${field.max}`]),
    ...(field.options === undefined ? [] : [mark.options]),
    ...(field.computed === undefined ? [] : [`= ${field.computed}`]),
    `#${field.id}`,
  ];
  const options = (field.options ?? []).map(({ value, label }) =>
    item([paragraph([...titled(label), code(`= ${value}`)])]),
  );
  return item([
    paragraph([code(mark.field), text(' '), ...titled(field.label), ...spaced(codes)]),
    ...list(options),
  ]);
}

function jumpItem({ words, calls }: Writer, jump: NonNullable<Step['jump']>): ListItem {
  const { mark } = words;
  const title = calls.get(jump.scriptId) ?? '';
  const handed = [
    ...(jump.inputs ?? []).map(({ key, from }) => `${mark.give} ${key} = ${from}`),
    ...(jump.outputs ?? []).map(({ key, to }) => `${mark.take} ${key} = ${to}`),
  ].map((line) => item([paragraph([code(line)])]));
  return item([
    paragraph([code(mark.call), text(' '), ...titled(title), code(`#${jump.scriptId}`)]),
    ...list(handed),
  ]);
}

function choiceItem(
  { words, titles }: Writer,
  { id, label, to, when }: { id: string; label: string; to: string | null; when: string | null },
): ListItem {
  const target = to === null ? '' : (titles.get(to) ?? '');
  const line = `${label === '' ? '' : `${oneLine(label)} `}→${target === '' ? '' : ` ${target}`} `;
  const condition = when === null ? [] : [text(' '), code(`${words.mark.when} ${when}`)];
  return item([paragraph([text(line), code(`${id}→${to ?? ''}`), ...condition])]);
}

function placeholderItem({ words }: Writer, placeholder: Placeholder): ListItem {
  const { mark, placeholderType } = words;
  const { key, label, type, example, fallback, input } = placeholder;
  const codes = [key, placeholderType[type], ...(input === true ? [mark.input] : [])];
  const more = (
    [
      ['example', example],
      ['fallback', fallback],
    ] as const
  ).flatMap(([name, value]) =>
    value === '' ? [] : [item([paragraph([code(mark[name]), text(' '), ...writeText(value, words)])])],
  );
  return item([paragraph([...titled(label), ...spaced(codes)]), ...list(more)]);
}

function named(title: string, items: ListItem[]): RootContent[] {
  return items.length === 0 ? [] : [heading(2, [code(title)]), ...list(items)];
}

/** A text that marks follow. */
function titled(value: string): PhrasingContent[] {
  return value === '' ? [] : [text(`${oneLine(value)} `)];
}

function spaced(codes: readonly string[]): PhrasingContent[] {
  return codes.flatMap((value, index) => (index === 0 ? [code(value)] : [text(' '), code(value)]));
}

function heading(depth: 1 | 2 | 3, children: PhrasingContent[]): RootContent {
  return { type: 'heading', depth, children };
}

function paragraph(children: PhrasingContent[]): MdParagraph {
  return { type: 'paragraph', children };
}

function item(children: BlockContent[]): ListItem {
  return { type: 'listItem', spread: false, children };
}

function list(children: ListItem[]): List[] {
  return children.length === 0 ? [] : [listOf(children)];
}

function listOf(children: ListItem[]): List {
  return { type: 'list', ordered: false, spread: false, children };
}

/** No paragraph but an empty one: the step has no such text. */
function isEmpty(content: Content): boolean {
  const [first, ...rest] = content.content ?? [];
  if (first === undefined) return true;
  return (
    rest.length === 0 &&
    first.type === 'paragraph' &&
    first.attrs === undefined &&
    paragraphsOf(content).every(({ content: nodes }) => nodes === undefined)
  );
}
