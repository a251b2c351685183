import type { Field, Script } from '../schema.ts';
import type { Finding } from '../../version.ts';
import type { CheckContext } from './context.ts';
import { isReservedKey } from '../reservedKeys.ts';
import { isBare } from './bareFields.ts';
import { repeated } from './repeated.ts';
import { finding, nameOf, placedSteps } from './report.ts';
import type { Placed } from './report.ts';

const maxNumberKeys = 9;
const personalTypes = new Set<Field['type']>(['tel', 'kana', 'postcode']);
const personalLabels =
  /氏名|お?名前|フリガナ|ふりがな|電話|携帯|住所|番地|郵便番号|生年月日|メール|マイナンバー|口座|\bname\b|\bphone\b|\bmail\b|\baddress\b|\bbirth/iu;
const cardLabels = /カード番号|クレジットカードの?番号|card number/iu;

/** Choices, fields, outcomes and placeholders of a script, each for itself. */
export function checkParts(script: Script, context: CheckContext): Finding[] {
  return [
    ...placedSteps(script).flatMap((placed) => [
      ...checkChoices(placed),
      ...placed.step.fields.flatMap((field, index) =>
        checkField(field, `${placed.pointer}/fields/${index}`, placed),
      ),
      ...checkGates(placed),
      ...checkOutcome(placed, context),
    ]),
    ...checkInterruptNames(script),
    ...checkIds(script),
    ...checkKeys(script),
    ...checkReserved(script),
  ];
}

function checkChoices({ step, pointer }: Placed): Finding[] {
  const values = { step: nameOf(step), count: String(step.choices.length) };
  const needsLabels = step.kind !== 'condition' && step.kind !== 'end';
  return [
    ...step.choices.flatMap(({ label }, index) =>
      needsLabels && label.trim() === ''
        ? [finding('choice_without_label', `${pointer}/choices/${index}/label`, step.id, values)]
        : [],
    ),
    ...(needsLabels && step.choices.length > maxNumberKeys
      ? [finding('too_many_choices', `${pointer}/choices`, step.id, values)]
      : []),
  ];
}

function checkField(field: Field, pointer: string, { step }: Placed): Finding[] {
  const values = { field: field.label === '' ? field.key : field.label, key: field.key };
  const listed = field.type === 'select' || field.type === 'radio';
  const personal = personalTypes.has(field.type) || personalLabels.test(`${field.label} ${field.key}`);
  return [
    ...(listed && (field.options ?? []).length === 0
      ? [finding('field_without_options', `${pointer}/options`, step.id, values)]
      : []),
    ...repeated((field.options ?? []).map(({ value }) => value)).map((index) =>
      finding('duplicate_option', `${pointer}/options/${index}/value`, step.id, {
        ...values,
        option: field.options?.[index]?.value ?? '',
      }),
    ),
    ...(field.type === 'number' && (field.min ?? -Infinity) > (field.max ?? Infinity)
      ? [finding('field_limits', `${pointer}/min`, step.id, values)]
      : []),
    ...(field.label.trim() === ''
      ? [finding('field_without_label', `${pointer}/label`, step.id, values)]
      : []),
    ...(personal && !field.personal
      ? [finding('personal_field', `${pointer}/personal`, step.id, values)]
      : []),
    ...(isBare(field) ? [finding('unmasked_field', `${pointer}/mask`, step.id, values)] : []),
    ...(cardLabels.test(field.label) ? [finding('card_number_field', pointer, step.id, values)] : []),
  ];
}

function checkGates({ step, pointer }: Placed): Finding[] {
  return step.gates.flatMap(({ label }, index) =>
    label.trim() === ''
      ? [finding('gate_without_label', `${pointer}/gates/${index}/label`, step.id, { step: nameOf(step) })]
      : [],
  );
}

function checkInterruptNames({ interrupts }: Script): Finding[] {
  return interrupts.flatMap(({ label }, index) =>
    label.trim() === '' ? [finding('interrupt_without_label', `/interrupts/${index}/label`, null)] : [],
  );
}

/** An end has an outcome code, one of the tenant's where it keeps a list. */
function checkOutcome({ step, pointer }: Placed, { outcomes = [] }: CheckContext): Finding[] {
  if (step.kind !== 'end') return [];
  const outcome = (step.outcome ?? '').trim();
  const values = { step: nameOf(step), outcome };
  const place = `${pointer}/outcome`;
  if (outcome === '') return [finding('end_without_outcome', place, step.id, values)];
  const listed = outcomes.length === 0 || outcomes.some(({ code }) => code === outcome);
  return listed ? [] : [finding('unlisted_outcome', place, step.id, values)];
}

/** Ids are unique among their siblings: steps, groups, interrupts, and the parts of one step. */
function checkIds(script: Script): Finding[] {
  const within = (items: readonly { id: string }[], pointer: string, stepId: string | null): Finding[] =>
    repeated(items.map(({ id }) => id)).map((index) =>
      finding('duplicate_id', `${pointer}/${index}/id`, stepId, { id: items[index]?.id ?? '' }),
    );
  return [
    ...within(script.steps, '/steps', null),
    ...within(script.groups, '/groups', null),
    ...within(script.interrupts, '/interrupts', null),
    ...placedSteps(script).flatMap(({ step, pointer }) =>
      (['choices', 'fields', 'gates'] as const).flatMap((part) =>
        within(step[part], `${pointer}/${part}`, step.id),
      ),
    ),
  ];
}

/**
 * One key, one meaning. Two steps may ask for the same field (on two branches, or again) as long as it is of one type;
 * twice in one step, or of two types, it is a mistake. `a` beside `a.b` could not be told apart in conditions.
 */
function checkKeys(script: Script): Finding[] {
  const types = new Map<string, Field['type']>();
  const findings = placedSteps(script).flatMap(({ step, pointer }) => {
    const again = new Set(repeated(step.fields.map(({ key }) => key)));
    return step.fields.flatMap(({ key, type }, index) => {
      const clash = again.has(index) || (types.get(key) ?? type) !== type;
      types.set(key, type);
      return clash
        ? [finding('duplicate_field_key', `${pointer}/fields/${index}/key`, step.id, { key })]
        : [];
    });
  });
  const placeholders = script.placeholders.map(({ key }) => key);
  const twice = repeated(placeholders).map((index) =>
    finding('duplicate_placeholder', `/placeholders/${index}/key`, null, { key: placeholders[index] ?? '' }),
  );
  return [...findings, ...twice, ...checkNesting(new Set([...placeholders, ...types.keys()]))];
}

/** A condition would take such a key for a word of its own language. */
function checkReserved(script: Script): Finding[] {
  const inFields = placedSteps(script).flatMap(({ step, pointer }) =>
    step.fields.flatMap(({ key }, index) =>
      isReservedKey(key) ? [finding('reserved_key', `${pointer}/fields/${index}/key`, step.id, { key })] : [],
    ),
  );
  const inPlaceholders = script.placeholders.flatMap(({ key }, index) =>
    isReservedKey(key) ? [finding('reserved_key', `/placeholders/${index}/key`, null, { key })] : [],
  );
  return [...inFields, ...inPlaceholders];
}

function checkNesting(keys: ReadonlySet<string>): Finding[] {
  return [...keys].flatMap((key) => {
    const parts = key.split('.');
    const other = parts.map((_, end) => parts.slice(0, end).join('.')).find((prefix) => keys.has(prefix));
    return other === undefined ? [] : [finding('key_conflict', '/placeholders', null, { key, other })];
  });
}
