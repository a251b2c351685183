import fc from 'fast-check';
import type { Block, Content, Inline, Mark, Paragraph } from '../content.ts';
import { maskKinds } from '../kinds.ts';
import { FieldType, PlaceholderType, StepKind } from '../schema.ts';
import type {
  Choice,
  EmbeddedPage,
  Field,
  Group,
  Interrupt,
  Jump,
  Placeholder,
  Script,
  Step,
} from '../schema.ts';

// Random scripts in the normal form that readScript gives, for property tests.

const letters = [
  'あ',
  '解約',
  'が',
  'でございます',
  '。',
  'a',
  'B',
  '1',
  ' ',
  '𠮷',
  '👩‍💻',
  '{{customer.name}}',
  '\n',
  '<',
  '"',
];
const text = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(''));
const label = fc.array(fc.constantFrom(...letters), { maxLength: 5 }).map((parts) => parts.join(''));

const marks = fc.subarray<Mark>([
  { type: 'bold' },
  { type: 'italic' },
  { type: 'link', attrs: { href: 'https://example.jp/a?b=1' } },
]);

const inline = fc.oneof(
  { weight: 5, arbitrary: fc.record({ text, marks }).map(({ text, marks }) => textNode(text, marks)) },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
);

function textNode(value: string, on: Mark[]): Inline {
  return on.length === 0 ? { type: 'text', text: value } : { type: 'text', text: value, marks: on };
}

const paragraph = fc
  .record({
    nodes: fc.array(inline, { maxLength: 4 }),
    when: fc.constantFrom(null, null, null, 'customer.age >= 20', 'true'),
  })
  .map(({ nodes, when }): Paragraph => {
    const content = join(nodes);
    return {
      type: 'paragraph',
      ...(when === null ? {} : { attrs: { when } }),
      ...(content.length === 0 ? {} : { content }),
    };
  });

function join(nodes: Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    const same =
      node.type === 'text' &&
      last?.type === 'text' &&
      JSON.stringify(node.marks) === JSON.stringify(last.marks);
    if (same) joined[joined.length - 1] = { ...last, text: last.text + node.text };
    else joined.push(node);
  }
  return joined;
}

const list = fc
  .array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
  .map((items): Block => ({
    type: 'bulletList',
    content: items.map((content) => ({ type: 'listItem' as const, content })),
  }));

export const randomContent: fc.Arbitrary<Content> = fc
  .array(fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 1, arbitrary: list }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((content) => ({ type: 'doc', content }));

const pool = ['a', 'b', 'c', 'd', 'e', 'f'];
const ids = fc.shuffledSubarray(pool);
const condition = fc.constantFrom(null, 'amount > 3', 'reason == "料金"');

const handing: Jump = {
  scriptId: 'other',
  inputs: [
    { key: 'customer.name', from: 'customer.a' },
    { key: 'plan', from: '' },
  ],
  outputs: [{ key: 'result', to: 'key_a' }],
};
const page: EmbeddedPage = {
  url: 'https://wiki.example.jp/返品?id={{customer.a}}',
  title: '返品規程',
  fallback: '窓口へ',
};

function fieldsOf(id: string): fc.Arbitrary<Field> {
  return fc
    .record({
      label,
      type: fc.constantFrom(...FieldType.options),
      required: fc.boolean(),
      personal: fc.boolean(),
      mask: fc.option(fc.constantFrom(...maskKinds)),
      options: fc.option(fc.array(fc.record({ value: label, label }), { maxLength: 2 })),
      min: fc.option(fc.integer()),
      computed: condition,
      output: fc.boolean(),
    })
    .map(({ mask, options, min, computed, output, ...rest }) => ({
      id,
      key: `key_${id}`,
      ...rest,
      ...(options === null ? {} : { options }),
      ...(min === null ? {} : { min }),
      ...(computed === null ? {} : { computed }),
      ...(mask === null ? {} : { mask }),
      ...(output ? { output: true as const } : {}),
    }));
}

function stepOf(id: string, stepIds: string[], groupIds: string[]): fc.Arbitrary<Step> {
  const to = fc.constantFrom(null, ...stepIds);
  return fc
    .record({
      id: fc.constant(id),
      kind: fc.constantFrom(...StepKind.options),
      title: label,
      group: fc.constantFrom(null, ...groupIds),
      mustRead: fc.boolean(),
      hold: fc.boolean(),
      say: randomContent,
      do: randomContent,
      caution: randomContent,
      gates: ids.chain((each) =>
        fc.tuple(...each.map((gate) => fc.record({ id: fc.constant(gate), label }))),
      ),
      fields: ids.chain((each) => fc.tuple(...each.slice(0, 3).map(fieldsOf))),
      choices: ids.chain((each) =>
        fc.tuple(
          ...each.map((choice): fc.Arbitrary<Choice> =>
            fc.record({ id: fc.constant(choice), label, to, when: condition }),
          ),
        ),
      ),
      jump: fc.constantFrom(null, { scriptId: 'other' }, handing),
      page: fc.constantFrom(undefined, undefined, page),
      outcome: fc.constantFrom(null, '受注'),
      position: fc.record({ x: fc.integer(), y: fc.integer() }),
    })
    .map(({ page: shown, ...rest }) => (shown === undefined ? rest : { ...rest, page: shown }));
}

export const randomScript: fc.Arbitrary<Script> = fc
  .record({ stepIds: ids, groupIds: ids, interruptIds: ids, keys: ids })
  .chain(({ stepIds, groupIds, interruptIds, keys }) =>
    fc.record({
      schema: fc.constant(1 as const),
      title: label,
      language: fc.constantFrom('ja' as const, 'en' as const),
      start: stepIds.length === 0 ? fc.constant(null) : fc.constantFrom(...stepIds),
      placeholders: fc.tuple(
        ...keys.map((key): fc.Arbitrary<Placeholder> =>
          fc
            .record({
              key: fc.constant(`customer.${key}`),
              label,
              type: fc.constantFrom(...PlaceholderType.options),
              example: label,
              fallback: label,
              input: fc.constantFrom(undefined, undefined, true as const),
            })
            .map(({ input, ...rest }) => (input === undefined ? rest : { ...rest, input })),
        ),
      ),
      groups: fc.tuple(
        ...groupIds.map((id): fc.Arbitrary<Group> =>
          fc
            .record({ title: label, colour: fc.constantFrom('', '#aabbcc') })
            .map(({ title, colour }) => ({ id, title, ...(colour === '' ? {} : { colour }) })),
        ),
      ),
      interrupts: fc.tuple(
        ...interruptIds.map((id): fc.Arbitrary<Interrupt> =>
          fc.record({ id: fc.constant(id), label, to: fc.constantFrom(null, ...stepIds) }),
        ),
      ),
      steps: fc.tuple(...stepIds.map((id) => stepOf(id, stepIds, groupIds))),
    }),
  );
