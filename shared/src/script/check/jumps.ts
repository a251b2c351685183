import type { Finding } from '../../version.ts';
import { compileCondition } from '../conditions.ts';
import type { PartSignature } from '../partSignature.ts';
import type { Field, Jump, Script } from '../schema.ts';
import type { CheckContext } from './context.ts';
import { finding, nameOf, placedSteps } from './report.ts';
import type { Placed } from './report.ts';
import { repeated } from './repeated.ts';
import { fits, kindOfExpression, kindOfField, kindOfPlaceholder } from './valueKinds.ts';

/** Jumps (SPEC 17): whom they call, what they hand in, and what they take back. What the part declares is checked where it is known. */
export function checkJumps(script: Script, context: CheckContext, keys: ReadonlySet<string>): Finding[] {
  return placedSteps(script).flatMap((placed) => {
    const { step, pointer } = placed;
    if (step.kind !== 'jump') return [];
    if (step.jump === null)
      return [finding('jump_without_target', `${pointer}/jump`, step.id, { step: nameOf(step) })];
    const part = context.parts?.get(step.jump.scriptId) ?? null;
    return [
      ...checkTarget(placed, step.jump, context, part),
      ...checkInputs(placed, step.jump, part, { script, keys }),
      ...checkOutputs(placed, step.jump, part, script),
    ];
  });
}

function checkTarget(
  { step, pointer }: Placed,
  { scriptId }: Jump,
  { scriptIds, publishedIds, scriptId: own }: CheckContext,
  part: PartSignature | null,
): Finding[] {
  const place = `${pointer}/jump/scriptId`;
  const values = { step: nameOf(step), part: part?.title ?? '' };
  if (own !== undefined && scriptId === own) return [finding('jump_to_itself', place, step.id, values)];
  if (scriptIds?.has(scriptId) === false) return [finding('unknown_jump_target', place, step.id, values)];
  if (part?.shut === true) return [finding('jump_to_shut', place, step.id, values)];
  if (own !== undefined && part?.calls.includes(own) === true)
    return [finding('jump_loop', place, step.id, values)];
  return publishedIds?.has(scriptId) === false ? [finding('jump_unpublished', place, step.id, values)] : [];
}

function checkInputs(
  { step, pointer }: Placed,
  { inputs = [] }: Jump,
  part: PartSignature | null,
  by: { script: Script; keys: ReadonlySet<string> },
): Finding[] {
  const name = nameOf(step);
  const labelOf = (key: string): string => part?.inputs.find((input) => input.key === key)?.label ?? key;
  const findings = inputs.flatMap(({ key, from }, index) => {
    const place = `${pointer}/jump/inputs/${index}`;
    const values = { step: name, key, input: labelOf(key), part: part?.title ?? '', condition: from };
    const declared = part?.inputs.find((input) => input.key === key);
    if (key === '' || (part !== null && declared === undefined))
      return [finding('jump_input_unknown', `${place}/key`, step.id, values)];
    if (from.trim() === '') return [finding('jump_input_empty', `${place}/from`, step.id, values)];
    const compiled = compileCondition(from);
    if (!compiled.ok)
      return [finding('bad_condition', `${place}/from`, step.id, { ...values, error: compiled.error })];
    const unknown = compiled.keys.filter((each) => !by.keys.has(each));
    if (unknown.length > 0)
      return unknown.map((each) =>
        finding('undefined_key', `${place}/from`, step.id, { ...values, key: each }),
      );
    const kind = kindOfExpression(from, by.script);
    const wrong = declared !== undefined && kind !== null && !fits(kind, kindOfPlaceholder(declared.type));
    return wrong ? [finding('jump_input_type', `${place}/from`, step.id, values)] : [];
  });
  const twice = repeated(inputs.map(({ key }) => key)).map((index) => {
    const key = inputs[index]?.key ?? '';
    return finding('jump_input_twice', `${pointer}/jump/inputs/${index}/key`, step.id, {
      step: name,
      input: labelOf(key),
    });
  });
  const given = new Set(inputs.map(({ key }) => key));
  const missing = (part?.inputs ?? [])
    .filter(({ key, fallback }) => !given.has(key) && fallback === '')
    .map(({ label }) =>
      finding('jump_input_missing', `${pointer}/jump/inputs`, step.id, {
        step: name,
        input: label,
        part: part?.title ?? '',
      }),
    );
  return [...findings, ...twice, ...missing];
}

function checkOutputs(
  { step, pointer }: Placed,
  { outputs = [] }: Jump,
  part: PartSignature | null,
  script: Script,
): Finding[] {
  const fields = new Map(script.steps.flatMap((each) => each.fields.map((field) => [field.key, field])));
  const findings = outputs.flatMap(({ key, to }, index) => {
    const place = `${pointer}/jump/outputs/${index}`;
    const declared = part?.outputs.find((output) => output.key === key);
    const target = fields.get(to);
    const values = {
      step: nameOf(step),
      key: to,
      output: declared?.label ?? key,
      field: target === undefined || target.label === '' ? to : target.label,
      part: part?.title ?? '',
    };
    if (key === '' || (part !== null && declared === undefined))
      return [finding('jump_output_unknown', `${place}/key`, step.id, values)];
    if (target === undefined) return [finding('jump_output_target', `${place}/to`, step.id, values)];
    if (target.computed !== undefined)
      return [finding('jump_output_computed', `${place}/to`, step.id, values)];
    const wrong = declared !== undefined && !takes(target, declared);
    return wrong ? [finding('jump_output_type', `${place}/to`, step.id, values)] : [];
  });
  const twice = repeated(outputs.map(({ to }) => to)).map((index) => {
    const to = outputs[index]?.to ?? '';
    return finding('jump_output_twice', `${pointer}/jump/outputs/${index}/to`, step.id, {
      step: nameOf(step),
      field: fields.get(to)?.label ?? to,
    });
  });
  return [...findings, ...twice];
}

/** Whether a field can hold what the part hands back: of its kind, and one of its options where it has some. */
function takes(target: Field, output: PartSignature['outputs'][number]): boolean {
  if (
    !fits(
      kindOfField(output.type, output.options !== null),
      kindOfField(target.type, target.options !== undefined),
    )
  )
    return false;
  if (target.options === undefined || output.options === null) return target.options === undefined;
  const known = new Set(target.options.map(({ value }) => value));
  return output.options.every((value) => known.has(value));
}
