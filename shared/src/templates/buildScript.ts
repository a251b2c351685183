import type { Block, Content } from '../script/content.ts';
import { emptyContent } from '../script/contentText.ts';
import type { Choice, Field, Placeholder, Script, Step } from '../script/schema.ts';
import type { FieldShape, Line, PlaceholderText, ScriptShape, ScriptText, StepShape } from './shape.ts';
import { templateScriptId, type Language } from './template.ts';

/**
 * Joins a shape with its words in one language. Ids come from the shape alone (choice and gate `<step>-<name>`,
 * field `f-<key>`, interrupt `i-<name>`), so the twins have the same ones.
 */
export function buildScript<S extends ScriptShape>(
  language: Language,
  shape: S,
  words: ScriptText<S>,
): Script {
  // `ScriptText` has already checked that each id has its words; from here on they are looked up by plain string.
  const texts: PlainText = words;
  return {
    schema: 1,
    title: texts.title,
    language,
    start: shape.start,
    placeholders: Object.entries(shape.placeholders).map(([key, type]): Placeholder => {
      const [label, example, fallback] = wordsOf(texts.placeholders, key);
      return { key, type, label, example, fallback };
    }),
    groups: Object.entries(shape.groups).map(([id, colour]) => ({
      id,
      title: wordsOf(texts.groups, id),
      colour,
    })),
    interrupts: Object.entries(shape.interrupts).map(([name, to]) => ({
      id: `i-${name}`,
      label: wordsOf(texts.interrupts, name),
      to,
    })),
    steps: Object.entries(shape.steps).map(([id, step]) => stepOf(id, step, shape, texts)),
  };
}

/** `ScriptText` of any shape. */
interface PlainText {
  title: string;
  placeholders: Readonly<Record<string, PlaceholderText>>;
  groups: Readonly<Record<string, string>>;
  interrupts: Readonly<Record<string, string>>;
  fields: Readonly<Record<string, readonly [string] | readonly [string, Readonly<Record<string, string>>]>>;
  steps: Readonly<Record<string, PlainStepText>>;
}

interface PlainStepText {
  title: string;
  say?: string | readonly Line[];
  do?: string | readonly Line[];
  caution?: string | readonly Line[];
  choices?: Readonly<Record<string, string>> | undefined;
  gates?: Readonly<Record<string, string>> | undefined;
  outcome?: string | undefined;
}

function stepOf(id: string, step: StepShape, shape: ScriptShape, texts: PlainText): Step {
  const words = wordsOf(texts.steps, id);
  const content = (lines: string | readonly Line[] | undefined): Content =>
    contentOfLines(lines, shape.conditions);
  return {
    id,
    kind: step.kind,
    title: words.title,
    group: step.group,
    mustRead: step.mustRead ?? false,
    hold: false,
    say: content(words.say),
    do: content(words.do),
    caution: content(words.caution),
    gates: (step.gates ?? []).map((name) => ({
      id: `${id}-${name}`,
      label: wordsOf(words.gates ?? {}, name),
    })),
    fields: (step.fields ?? []).map((key) => fieldOf(key, wordsOf(shape.fields, key), texts)),
    choices: Object.entries(step.choices ?? {}).map(([name, { to, when }]): Choice => ({
      id: `${id}-${name}`,
      label: wordsOf(words.choices ?? {}, name),
      to,
      when: when ?? null,
    })),
    jump: step.jump === undefined ? null : { scriptId: templateScriptId(step.jump) },
    outcome: words.outcome ?? null,
    position: { x: step.at[0], y: step.at[1] },
  };
}

function fieldOf(key: string, field: FieldShape, texts: PlainText): Field {
  const [label, labels] = wordsOf(texts.fields, key);
  const { options, required, personal, ...rest } = field;
  return {
    id: `f-${key}`,
    key,
    label,
    required: required ?? false,
    personal: personal ?? false,
    ...(options === undefined
      ? {}
      : { options: options.map((value) => ({ value, label: wordsOf(labels ?? {}, value) })) }),
    ...rest,
  };
}

function contentOfLines(
  lines: string | readonly Line[] | undefined,
  conditions: Readonly<Record<string, string>>,
): Content {
  if (lines === undefined) return emptyContent;
  const content: Block[] = [];
  for (const line of typeof lines === 'string' ? [lines] : lines) {
    const text = typeof line === 'string' ? line : line.text;
    const when = typeof line === 'string' ? null : wordsOf(conditions, line.if);
    if (text.startsWith('- ')) bulletsAtEnd(content).push(itemOf(text.slice(2), when));
    else content.push(paragraphOf(text, when));
  }
  return { type: 'doc', content };
}

type Paragraph = Extract<Block, { type: 'paragraph' }>;
type Items = NonNullable<Extract<Block, { type: 'bulletList' }>['content']>;

function paragraphOf(text: string, when: string | null): Paragraph {
  const content = [{ type: 'text' as const, text }];
  return when === null ? { type: 'paragraph', content } : { type: 'paragraph', attrs: { when }, content };
}

function itemOf(text: string, when: string | null): Items[number] {
  return { type: 'listItem', content: [paragraphOf(text, when)] };
}

/** The items of the list that the content ends with; begins one where it does not. */
function bulletsAtEnd(content: Block[]): Items {
  const last = content.at(-1);
  if (last?.type === 'bulletList' && last.content !== undefined) return last.content;
  const items: Items = [];
  content.push({ type: 'bulletList', content: items });
  return items;
}

function wordsOf<T>(words: Readonly<Record<string, T>>, name: string): T {
  const found = words[name];
  if (found === undefined) throw new Error(`template: nothing is written for "${name}"`);
  return found;
}
