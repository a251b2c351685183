import { textOf, textOfParagraph } from '../contentText.ts';
import type { Content, Paragraph } from '../content.ts';
import { findPlaceholders, placeholderKeysOf } from '../placeholders.ts';
import { readingSeconds } from '../reading.ts';
import { stepRoles } from '../kinds.ts';
import { Script } from '../schema.ts';
import type { Step } from '../schema.ts';
import type { Finding } from '../../version.ts';
import { checkShortTexts, shortTexts } from './labels.ts';
import { finding, nameOf, placedSteps } from './report.ts';
import type { Placed } from './report.ts';

/** Longer than this, a customer interrupts or forgets how it began. */
const longTextSeconds = 30;
const manyBullets = 3;

/** The words of a script: empty and long lines, placeholders, and whether all of it may be part of a script at all. */
export function checkTexts(script: Script, keys: ReadonlySet<string>): Finding[] {
  return [
    ...checkShape(script),
    ...placedSteps(script).flatMap((placed) => [
      ...checkBody(placed),
      ...checkLength(placed, script.language),
      ...stepRoles.flatMap((role) =>
        checkPlaceholders(placed.step[role], `${placed.pointer}/${role}`, placed.step, keys),
      ),
    ]),
    ...checkShortTexts(script, keys),
    ...checkUnused(script),
  ];
}

/** An allow list: nodes, marks, attributes and link targets that the schema does not know. One finding per place. */
function checkShape(script: Script): Finding[] {
  const parsed = Script.safeParse(script);
  return (parsed.error?.issues ?? []).map(({ path, message }) => {
    const [root, index] = path;
    const step = root === 'steps' && typeof index === 'number' ? script.steps[index] : undefined;
    return finding('bad_content', `/${path.map(String).join('/')}`, step?.id ?? null, { detail: message });
  });
}

function checkBody({ step, pointer }: Placed): Finding[] {
  const values = { step: nameOf(step) };
  const untitled =
    step.title.trim() === '' ? [finding('step_without_title', `${pointer}/title`, step.id, values)] : [];
  if (!isEmpty(step.say) || !isEmpty(step.do) || step.page !== undefined) return untitled;
  if (step.kind === 'end') return [...untitled, finding('empty_end', `${pointer}/say`, step.id, values)];
  const needsWords =
    step.kind === 'talk' || step.kind === 'question' || (step.kind === 'form' && step.fields.length === 0);
  return needsWords ? [...untitled, finding('empty_step', `${pointer}/say`, step.id, values)] : untitled;
}

function checkLength({ step, pointer }: Placed, language: Script['language']): Finding[] {
  const bullets = (step.say.content ?? []).reduce(
    (sum, block) => sum + (block.type === 'bulletList' ? (block.content ?? []).length : 0),
    0,
  );
  const seconds = readingSeconds(step.say, language);
  const values = { step: nameOf(step), seconds: String(seconds), count: String(bullets) };
  return [
    ...(seconds > longTextSeconds ? [finding('long_text', `${pointer}/say`, step.id, values)] : []),
    ...(step.mustRead && bullets > manyBullets
      ? [finding('long_must_read', `${pointer}/say`, step.id, values)]
      : []),
  ];
}

function checkPlaceholders(
  content: Content,
  pointer: string,
  step: Step,
  keys: ReadonlySet<string>,
): Finding[] {
  return placedParagraphs(content, pointer).flatMap(({ paragraph, pointer: place }) => {
    const { uses, malformed } = findPlaceholders(textOfParagraph(paragraph));
    const unknown = new Set(uses.map(({ key }) => key).filter((key) => !keys.has(key)));
    return [
      ...[...unknown].map((key) =>
        finding('undefined_placeholder', place, step.id, { key, step: nameOf(step) }),
      ),
      ...malformed.map(({ text }) =>
        finding('malformed_placeholder', place, step.id, { text, step: nameOf(step) }),
      ),
    ];
  });
}

/** Every paragraph of a content with its JSON pointer. */
export function placedParagraphs(
  content: Content,
  pointer: string,
): { paragraph: Paragraph; pointer: string }[] {
  return (content.content ?? []).flatMap((block, index) => {
    const place = `${pointer}/content/${index}`;
    if (block.type === 'paragraph') return [{ paragraph: block, pointer: place }];
    return (block.content ?? []).flatMap((item, itemIndex) =>
      (item.content ?? []).map((paragraph, at) => ({
        paragraph,
        pointer: `${place}/content/${itemIndex}/content/${at}`,
      })),
    );
  });
}

/** Conditions may use a placeholder too; whether they do is not worth more than looking for its key in them. */
function checkUnused(script: Script): Finding[] {
  const used = new Set(
    script.steps.flatMap((step) => [
      ...stepRoles.flatMap((role) => placeholderKeysOf(step[role])),
      ...findPlaceholders(step.page?.url ?? '').uses.map(({ key }) => key),
    ]),
  );
  for (const { text } of shortTexts(script)) for (const { key } of findPlaceholders(text).uses) used.add(key);
  const conditions = JSON.stringify(
    script.steps.map(({ choices, fields, jump, say, do: instruction, caution }) => [
      (jump?.inputs ?? []).map(({ from }) => from),
      choices.map(({ when }) => when),
      fields.map(({ computed }) => computed),
      [say, instruction, caution].flatMap((content) =>
        placedParagraphs(content, '').map(({ paragraph }) => paragraph.attrs?.when),
      ),
    ]),
  );
  return script.placeholders.flatMap(({ key }, index) =>
    used.has(key) || conditions.includes(key)
      ? []
      : [finding('unused_placeholder', `/placeholders/${index}`, null, { key })],
  );
}

function isEmpty(content: Content): boolean {
  return textOf(content).trim() === '';
}
