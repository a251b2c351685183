import type { Block, Content, Inline, Paragraph } from '../script/content.ts';
import { outlineSections } from '../script/outlineOrder.ts';
import type { Script, Step } from '../script/schema.ts';
import type { ReadingOptions } from './assemble.ts';

// What a file cannot hold, taken out of a script, so that what it can hold is compared exactly.

export function readingOptions(script: Script): ReadingOptions {
  let number = 0;
  return {
    newId: () => `new-${(number += 1)}`,
    calls: script.steps.flatMap(({ jump }) =>
      jump === null ? [] : [{ id: jump.scriptId, title: `部品 ${jump.scriptId}` }],
    ),
    title: 'ファイル名',
    language: script.language,
  };
}

const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/gu, ' ');

/** The script as a Markdown outline can hold it: outline order, no positions, titles and labels of one line. */
export function asMarkdownHolds(script: Script): Script {
  return {
    ...script,
    title: oneLine(script.title).trim() || 'ファイル名',
    start: script.steps.some(({ id }) => id === script.start) ? script.start : null,
    placeholders: [...script.placeholders.map((each) => ({ ...each, label: oneLine(each.label) }))],
    groups: script.groups.map((group) => ({ ...group, title: oneLine(group.title) })),
    interrupts: script.interrupts.map((each) => ({ ...each, label: oneLine(each.label) })),
    steps: outlineSections(script).flatMap(({ steps }) => steps.map(stepOf)),
  };
}

function stepOf(step: Step): Step {
  return {
    ...step,
    title: oneLine(step.title),
    say: contentOf(step.say),
    do: contentOf(step.do),
    caution: contentOf(step.caution),
    gates: step.gates.map((gate) => ({ ...gate, label: oneLine(gate.label) })),
    fields: step.fields.map((field) => ({
      ...field,
      label: oneLine(field.label),
      ...(field.options === undefined
        ? {}
        : {
            options: field.options.map(({ value, label }) => ({
              value: oneLine(value),
              label: oneLine(label),
            })),
          }),
    })),
    choices: step.choices.map((choice) => ({ ...choice, label: oneLine(choice.label) })),
    position: { x: 0, y: 0 },
  };
}

/** A line break inside of a text is the same as one beside it. */
function contentOf(content: Content): Content {
  return { type: 'doc', content: (content.content ?? []).map(blockOf) };
}

function blockOf(block: Block): Block {
  if (block.type === 'paragraph') return paragraphOf(block);
  const items = (block.content ?? []).map((item) => ({
    ...item,
    content: (item.content ?? []).map(paragraphOf),
  }));
  return { type: 'bulletList', content: items };
}

function paragraphOf(paragraph: Paragraph): Paragraph {
  const content = (paragraph.content ?? []).flatMap((node): Inline[] => {
    if (node.type === 'hardBreak') return [node];
    const marks = node.marks === undefined ? {} : { marks: node.marks };
    return node.text
      .split('\n')
      .flatMap((line, index): Inline[] => [
        ...(index === 0 ? [] : [{ type: 'hardBreak' as const }]),
        ...(line === '' ? [] : [{ type: 'text' as const, text: line, ...marks }]),
      ]);
  });
  return {
    type: 'paragraph',
    ...(paragraph.attrs === undefined ? {} : { attrs: paragraph.attrs }),
    ...(content.length === 0 ? {} : { content }),
  };
}
